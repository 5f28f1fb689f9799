/** Worth of a technology to a seat: what its effects would add, and what it opens, against price and time. */

import { productLine } from '../../rules/know.ts';
import { isWorldFirst, researchPrice } from '../../rules/research.ts';
import type { StatId } from '../../ruleset/catalogue.ts';
import { STATS } from '../../ruleset/catalogue.ts';
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { Tech } from '../../ruleset/schema/technology.ts';
import { clamp, log2 } from '../../util/exact-math.ts';
import { contentKeys } from '../../util/ids.ts';
import { type BotContext, pressed } from '../context.ts';

/** Points of benefit for a doubling (scales) or for a thousandth of the unit (additions). */
const WEIGHT: Readonly<Partial<Record<StatId, number>>> = {
  'training-efficiency': 12,
  'work-per-chip': 12,
  'serving-efficiency': 5,
  'research-speed': 8,
  revenue: 8,
  'open-reach': 6,
  'reach-fade': -2,
  'tuning-cost': -1,
  'chips-per-mw': 6,
  'build-cost': -4,
  'subsidy-effect': 8,
  'grey-pool': -5,
  'tool-independence': -8,
  'die-density': 7,
  'packaging-capacity': 8,
  'line-growth': 10,
  'distil-loss': -4,
  'capability-bonus': 0.0028,
  'first-bonus': 0.0016,
  'agent-bonus': 0.0012,
  'link-recovery': 0.006,
  'software-maturity': 0.08,
  'yield-growth': 0.5,
  'yield-cap': 0.04,
  'own-memory': 0.00005,
  'build-turns': -4,
  'design-turns': -5,
  'power-limit': 0.01,
  'south-trust': 0.3,
};

function effectWorth(context: BotContext, tech: Tech): number {
  let worth = 0;
  for (const effect of tech.effects) {
    const weight = WEIGHT[effect.stat] ?? 1;
    const size = STATS[effect.stat].how === 'scale' ? log2(Math.max(1, effect.value) / 1000) : effect.value;
    // A bonus for the world's first pays only while nobody has shown it.
    if (effect.stat === 'first-bonus' && !isWorldFirst(context, tech)) continue;
    worth += weight * size * (effect.stat === 'open-reach' || effect.stat === 'south-trust' ? 0.4 + context.style.open : 1);
  }
  return worth;
}

/** Better chips that it lets the seat make: doublings of training worth per dollar. */
function chipWorth(context: BotContext, tech: Tech): number {
  let best = 0;
  let worth = 0;
  if (!contentKeys(context.ruleset.chips).some((id) => context.ruleset.chips[id]?.requires === tech.id)) return 0;
  for (const chip of productLine(context, context.seat)) best = Math.max(best, chip.trainMilliH100e / chip.priceKusd);
  for (const id of contentKeys(context.ruleset.chips)) {
    const chip = context.ruleset.chips[id];
    if (chip === undefined || chip.requires !== tech.id) continue;
    worth = Math.max(worth, best === 0 ? 12 : 6 + 14 * clamp(log2(chip.trainMilliH100e / chip.priceKusd / best), -0.3, 3));
  }
  return worth;
}

/** Laws that it lets a government make. */
function leverWorth(context: BotContext, tech: Tech): number {
  let worth = 0;
  for (const id of contentKeys(context.ruleset.laws)) if (context.ruleset.laws[id]?.requires === tech.id) worth += 7;
  for (const id of contentKeys(context.ruleset.orders)) if (context.ruleset.orders[id]?.requires === tech.id) worth += 12;
  return worth;
}

/** Reckons a figure once for each context. */
function once(context: BotContext, key: string, reckon: () => number): number {
  const found = context.memo.get(key);
  if (found !== undefined) return found;
  const value = reckon();
  context.memo.set(key, value);
  return value;
}

const direct = (context: BotContext, tech: Tech): number =>
  once(context, `direct/${tech.id}`, () => effectWorth(context, tech) + chipWorth(context, tech) + leverWorth(context, tech));

const followers = new WeakMap<Ruleset, Map<string, Tech[]>>();
/** Technologies that need this one, in order of id. */
function followersOf(ruleset: Ruleset, id: string): readonly Tech[] {
  let index = followers.get(ruleset);
  if (index === undefined) {
    index = new Map();
    for (const next of contentKeys(ruleset.techs)) {
      const tech = ruleset.techs[next] as Tech;
      for (const need of tech.requires) index.set(need, [...(index.get(need) ?? []), tech]);
    }
    followers.set(ruleset, index);
  }
  return index.get(id) ?? [];
}

/** What it opens counts a part, two steps deep. */
function opens(context: BotContext, tech: Tech, depth: number): number {
  if (depth === 0) return 0;
  let most = 0;
  let sum = 0;
  for (const next of followersOf(context.ruleset, tech.id)) {
    if (context.own.techs[next.id] !== undefined) continue;
    const worth = Math.max(0, direct(context, next)) + opens(context, next, depth - 1);
    most = Math.max(most, worth);
    sum += worth;
  }
  return 0.45 * most + 0.05 * (sum - most);
}

export function techWorth(context: BotContext, tech: Tech): number {
  const late = context.turnsLeft <= tech.durationTurns ? 0.15 : 1;
  const gain = direct(context, tech) + opens(context, tech, 2);
  const { kusd } = researchPrice(context, context.seat, tech);
  const burden = kusd / Math.max(1, context.own.cashKusd);
  const scarce = tech.effects.some(
    (effect) => effect.stat === 'work-per-chip' || effect.stat === 'training-efficiency' || effect.stat === 'link-recovery',
  )
    ? 1 + 0.5 * pressed(context)
    : 1;
  return (2 + gain) * scarce * late * clamp(1.4 - burden, 0.1, 1.3) * (1.35 - 0.12 * tech.durationTurns);
}
