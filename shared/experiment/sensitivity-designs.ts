/** The designs of a sensitivity analysis: at which points of the parameters' ranges games are played, and what they tell. */
import { draw, keyedOrder } from '../util/keyed-random.ts';
import { elementaryEffects, morrisTrajectory } from './morris.ts';
import { effectOf } from './paired.ts';
import { mainEffects } from './regression.ts';

export const METHODS = ['oat', 'morris', 'sampled'] as const;
export type Method = (typeof METHODS)[number];

export interface DesignOptions {
  readonly parameters: readonly string[];
  /** Trajectories of the screening, or points of the sample. */
  readonly samples: number;
}

export interface MeasuredEffect {
  /** Change of the outcome from the low end of the range to the high one. */
  readonly effect: number;
  /** Its 95 % interval, where the method gives one. */
  readonly low?: number;
  readonly high?: number;
  /** Screening: mean size of the effect without its sign, and how much it differs from place to place. */
  readonly muStar?: number;
  readonly sigma?: number;
}

export interface Point {
  /** Share of its range that each parameter has, 0 to 1; those left out are as the rules have them. */
  readonly shares: Readonly<Record<string, number>>;
  /** Names seeds of its own, else all points have the same. */
  readonly series?: string;
}

export interface Design {
  readonly points: readonly Point[];
  /** Effects in the order of the parameters, from the outcome of each game at each point. */
  readonly measure: (values: readonly (readonly number[])[]) => MeasuredEffect[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Both ends of each range on the same seeds, all else as the rules have it. */
function oneAtATime({ parameters }: DesignOptions): Design {
  return {
    points: parameters.flatMap((id) => [{ shares: { [id]: 0 } }, { shares: { [id]: 1 } }]),
    measure: (values) =>
      parameters.map((_, index) => {
        const { effect, low, high } = effectOf(values[2 * index] ?? [], values[2 * index + 1] ?? []);
        return { effect, low, high };
      }),
  };
}

function screening({ parameters, samples }: DesignOptions, seed: string): Design {
  const walks = Array.from({ length: samples }, (_, number) => morrisTrajectory(parameters.length, seed, number));
  const perWalk = parameters.length + 1;
  return {
    points: walks.flatMap(({ points }) =>
      points.map((shares) => ({ shares: Object.fromEntries(parameters.map((id, index) => [id, shares[index] ?? 0])) })),
    ),
    measure: (values) => {
      const seen = walks.map(({ points }, walk) => points.map((_, step) => mean(values[walk * perWalk + step] ?? [])));
      return elementaryEffects(walks, seen).map(({ mu, muStar, sigma }) => ({ effect: mu, muStar, sigma }));
    },
  };
}

/** A Latin hypercube over all ranges, each point with seeds of its own, and main effects by regression. */
function sampled({ parameters, samples }: DesignOptions, seed: string): Design {
  const numbers = Array.from({ length: samples }, (_, index) => index);
  const columns = parameters.map((id) => {
    const order = keyedOrder(numbers, String, seed, 'sample', id);
    return numbers.map((number) => ((order[number] ?? 0) + draw(seed, 'within', id, number)) / samples);
  });
  const rows = numbers.map((number) => columns.map((column) => column[number] ?? 0));
  return {
    points: rows.map((row, number) => ({
      shares: Object.fromEntries(parameters.map((id, index) => [id, row[index] ?? 0])),
      series: String(number),
    })),
    measure: (values) => mainEffects(rows, values.map(mean)) ?? [],
  };
}

export const DESIGNS: Readonly<Record<Method, (options: DesignOptions, seed: string) => Design>> = {
  oat: oneAtATime,
  morris: screening,
  sampled,
};
