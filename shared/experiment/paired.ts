/**
 * Paired experiments: the same seeds with and without a change, so that luck cancels out; the effect is the mean
 * difference with a 95 % confidence interval.
 */
import { mean, sampleStandardDeviation } from 'simple-statistics';

export interface Effect {
  readonly games: number;
  readonly control: number;
  readonly treated: number;
  /** Mean of treated less control, and its 95 % interval. */
  readonly effect: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % quantiles of Student's t for one to four degrees of freedom. */
const FEW_DEGREES = [12.706, 4.303, 3.182, 2.776];

/** The same for any number of degrees, to about one per cent. */
const quantile = (degrees: number): number => FEW_DEGREES[degrees - 1] ?? 1.96 + 2.4 / degrees + 3 / (degrees * degrees + 1);

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
