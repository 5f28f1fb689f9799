/** What laws do: which are in force, whom they bind, and how much of a flow they let through. */
import type { Lever } from '../ruleset/catalogue.ts';
import type { Chip } from '../ruleset/schema/world.ts';
import type { KnownState, LawState } from '../state/schema.ts';
import { clamp } from '../util/exact-math.ts';
import { contentKeys, sortedValues } from '../util/ids.ts';
import { blocOf, type Ground, parameterOf } from './know.ts';

/** True where the law binds in this turn. */
export const inForce = (state: KnownState, law: LawState): boolean =>
  law.forceTurn <= state.turn && (law.untilTurn === null || state.turn < law.untilTurn);
/** True where the law is public but does not bind yet. */
export const isAnnounced = (state: KnownState, law: LawState): boolean => law.forceTurn > state.turn;

/** A set of laws by lever, then target, in order of id: grouped once, until a law enters or leaves the set. */
const grouped = new WeakMap<object, Map<Lever, Map<string, LawState[]>>>();

function groupsOf(laws: KnownState['laws']): Map<Lever, Map<string, LawState[]>> {
  const found = grouped.get(laws);
  if (found !== undefined) return found;
  const groups = new Map<Lever, Map<string, LawState[]>>();
  for (const law of sortedValues(laws)) {
    const byTarget = groups.get(law.lever) ?? new Map<string, LawState[]>();
    groups.set(law.lever, byTarget);
    const group = byTarget.get(law.target);
    if (group === undefined) byTarget.set(law.target, [law]);
    else group.push(law);
  }
  grouped.set(laws, groups);
  return groups;
}

/** To be called when a law enters or leaves this set of laws. */
export function forgetLaws(laws: object): void {
  grouped.delete(laws);
}

/** Laws of a lever in force (or announced, on request) against a bloc or an actor, in order of id. */
export function lawsAgainst(ground: Ground, target: string, lever: Lever, when: 'force' | 'announced' = 'force'): LawState[] {
  const found: LawState[] = [];
  const group = groupsOf(ground.state.laws).get(lever)?.get(target);
  if (group === undefined) return found;
  const test = when === 'force' ? inForce : isAnnounced;
  for (const law of group) if (test(ground.state, law)) found.push(law);
  return found;
}

/** How many laws of the book, announced or in force, meet a test. */
export function countLaws(state: KnownState, test: (law: LawState) => boolean): number {
  let count = 0;
  for (const id in state.laws) if (test(state.laws[id] as LawState)) count += 1;
  return count;
}

/** True where a law shuts off all that its lever can. */
export const isTotal = (law: LawState): boolean => (law.setting.strengthPermille ?? 1000) >= 1000;

/** Share of a bloc's purchases from a foreign maker that guidance and court cases of the bloc's state leave, 0 to 1. */
export function purchaseShare(ground: Ground, maker: string, buyerBloc: string): number {
  let share = 1;
  for (const law of lawsAgainst(ground, maker, 'market'))
    if (law.bloc === buyerBloc) share *= 1 - (law.setting.strengthPermille ?? 1000) / 1000;
  for (const law of lawsAgainst(ground, maker, 'antitrust')) {
    if (law.bloc === buyerBloc)
      share *= 1 - (parameterOf(ground, 'antitrust-sales-loss') * (law.setting.strengthPermille ?? 1000)) / 1000;
  }
  return clamp(share, 0, 1);
}

/** Why a sale is not allowed; null when it is. */
export type Barrier = LawState | null;

function overThreshold(chip: Chip, law: LawState): boolean {
  const { tppMax, memoryGbPerSMax, linkGbPerSMax } = law.setting;
  // A link limit binds only together with performance, as in the first rule; alone, each limit binds by itself.
  if (linkGbPerSMax !== undefined && tppMax !== undefined) return chip.tpp >= tppMax && chip.linkGbPerS >= linkGbPerSMax;
  return (tppMax !== undefined && chip.tpp >= tppMax) || (memoryGbPerSMax !== undefined && chip.memoryGbPerS > memoryGbPerSMax);
}

/** True where a licence lets this chip through to the bloc. */
export function licenceFor(ground: Ground, chip: Chip, buyerBloc: string): LawState | null {
  const makerBloc = blocOf(ground, chip.maker);
  return lawsAgainst(ground, buyerBloc, 'licence').find((law) => law.bloc === makerBloc && law.chip === chip.id) ?? null;
}

/**
 * The law that stops a sale of `chip` to a buyer (an actor, or a bloc's unplayed buyers), looking at laws in force or
 * at those announced. Own-bloc sales are stopped only by an own refusal, which never stops domestic chips.
 */
export function saleBarrier(
  ground: Ground,
  chip: Chip,
  buyer: string,
  buyerBloc: string,
  when: 'force' | 'announced' = 'force',
): Barrier {
  const makerBloc = blocOf(ground, chip.maker);
  if (makerBloc === buyerBloc) return null;
  const entity = [
    ...lawsAgainst(ground, buyer, 'entity', when),
    ...lawsAgainst(ground, chip.maker, 'entity', when).filter((law) => law.bloc === buyerBloc),
  ];
  if (entity[0] !== undefined) return entity[0];
  const market = lawsAgainst(ground, chip.maker, 'market', when).find((law) => law.bloc === buyerBloc && isTotal(law));
  if (market !== undefined) return market;
  const refusal = lawsAgainst(ground, buyerBloc, 'refusal', when).find(
    (law) => law.bloc === buyerBloc && (law.chip === null || law.chip === chip.id) && law.setting.strengthPermille !== 0,
  );
  if (refusal !== undefined && (refusal.setting.strengthPermille ?? 0) >= 1000) return refusal;
  if (licenceFor(ground, chip, buyerBloc) !== null) return null;
  return (
    lawsAgainst(ground, buyerBloc, 'chip-threshold', when).find((law) => law.bloc === makerBloc && overThreshold(chip, law)) ??
    null
  );
}

/** True where the barrier was put up by the buyer's own side. */
export const isOwnRefusal = (barrier: Barrier, buyerBloc: string): boolean => barrier !== null && barrier.bloc === buyerBloc;

/** Share of purchases that must be domestic by the bloc's own quota, 0 to 1. */
export function quotaOf(ground: Ground, bloc: string): number {
  let quota = 0;
  for (const law of lawsAgainst(ground, bloc, 'refusal')) quota = Math.max(quota, (law.setting.sharePermille ?? 0) / 1000);
  return quota;
}

/** How far an ally carries out what a bloc decrees, 0 to 1, by its alignment. */
export function obedienceOf(ground: Ground, ally: string, bloc: string): number {
  const least = parameterOf(ground, 'ally-least-force');
  const alignment = ground.state.alignment[ally]?.[bloc] ?? 0;
  return least + ((parameterOf(ground, 'ally-most-force') - least) * alignment) / 100;
}

/** How far allies carry out a lever of `bloc`, 0 to 1: from half to nine tenths by alignment; 1 where no ally matters. */
export function alliedForce(ground: Ground, bloc: string, lever: Lever): number {
  let sum = 0;
  let count = 0;
  for (const id of contentKeys(ground.ruleset.allies)) {
    const levers: readonly string[] = ground.ruleset.allies[id]?.levers ?? [];
    if (!levers.includes(lever)) continue;
    sum += obedienceOf(ground, id, bloc);
    count += 1;
  }
  return count === 0 ? 1 : clamp(sum / count, 0, 1);
}

/** Force of the laws of a lever against a target, 0 (none) to 1 (total), with the laws behind it. */
export function leverForce(ground: Ground, target: string, lever: Lever): { force: number; laws: LawState[] } {
  const laws = lawsAgainst(ground, target, lever);
  let open = 1;
  for (const law of laws) open *= 1 - ((law.setting.strengthPermille ?? 1000) / 1000) * alliedForce(ground, law.bloc, lever);
  return { force: clamp(1 - open, 0, 1), laws };
}
