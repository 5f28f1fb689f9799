/** Compute: from installed chips to useful work, limited by software, links and power. */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { OwnActor } from '../state/schema.ts';
import { clamp } from '../util/exact-math.ts';
import { sortedEntries, sortedKeys } from '../util/ids.ts';
import { blocOf, chipSpec, type FullGround, parameterOf } from './know.ts';
import { statOf } from './stats.ts';

/** Maturity of the software for a maker's chips, 0 to 1, for one user of them. */
export function softwareOf(ground: FullGround, maker: string, user: string): number {
  const own = ground.state.actors[maker]?.own;
  const base = (own?.softwarePermille ?? 1000) / 1000 + statOf(ground, maker, 'software-maturity') / 1000;
  const helped = ground.state.actors[user]?.own.engineers[maker];
  const help = helped !== undefined && helped > ground.state.turn ? parameterOf(ground, 'engineers-gain') : 0;
  return clamp(base + help, 0.05, 1);
}

/** Useful work of one chip against its rating, all factors but power. */
export function workFactor(ground: FullGround, user: string, chipId: string): number {
  const chip = chipSpec(ground, chipId);
  if (chip === null) return 0;
  if (ground.ruleset.systems.compute === false) return 1;
  const work = statOf(ground, user, 'work-per-chip', chip.tags);
  const recovery = clamp(statOf(ground, user, 'link-recovery') / 1000, 0, 1);
  const slow =
    chip.linkGbPerS < parameterOf(ground, 'slow-link-gb-per-s') ? parameterOf(ground, 'slow-link-loss') * (1 - recovery) : 0;
  return softwareOf(ground, chip.maker, user) * work * (1 - slow);
}

export interface ComputeSummary {
  trainMilli: number;
  serveMilli: number;
  domesticMilli: number;
  /** Compute that a rival can't take away by law: domestic chips and those already here. */
  rawMilli: number;
  needMw: number;
  haveMw: number;
}

/** Effective compute of a stock of chips for `user`, thousandths of an H100, before rentals. */
export function computeOf(
  ground: FullGround,
  user: string,
  own: Pick<OwnActor, 'chips' | 'greyChips' | 'powerMw'>,
  options: { greyWorks?: number } = {},
): ComputeSummary {
  const bloc = blocOf(ground, user);
  const greyWork = parameterOf(ground, 'grey-work') * (options.greyWorks ?? 1);
  let train = 0;
  let serve = 0;
  let domestic = 0;
  let raw = 0;
  let watts = 0;
  for (const [id, units] of sortedEntries(own.chips)) {
    const chip = chipSpec(ground, id);
    if (chip === null || units <= 0) continue;
    const factor = workFactor(ground, user, id);
    const grey = Math.min(own.greyChips[id] ?? 0, units);
    const worth = units - grey + grey * greyWork;
    train += worth * chip.trainMilliH100e * factor;
    serve += worth * chip.serveMilliH100e * softwareOf(ground, chip.maker, user);
    raw += units * chip.trainMilliH100e;
    watts += units * chip.watts;
    if (blocOf(ground, chip.maker) === bloc) domestic += worth * chip.trainMilliH100e * factor;
  }
  let haveMw = 0;
  for (const [, mw] of sortedEntries(own.powerMw)) haveMw += mw;
  const needMw = Math.ceil(watts / 1_000_000 / statOf(ground, user, 'chips-per-mw'));
  const powered = needMw <= haveMw || needMw === 0 || ground.ruleset.systems.compute === false ? 1 : haveMw / needMw;
  return {
    trainMilli: Math.floor(train * powered),
    serveMilli: Math.floor(serve * powered),
    domesticMilli: Math.floor(domestic * powered),
    rawMilli: Math.floor(raw),
    needMw,
    haveMw,
  };
}

/** 10^18 FLOP that `trainMilli` does in a turn. */
export const eflopOf = (ground: { readonly ruleset: Ruleset }, trainMilli: number): number =>
  Math.floor((trainMilli / 1000) * parameterOf(ground, 'eflop-per-h100e-turn'));

/** Share of compute that a seat has bound to experiments, per mille. */
export function experimentsPermille(own: OwnActor): number {
  let sum = 0;
  for (const tech of sortedKeys(own.programmes)) sum += own.programmes[tech]?.computePermille ?? 0;
  return sum;
}

/** Compute of chips held by a bloc's unplayed buyers, worked with ordinary skill. */
export function backgroundCompute(ground: FullGround, bloc: string): { milli: number; domesticMilli: number } {
  let milli = 0;
  let domesticMilli = 0;
  for (const [id, units] of sortedEntries(ground.state.blocs[bloc]?.shared.chips ?? {})) {
    const chip = chipSpec(ground, id);
    if (chip === null) continue;
    const worth = units * chip.trainMilliH100e * softwareOf(ground, chip.maker, bloc);
    milli += worth;
    if (blocOf(ground, chip.maker) === bloc) domesticMilli += worth;
  }
  return { milli: Math.floor(milli), domesticMilli: Math.floor(domesticMilli) };
}

/** Talent that is not bound to programmes or designs. */
export function freeTalent(own: OwnActor): number {
  let busy = 0;
  for (const tech of sortedKeys(own.programmes)) busy += own.programmes[tech]?.talent ?? 0;
  return Math.max(0, own.talent - busy);
}
