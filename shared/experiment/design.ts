/**
 * Points at which a free experiment is played: a full factorial of all levels, or a Latin hypercube (McKay, Beckman and
 * Conover 1979), in which each factor's range is covered evenly however few the points.
 */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { sortedEntries } from '../util/ids.ts';
import { draw, keyedOrder } from '../util/keyed-random.ts';
import { type Change, mergeChanges } from './change.ts';
import type { Experiment, Factor } from './experiment-file.ts';

export interface DesignPoint {
  /** Name of the point: factors and levels. Empty where nothing varies. */
  readonly name: string;
  readonly levels: Readonly<Record<string, string | number>>;
  readonly change: Change;
}

interface Level {
  readonly label: string | number;
  readonly change: Change;
}

export function designPoints(experiment: Experiment, ruleset: Ruleset): DesignPoint[] {
  const { vary } = experiment;
  if (vary === undefined) return [{ name: '', levels: {}, change: {} }];
  const factors = sortedEntries(vary.factors);
  if (vary.design === 'factorial') {
    let points: DesignPoint[] = [{ name: '', levels: {}, change: {} }];
    for (const [name, factor] of factors)
      points = points.flatMap((point) => levelsOf(factor, ruleset).map((level) => withLevel(point, name, level)));
    return points;
  }
  const numbers = Array.from({ length: vary.samples }, (_, index) => index);
  let points: DesignPoint[] = numbers.map(() => ({ name: '', levels: {}, change: {} }));
  for (const [name, factor] of factors) {
    const order = keyedOrder(numbers, String, experiment.id, 'hypercube', name);
    points = points.map((point, index) => {
      const within = draw(experiment.id, 'hypercube', name, index);
      return withLevel(point, name, levelAt(factor, ruleset, ((order[index] ?? 0) + within) / vary.samples));
    });
  }
  return points;
}

function withLevel(point: DesignPoint, factor: string, { label, change }: Level): DesignPoint {
  return {
    name: `${point.name === '' ? '' : `${point.name}, `}${factor} ${label}`,
    levels: { ...point.levels, [factor]: label },
    change: mergeChanges(point.change, change),
  };
}

/** Whole numbers stay whole: a parameter whose value and range are whole is a count. */
export function parameterAt(ruleset: Ruleset, id: string, [low, high]: readonly [number, number], share: number): number {
  const { value = 0, min = 0, max = 0 } = ruleset.parameters[id] ?? {};
  const raw = low + share * (high - low);
  return [value, min, max].every(Number.isInteger) ? Math.round(raw) : Number(raw.toPrecision(6));
}

/** The range of a parameter by the ruleset. */
export function rangeOf(ruleset: Ruleset, id: string): readonly [number, number] {
  const { min = 0, max = 0 } = ruleset.parameters[id] ?? {};
  return [min, max];
}

const setTo = (id: string, value: number): Level => ({ label: value, change: { parameters: { [id]: value } } });

function levelsOf(factor: Factor, ruleset: Ruleset): Level[] {
  const { parameter, values, steps } = factor;
  if (parameter === undefined) return sortedEntries(factor.levels ?? {}).map(([label, change]) => ({ label, change }));
  if (values !== undefined) return values.map((value) => setTo(parameter, value));
  const range = factor.range ?? rangeOf(ruleset, parameter);
  const shares = Array.from({ length: steps }, (_, step) => step / (steps - 1));
  return [...new Set(shares.map((share) => parameterAt(ruleset, parameter, range, share)))].map((value) =>
    setTo(parameter, value),
  );
}

/** The level at a share of the range; listed levels have equal parts of it. */
function levelAt(factor: Factor, ruleset: Ruleset, share: number): Level {
  const { parameter } = factor;
  if (parameter !== undefined && factor.values === undefined)
    return setTo(parameter, parameterAt(ruleset, parameter, factor.range ?? rangeOf(ruleset, parameter), share));
  const levels = levelsOf(factor, ruleset);
  return levels[Math.min(levels.length - 1, Math.floor(share * levels.length))] ?? { label: '', change: {} };
}
