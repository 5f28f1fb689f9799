/** Games of history: in the world as it was, in those without and with all controls, and with other parameters. */
import { readFile } from 'node:fs/promises';
import { parse } from 'jsonc-parser';
import type { Check } from '#shared/experiment/history/checks/check.ts';
import { historyChecks } from '#shared/experiment/history/checks.ts';
import { type ParameterSet, withParameters } from '#shared/experiment/history/fit.ts';
import { type PlayedHistory, playHistory } from '#shared/experiment/history/play.ts';
import { type HistoryScript, historyScriptSchema, ordersOf, type World } from '#shared/experiment/history/script.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';
import { loadBaseRuleset } from '../content/read-mod-folder.ts';

/** Reads the script; throws an Error that names the first field that is wrong. */
export async function readHistoryScript(): Promise<HistoryScript> {
  const text = await readFile(new URL('../../assets/history/base.jsonc', import.meta.url), 'utf8');
  const parsed = historyScriptSchema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`assets/history/base.jsonc: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Seed of the game with this number. */
export const seedOf = (index: number): string => deriveSeed(`history/${index}`, 'seed');

export interface WorldGame {
  readonly world: World;
  readonly index: number;
}

export async function playWorld({ world, index }: WorldGame): Promise<PlayedHistory> {
  const { ruleset } = await loadBaseRuleset();
  const script = await readHistoryScript();
  return playHistory(ruleset, script, seedOf(index), ordersOf(script, world));
}

export interface SetOfParameters {
  readonly values: ParameterSet;
  readonly games: number;
}

/** How near history comes with other parameters, over so many games. */
export async function playParameterSet({ values, games }: SetOfParameters): Promise<Check[]> {
  const ruleset = withParameters((await loadBaseRuleset()).ruleset, values);
  const script = await readHistoryScript();
  const world = ordersOf(script, 'history');
  const history = Array.from({ length: games }, (_, index) => playHistory(ruleset, script, seedOf(index), world).rows);
  return historyChecks(ruleset, script, { history, none: [], maximal: [] });
}
