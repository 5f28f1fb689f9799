/** How far the outcomes of an experiment depend on each assumption: one at a time, by screening (Morris), or by a sample. */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Change } from './change.ts';
import { parameterAt, rangeOf } from './design.ts';
import { armsOf, type Experiment, type LeafCondition, leavesOf } from './experiment-file.ts';
import { groupOf } from './experiment-plan.ts';
import { FIGURES } from './figure-catalogue.ts';
import type { JobGroup, JobResult } from './job.ts';
import { DESIGNS, type DesignOptions, type MeasuredEffect, type Method } from './sensitivity-designs.ts';

export interface SensitivityRow extends MeasuredEffect {
  readonly parameter: string;
  readonly min: number;
  readonly max: number;
}

/** A figure of an arm, or of a second arm less a first. */
export interface Outcome {
  readonly figure: string;
  readonly title: string;
  readonly arms: readonly string[];
}

export interface OutcomeSensitivity extends Outcome {
  /** By falling size of the effect. */
  readonly rows: readonly SensitivityRow[];
}

export interface Sensitivity {
  readonly groups: readonly JobGroup[];
  /** `results` belong to the groups. */
  readonly outcomes: (results: readonly (readonly JobResult[])[]) => OutcomeSensitivity[];
}

export interface SensitivityOptions extends DesignOptions {
  readonly method: Method;
}

/** What is followed: the verdict's first comparison of figures, or without a verdict every figure of the first arm. */
export function outcomesOf(experiment: Experiment): Outcome[] {
  if (experiment.verdict === undefined) {
    const arms = Object.keys(experiment.arms).slice(0, 1);
    return Object.entries(experiment.figures).map(([figure, spec]) => {
      const of = spec.of === undefined ? '' : ` of ${spec.of}`;
      return { figure, title: `${spec.figure}${of}, ${FIGURES[spec.figure].unit}`, arms };
    });
  }
  const leaf = leavesOf(experiment.verdict).find((one): one is Extract<LeafCondition, { figure: string }> => 'figure' in one);
  if (leaf === undefined) return [];
  const arms = armsOf(leaf).slice(0, 2);
  const words = arms.length === 1 ? arms[0] : `${arms[1]} less ${arms[0]}`;
  return [{ figure: leaf.figure, title: leaf.title ?? `${leaf.figure}: ${words}`, arms }];
}

/** Null where the experiment has no outcome to follow. */
export function planSensitivity(experiment: Experiment, ruleset: Ruleset, options: SensitivityOptions): Sensitivity | null {
  const outcomes = outcomesOf(experiment);
  const [arms = []] = outcomes.map((outcome) => outcome.arms);
  if (outcomes.length === 0) return null;
  const { points, measure } = DESIGNS[options.method](options, experiment.id);
  const rowOf = (measured: MeasuredEffect, index: number): SensitivityRow => {
    const parameter = options.parameters[index] ?? '';
    return { parameter, min: valueAt(ruleset, parameter, 0), max: valueAt(ruleset, parameter, 1), ...measured };
  };
  const followed = Object.fromEntries(
    Object.entries(experiment.figures).filter(([name]) => outcomes.some(({ figure }) => figure === name)),
  );
  const groups = points.flatMap(({ shares, series }) => {
    const parameters: Record<string, number> = {};
    for (const [id, share] of Object.entries(shares)) parameters[id] = valueAt(ruleset, id, share);
    const change: Change = { parameters };
    return arms.map((arm): JobGroup => {
      const group = groupOf(experiment, arm, change);
      return {
        ...group,
        figures: followed,
        watch: false,
        series: series === undefined ? group.series : `${group.series}/${series}`,
      };
    });
  });
  const read = (results: readonly JobResult[] | undefined, figure: string): number[] =>
    (results ?? []).map(({ values }) => values[figure] ?? 0);
  return {
    groups,
    outcomes: (results) =>
      outcomes.map((outcome) => {
        const values = points.map((_, point) => {
          const first = read(results[point * arms.length], outcome.figure);
          if (arms.length === 1) return first;
          const second = read(results[point * arms.length + 1], outcome.figure);
          return second.map((value, game) => value - (first[game] ?? 0));
        });
        return { ...outcome, rows: measure(values).map(rowOf).sort(bySize) };
      }),
  };
}

const valueAt = (ruleset: Ruleset, id: string, share: number): number => parameterAt(ruleset, id, rangeOf(ruleset, id), share);
const sizeOf = ({ muStar, effect }: SensitivityRow): number => muStar ?? Math.abs(effect);
const bySize = (a: SensitivityRow, b: SensitivityRow): number => sizeOf(b) - sizeOf(a) || (a.parameter < b.parameter ? -1 : 1);
