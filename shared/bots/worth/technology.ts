/** Worth of a technology to a seat: what its effects would add, and what it opens, against price and time. */

import { productLine } from '../../rules/know.ts';
import { followersOf, isWorldFirst, researchPrice } from '../../rules/research.ts';
import type { StatId } from '../../ruleset/catalogue.ts';
import { STATS } from '../../ruleset/catalogue.ts';
import type { OrderData } from '../../ruleset/schema/policy.ts';
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { Tech } from '../../ruleset/schema/technology.ts';
import type { Chip } from '../../ruleset/schema/world.ts';
import { clamp, log2 } from '../../util/exact-math.ts';
import { contentIndex } from '../../util/ids.ts';
import { type BotContext, hunger, pressed } from '../context.ts';

/** Points of benefit for a doubling (scales) or for a thousandth of the unit (additions). */
const WEIGHT: Readonly<Partial<Record<StatId, number>>> = {
  'training-efficiency': 12,
  'work-per-chip': 12,
  'serving-efficiency': 9,
  'research-speed': 30,
  revenue: 12,
  'open-reach': 9,
  'reach-fade': -4,
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
  'capability-bonus': 0.0035,
  'first-bonus': 0.0016,
  'agent-bonus': 0.002,
  'link-recovery': 0.009,
  'software-maturity': 0.08,
  'yield-growth': 0.5,
  'yield-cap': 0.04,
  'own-memory': 0.00005,
  'build-turns': -4,
  'design-turns': -5,
  'power-limit': 0.02,
  'south-trust': 0.5,
};

/** What makes more of less: who is pressed or hungry for compute wants it, who has plenty buys compute instead. */
const SPARING: readonly StatId[] = ['training-efficiency', 'work-per-chip', 'link-recovery'];

interface WeighedEffect {
  readonly stat: StatId;
  /** Weight of the statistic times size of the effect. */
  readonly points: number;
}
const weighedEffects = new WeakMap<Tech, WeighedEffect[]>();
/** What a technology's effects are worth by themselves: weighed once for each ruleset. */
function effectsOf(tech: Tech): readonly WeighedEffect[] {
  let effects = weighedEffects.get(tech);
  if (effects === undefined) {
    effects = tech.effects.map(({ stat, value }) => ({
      stat,
      points: (WEIGHT[stat] ?? 1) * (STATS[stat].how === 'scale' ? log2(Math.max(1, value) / 1000) : value),
    }));
    weighedEffects.set(tech, effects);
  }
  return effects;
}

function effectWorth(context: BotContext, tech: Tech): number {
  let worth = 0;
  for (const { stat, points } of effectsOf(tech)) {
    // A bonus for the world's first pays only while nobody has shown it.
    if (stat === 'first-bonus' && !isWorldFirst(context, tech)) continue;
    const taste = stat === 'open-reach' || stat === 'south-trust' ? 0.4 + context.style.open : 1;
    worth += points * taste * (SPARING.includes(stat) ? sparing(context) : 1);
  }
  return worth;
}

const sparing = (context: BotContext): number =>
  once(context, 'sparing', () => 0.5 + 0.6 * pressed(context) + 0.5 * hunger(context));

const chipsNeeding = contentIndex((chip: Chip) => chip.requires);
const lawsNeeding = contentIndex((law: Ruleset['laws'][string]) => law.requires);
const ordersNeeding = contentIndex((order: OrderData) => order.requires);

/** Better chips that it lets the seat make: doublings of training worth per dollar. */
function chipWorth(context: BotContext, tech: Tech): number {
  let worth = 0;
  for (const chip of chipsNeeding(context.ruleset.chips, tech.id)) {
    const best = bestChip(context);
    worth = Math.max(worth, best === 0 ? 12 : 6 + 14 * clamp(log2(chip.trainMilliH100e / chip.priceKusd / best), -0.3, 3));
  }
  return worth;
}

/** Training worth per dollar of the best chip that the seat makes now. */
const bestChip = (context: BotContext): number =>
  once(context, 'best-chip', () => {
    let best = 0;
    for (const chip of productLine(context, context.seat)) best = Math.max(best, chip.trainMilliH100e / chip.priceKusd);
    return best;
  });

/** Laws and orders that it lets a government give. */
const leverWorth = (context: BotContext, tech: Tech): number =>
  7 * lawsNeeding(context.ruleset.laws, tech.id).length + 12 * ordersNeeding(context.ruleset.orders, tech.id).length;

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

/** What it opens counts a part, two steps deep. */
function opens(context: BotContext, tech: Tech, depth: number): number {
  if (depth === 0) return 0;
  let most = 0;
  let sum = 0;
  for (const next of followersOf(context.ruleset, tech.id)) {
    if (context.own.techs[next.id] !== undefined) continue;
    const worth = context.agenda(next.id) * Math.max(0, direct(context, next)) + opens(context, next, depth - 1);
    most = Math.max(most, worth);
    sum += worth;
  }
  return 0.45 * most + 0.05 * (sum - most);
}

export function techWorth(context: BotContext, tech: Tech): number {
  const late = context.turnsLeft <= tech.durationTurns ? 0.15 : 1;
  const gain = context.agenda(tech.id) * (2 + direct(context, tech)) + opens(context, tech, 2);
  const { kusd } = researchPrice(context, context.seat, tech);
  const burden = kusd / Math.max(1, context.own.cashKusd);
  return gain * late * clamp(1.4 - burden, 0.1, 1.3) * (1.35 - 0.12 * tech.durationTurns);
}
