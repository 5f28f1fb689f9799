/** Reads experiment files, plays one and judges it: shared by the command and the tests, so that both say the same. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Experiment, leavesOf } from '#shared/experiment/experiment-file.ts';
import { type ExperimentReport, type PlannedGroup, planGroups, reportOf } from '#shared/experiment/experiment-plan.ts';
import { historyChecks } from '#shared/experiment/history/checks.ts';
import type { JobResult } from '#shared/experiment/job.ts';
import type { Evidence } from '#shared/experiment/judge.ts';
import { readExperiment } from '#shared/experiment/read-experiment.ts';
import { markOf } from '#shared/experiment/tech-marks.ts';
import { formatDiagnostic } from '#shared/ruleset/load/diagnostic.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { type RunOptions, runGroups } from './experiment-run.ts';
import { readHistoryScript } from './history-games.ts';
import { rulesetWith } from './mods.ts';
import { UsageError } from './names.ts';

/** Stands for every file of `assets/experiments`. */
const ALL_FILES = 'all';
const FOLDER = fileURLToPath(new URL('../../assets/experiments/', import.meta.url));

/** Paths of the statements of the game's design, in order of their names. */
export async function statementFiles(): Promise<string[]> {
  const names = await readdir(FOLDER);
  return names
    .filter((name) => name.endsWith('.jsonc'))
    .sort()
    .map((name) => FOLDER + name);
}

export async function filesOf(typed: readonly string[]): Promise<string[]> {
  const all = await statementFiles();
  return typed.flatMap((file) => (file === ALL_FILES ? all : [file]));
}

/** The experiment, with mods from outside in every arm; faults end the command, each with its place. */
export async function readExperimentFile(file: string, mods: readonly string[] = []): Promise<Experiment> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(`The file "${file}" can't be read: ${error.message}.`);
  });
  const { experiment, diagnostics } = readExperiment(file, text, await rulesetWith(mods));
  if (experiment === null) throw new UsageError(diagnostics.map(formatDiagnostic).join('\n'));
  if (mods.length === 0) return experiment;
  return { ...experiment, base: { ...experiment.base, mods: [...mods, ...(experiment.base.mods ?? [])] } };
}

export interface PlayedExperiment {
  readonly planned: readonly PlannedGroup[];
  readonly results: readonly (readonly JobResult[])[];
  readonly report: ExperimentReport;
}

export async function playExperiment(experiment: Experiment, ruleset: Ruleset, run: RunOptions): Promise<PlayedExperiment> {
  const planned = planGroups(experiment, ruleset);
  const groups = planned.map(({ group }) => group);
  const results = await runGroups(groups, run);
  return { planned, results, report: reportOf(experiment, planned, results, await evidenceFor(experiment, ruleset)) };
}

async function evidenceFor({ verdict }: Experiment, ruleset: Ruleset): Promise<Omit<Evidence, 'results'>> {
  const needsHistory = verdict !== undefined && leavesOf(verdict).some(({ is }) => is === 'history');
  const script = needsHistory ? await readHistoryScript() : null;
  return {
    markOf: (tech) => markOf(ruleset, tech),
    historyChecks: (games) => (script === null ? [] : historyChecks(ruleset, script, games)),
  };
}
