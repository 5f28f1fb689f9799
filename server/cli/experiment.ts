/** `experiment FILE…`: plays the arms of experiments on the same seeds and says whether their statements hold. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExperimentReport } from '#shared/experiment/experiment-plan.ts';
import { experimentPage } from './experiment-page.ts';
import { filesOf, playExperiment, readExperimentFile } from './experiment-play.ts';
import { playSensitivity, type SensitivityReport, writeSummary } from './experiment-sensitivity.ts';
import { gamesCsv, reportText, sensitivityText, summaryText } from './experiment-table.ts';
import { rulesetWith } from './mods.ts';
import { UsageError } from './names.ts';

export interface ExperimentOptions {
  readonly games?: string;
  readonly workers?: string;
  readonly mod: readonly string[];
  readonly csv?: string;
  readonly html?: string;
  readonly json?: boolean;
  readonly fresh?: boolean;
  readonly sensitivity?: string;
  readonly parameters?: string;
  readonly samples: string;
  readonly summary?: string;
}

const MOST_GAMES = 100_000;
const MOST_WORKERS = 1024;

export async function experiment(files: readonly string[], options: ExperimentOptions): Promise<void> {
  const ruleset = await rulesetWith(options.mod);
  const paths = await filesOf(files);
  const experiments = await Promise.all(paths.map((file) => readExperimentFile(file, options.mod)));
  const whole = (typed: string | undefined, option: string, most: number): number | undefined =>
    typed === undefined ? undefined : wholeNumber(typed, option, most);
  const workers = whole(options.workers, '--workers', MOST_WORKERS);
  const games = whole(options.games, '--games', MOST_GAMES);
  const run = { workers, fresh: options.fresh ?? false };
  if (options.sensitivity !== undefined) {
    const choice = {
      method: options.sensitivity,
      parameters: options.parameters,
      samples: wholeNumber(options.samples, '--samples', MOST_GAMES),
    };
    const found: SensitivityReport[] = [];
    for (const one of experiments) {
      const report = await playSensitivity(one, ruleset, choice, { ...run, games: games ?? one.games });
      found.push(report);
      if (!options.json) process.stdout.write(sensitivityText(report));
      if (options.summary !== undefined) await writeSummary(options.summary, report);
    }
    await finish(found, options, experimentPage([], found));
    return;
  }
  const reports: ExperimentReport[] = [];
  for (const one of experiments) {
    const { planned, results, report } = await playExperiment(one, ruleset, { ...run, games: games ?? one.games });
    reports.push(report);
    if (options.csv !== undefined) {
      await mkdir(options.csv, { recursive: true });
      await writeFile(join(options.csv, `${one.id}.csv`), gamesCsv(Object.keys(one.figures), planned, results));
    }
    if (!options.json) process.stdout.write(reportText(report));
  }
  if (!options.json && reports.length > 1) process.stdout.write(summaryText(reports));
  await finish(reports, options, experimentPage(reports));
}

async function finish(found: readonly object[], { html, json }: ExperimentOptions, page: string): Promise<void> {
  if (html !== undefined) await writeFile(html, page);
  if (json) process.stdout.write(`${JSON.stringify(found.length === 1 ? found[0] : found)}\n`);
}

function wholeNumber(typed: string, option: string, most: number): number {
  const value = Number(typed);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new UsageError(`${option} must be a whole number from 1 to ${most}.`);
  return value;
}
