/**
 * Paired experiments: the same seeds with and without a change, so that luck cancels out; the effect is the mean
 * difference with a 95 % confidence interval.
 */
import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { deriveSeed } from '../util/keyed-random.ts';
import { type MatchRecord, type PlayOptions, playMatch } from './simulate.ts';

/** One side of a pair: a ruleset and what is changed in the orders. */
export interface Arm {
  readonly ruleset: Ruleset;
  readonly change?: PlayOptions['change'];
}

export interface Effect {
  readonly games: number;
  readonly control: number;
  readonly treated: number;
  /** Mean of treated less control, and its 95 % interval. */
  readonly effect: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % quantile of Student's t, to about one per cent from five degrees of freedom on. */
const quantile = (degrees: number): number => 1.96 + 2.4 / Math.max(1, degrees) + 3 / (degrees * degrees + 1);

export function effectOf(control: readonly number[], treated: readonly number[]): Effect {
  const differences = treated.map((value, index) => value - (control[index] ?? 0));
  const games = differences.length;
  const middle = mean(differences);
  const half = games < 2 ? Infinity : (quantile(games - 1) * sampleStandardDeviation(differences)) / Math.sqrt(games);
  return {
    games,
    control: mean([...control]),
    treated: mean([...treated]),
    effect: middle,
    low: middle - half,
    high: middle + half,
  };
}

export const above = (effect: Effect): boolean => effect.low > 0;
export const below = (effect: Effect): boolean => effect.high < 0;
export const differs = (effect: Effect): boolean => above(effect) || below(effect);

export interface PairOptions {
  readonly scenario: string;
  readonly games: number;
  /** Names the series of seeds. */
  readonly series: string;
  readonly maxTurns?: number;
}

/** Plays one arm over all seeds of the series. */
export function playArm(arm: Arm, options: PairOptions): MatchRecord[] {
  const records: MatchRecord[] = [];
  for (let n = 0; n < options.games; n += 1) {
    records.push(
      playMatch(arm.ruleset, {
        scenario: options.scenario,
        seed: deriveSeed(`${options.series}/${n}`, 'pair'),
        change: arm.change,
        maxTurns: options.maxTurns,
      }),
    );
  }
  return records;
}

/** Effects of one change on several figures, from the same games. */
export function pair(
  control: Arm,
  treated: Arm,
  figures: Readonly<Record<string, (record: MatchRecord) => number>>,
  options: PairOptions,
): Record<string, Effect> {
  const before = playArm(control, options);
  const after = playArm(treated, options);
  return Object.fromEntries(Object.entries(figures).map(([name, read]) => [name, effectOf(before.map(read), after.map(read))]));
}
