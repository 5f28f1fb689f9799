/**
 * Screening by elementary effects (Morris, Technometrics 33, 1991): each trajectory starts at a random point of a grid and
 * changes one factor a step, each once. `muStar`, the mean absolute effect (Campolongo, Cariboni and Saltelli 2007), ranks
 * factors; `sigma` is high where a factor's effect depends on the others.
 */
import { drawInt, keyedOrder } from '../util/keyed-random.ts';

const LEVELS = 4;
/** Step in shares of the range: with four levels two thirds, so that all levels are equally likely. */
const DELTA = LEVELS / (2 * (LEVELS - 1));

export interface Trajectory {
  /** One more than there are factors; each value is a share of the factor's range. */
  readonly points: readonly (readonly number[])[];
  /** Factor that changes on the way to each later point. */
  readonly changed: readonly number[];
}

export interface ElementaryEffects {
  readonly mu: number;
  readonly muStar: number;
  readonly sigma: number;
}

export function morrisTrajectory(factors: number, seed: string, number: number): Trajectory {
  const indices = Array.from({ length: factors }, (_, index) => index);
  let at = indices.map((index) => drawInt(LEVELS, seed, 'start', number, index) / (LEVELS - 1));
  const points = [at];
  const changed = keyedOrder(indices, String, seed, 'order', number);
  for (const factor of changed) {
    at = at.map((share, index) => {
      if (index !== factor) return share;
      return share + DELTA > 1 + 1e-9 ? share - DELTA : share + DELTA;
    });
    points.push(at);
  }
  return { points, changed };
}

/** Effects of each factor over its whole range; `outcomes` has, for each trajectory, the outcome at each of its points. */
export function elementaryEffects(
  trajectories: readonly Trajectory[],
  outcomes: readonly (readonly number[])[],
): ElementaryEffects[] {
  const factors = trajectories[0]?.changed.length ?? 0;
  const effects: number[][] = Array.from({ length: factors }, () => []);
  trajectories.forEach(({ points, changed }, number) => {
    changed.forEach((factor, step) => {
      const [before = 0, after = 0] = [points[step]?.[factor], points[step + 1]?.[factor]];
      const rise = (outcomes[number]?.[step + 1] ?? 0) - (outcomes[number]?.[step] ?? 0);
      effects[factor]?.push(rise / (after - before));
    });
  });
  return effects.map((list) => {
    const count = Math.max(1, list.length);
    const mu = list.reduce((sum, value) => sum + value, 0) / count;
    const muStar = list.reduce((sum, value) => sum + Math.abs(value), 0) / count;
    const spread = list.reduce((sum, value) => sum + (value - mu) * (value - mu), 0) / Math.max(1, count - 1);
    return { mu, muStar, sigma: Math.sqrt(spread) };
  });
}
