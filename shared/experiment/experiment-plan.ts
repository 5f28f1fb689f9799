/** Which games an experiment needs, and the report that their results give. */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { sortedKeys } from '../util/ids.ts';
import { type Change, mergeChanges } from './change.ts';
import { type DesignPoint, designPoints } from './design.ts';
import { type Experiment, leavesOf } from './experiment-file.ts';
import type { JobGroup, JobResult } from './job.ts';
import { type Evidence, type Judged, judge } from './judge.ts';
import { type Effect, effectOf } from './paired.ts';

/** Games of one arm, at one point of the design, with or without the mechanism behind the statement. */
export interface PlannedGroup {
  readonly point: DesignPoint;
  readonly ablated: boolean;
  readonly group: JobGroup;
}

export interface ArmFigures {
  readonly arm: string;
  /** By figure: mean and 95 % interval. */
  readonly figures: Readonly<Record<string, { mean: number; low: number; high: number }>>;
}

export interface ArmEffect extends Pick<Effect, 'effect' | 'low' | 'high' | 'games'> {
  readonly figure: string;
  readonly control: string;
  readonly treated: string;
}

export interface PointReport {
  readonly point: string;
  readonly levels: DesignPoint['levels'];
  readonly arms: readonly ArmFigures[];
  /** Each other arm against the first. */
  readonly effects: readonly ArmEffect[];
  readonly verdict: Judged | null;
}

export interface ExperimentReport {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly games: number;
  /** Null for an experiment without a statement. */
  readonly holds: boolean | null;
  readonly certain: boolean | null;
  readonly effect: number | null;
  readonly interval: readonly [number, number] | null;
  /** The statement without the mechanism behind it: `fails` is what it should do. */
  readonly ablation:
    | (Pick<Judged, 'holds' | 'certain' | 'effect' | 'interval'> & { title: string; fails: boolean; verdict: Judged })
    | null;
  readonly points: readonly PointReport[];
}

export function groupOf(experiment: Experiment, arm: string, ...changes: readonly Change[]): JobGroup {
  const own = experiment.arms[arm] ?? {};
  return {
    arm,
    scenario: experiment.scenario,
    series: experiment.series ?? experiment.id,
    maxTurns: experiment.maxTurns ?? null,
    change: [own, ...changes].reduce(mergeChanges, experiment.base),
    figures: experiment.figures,
    watch:
      experiment.verdict !== undefined && leavesOf(experiment.verdict).some((leaf) => leaf.is === 'used' && leaf.arm === arm),
  };
}

export function planGroups(experiment: Experiment, ruleset: Ruleset): PlannedGroup[] {
  const planned: PlannedGroup[] = [];
  for (const point of designPoints(experiment, ruleset)) {
    for (const arm of sortedKeys(experiment.arms))
      planned.push({ point, ablated: false, group: groupOf(experiment, arm, point.change) });
  }
  const { ablation } = experiment;
  if (ablation === undefined || experiment.verdict === undefined) return planned;
  const point = { name: '', levels: {}, change: {} };
  for (const arm of sortedKeys(experiment.arms))
    planned.push({ point, ablated: true, group: groupOf(experiment, arm, ablation.change) });
  return planned;
}

/** The report; `results` belong to the planned groups, in their order, by number of the game. */
export function reportOf(
  experiment: Experiment,
  planned: readonly PlannedGroup[],
  results: readonly (readonly JobResult[])[],
  evidence: Omit<Evidence, 'results'>,
): ExperimentReport {
  const { verdict, ablation } = experiment;
  const find = (point: string, ablated: boolean, arm: string): readonly JobResult[] =>
    results[planned.findIndex((one) => one.point.name === point && one.ablated === ablated && one.group.arm === arm)] ?? [];
  const judged = (point: string, ablated: boolean): Judged | null =>
    verdict === undefined ? null : judge(verdict, { ...evidence, results: (arm) => find(point, ablated, arm) });
  const arms = Object.keys(experiment.arms);
  const names = [...new Set(planned.filter(({ ablated }) => !ablated).map(({ point }) => point.name))];
  const points = names.map((name) => ({
    point: name,
    levels: planned.find(({ point }) => point.name === name)?.point.levels ?? {},
    arms: arms.map((arm) => ({ arm, figures: figuresOf(experiment, find(name, false, arm)) })),
    effects: effectsOf(experiment, arms, (arm) => find(name, false, arm)),
    verdict: judged(name, false),
  }));
  const all = points.map((point) => point.verdict).filter((one) => one !== null);
  const shown = all.find(({ holds }) => !holds) ?? all[0];
  const without = ablation === undefined ? null : judged('', true);
  return {
    id: experiment.id,
    title: experiment.title,
    text: experiment.text,
    games: Math.min(...results.map((list) => list.length)),
    holds: shown === undefined ? null : all.every(({ holds }) => holds),
    certain: shown?.certain ?? null,
    effect: shown?.effect ?? null,
    interval: shown?.interval ?? null,
    ablation:
      without === null || ablation === undefined
        ? null
        : {
            title: ablation.title,
            fails: !without.holds,
            holds: without.holds,
            certain: without.certain,
            effect: without.effect,
            interval: without.interval,
            verdict: without,
          },
    points,
  };
}

const valuesOf = (results: readonly JobResult[], figure: string): number[] => results.map(({ values }) => values[figure] ?? 0);

function figuresOf(experiment: Experiment, results: readonly JobResult[]): ArmFigures['figures'] {
  const figures: Record<string, { mean: number; low: number; high: number }> = {};
  for (const figure of Object.keys(experiment.figures)) {
    const values = valuesOf(results, figure);
    const { effect, low, high } = effectOf(
      values.map(() => 0),
      values,
    );
    figures[figure] = { mean: effect, low, high };
  }
  return figures;
}

function effectsOf(
  experiment: Experiment,
  [control = '', ...others]: readonly string[],
  results: (arm: string) => readonly JobResult[],
): PointReport['effects'] {
  return Object.keys(experiment.figures).flatMap((figure) =>
    others.map((treated) => {
      const { effect, low, high, games } = effectOf(valuesOf(results(control), figure), valuesOf(results(treated), figure));
      return { figure, control, treated, effect, low, high, games };
    }),
  );
}
