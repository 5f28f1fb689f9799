/** One game of history, and the two worlds without and with all controls: the job that workers share. */
import { readFile } from 'node:fs/promises';
import { parse } from 'jsonc-parser';
import { type PlayedHistory, playHistory } from '#shared/experiment/history/play.ts';
import { type HistoryScript, historyScriptSchema } from '#shared/experiment/history/script.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';
import { loadBaseRuleset } from '../content/read-mod-folder.ts';

export const WORLDS = ['history', 'none', 'maximal'] as const;
export type World = (typeof WORLDS)[number];

/** Reads the script; throws an Error that names the first field that is wrong. */
export async function readHistoryScript(): Promise<HistoryScript> {
  const text = await readFile(new URL('../../assets/history/base.jsonc', import.meta.url), 'utf8');
  const parsed = historyScriptSchema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`assets/history/base.jsonc: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Orders of a world: as they were, or those of a counterfactual in place of the laws. */
function ordersOf(script: HistoryScript, world: World): HistoryScript['orders'] {
  if (world === 'history') return script.orders;
  const laws = new Set(script.counterfactuals.without);
  return [...script.orders.filter((item) => !laws.has(item.order.kind)), ...script.counterfactuals[world]];
}

export async function playWorld(world: World, index: number): Promise<PlayedHistory> {
  const { ruleset } = await loadBaseRuleset();
  const script = await readHistoryScript();
  return playHistory(ruleset, script, deriveSeed(`history/${index}`, 'seed'), ordersOf(script, world));
}
