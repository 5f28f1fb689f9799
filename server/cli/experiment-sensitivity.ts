/** `experiment --sensitivity`: how the outcomes of an experiment depend on each parameter of the rules. */
import { writeFile } from 'node:fs/promises';
import type { Experiment } from '#shared/experiment/experiment-file.ts';
import { type OutcomeSensitivity, planSensitivity } from '#shared/experiment/sensitivity.ts';
import { METHODS, type Method } from '#shared/experiment/sensitivity-designs.ts';
import { hashRuleset } from '#shared/ruleset/load/hash-ruleset.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { type RunOptions, runGroups } from './experiment-run.ts';
import { UsageError } from './names.ts';

export interface SensitivityReport {
  readonly id: string;
  readonly title: string;
  readonly method: Method;
  /** Games at each point, and points. */
  readonly games: number;
  readonly points: number;
  /** Of the rules that were measured. */
  readonly ruleset: string;
  readonly outcomes: readonly OutcomeSensitivity[];
}

export interface SensitivityChoice {
  readonly method: string;
  /** Ids separated by commas; all where left out. */
  readonly parameters: string | undefined;
  readonly samples: number;
}

export async function playSensitivity(
  one: Experiment,
  ruleset: Ruleset,
  { method: typed, parameters: ids, samples }: SensitivityChoice,
  run: RunOptions,
): Promise<SensitivityReport> {
  const method = METHODS.find((known) => known === typed);
  if (method === undefined) throw new UsageError(`--sensitivity must be one of ${METHODS.join(', ')}.`);
  const known = Object.keys(ruleset.parameters).sort();
  const parameters = ids === undefined ? known : ids.split(',');
  const unknown = parameters.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new UsageError(`There is no parameter "${unknown}".`);
  if (method === 'sampled' && samples < 2 * parameters.length)
    throw new UsageError(`A sample over ${parameters.length} parameters needs --samples of at least ${2 * parameters.length}.`);
  const plan = planSensitivity(one, ruleset, { method, parameters, samples });
  if (plan === null) throw new UsageError(`"${one.id}" compares no figure.`);
  const outcomes = plan.outcomes(await runGroups(plan.groups, run));
  const points = plan.groups.length / (outcomes[0]?.arms.length ?? 1);
  return { id: one.id, title: one.title, method, games: run.games, points, ruleset: hashRuleset(ruleset), outcomes };
}

/** What the sheet of assumptions shows: effects with their intervals, to four digits, by parameter. */
export async function writeSummary(file: string, report: SensitivityReport): Promise<void> {
  const rounded = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : Number(value.toPrecision(4));
  const outcomes = report.outcomes.map(({ figure, title, rows }) => ({
    figure,
    title,
    effects: Object.fromEntries(
      [...rows]
        .sort((a, b) => (a.parameter < b.parameter ? -1 : 1))
        .map(({ parameter, effect, low, high, muStar, sigma }) => [
          parameter,
          { effect: rounded(effect), low: rounded(low), high: rounded(high), muStar: rounded(muStar), sigma: rounded(sigma) },
        ]),
    ),
  }));
  await writeFile(file, `${JSON.stringify({ ...report, outcomes }, null, 1)}\n`);
}
