/** `history`: plays what was done and prints how near the world comes, check by check, over many seeds. */

import type { Check } from '#shared/experiment/history/checks/check.ts';
import { historyChecks } from '#shared/experiment/history/checks.ts';
import type { PlayedHistory } from '#shared/experiment/history/play.ts';
import { WORLDS, type World } from '#shared/experiment/history/script.ts';
import { loadBaseRuleset } from '../content/read-mod-folder.ts';
import { readHistoryScript } from './history-games.ts';
import { runAll } from './job-pool.ts';
import { UsageError } from './names.ts';
import { Progress } from './progress.ts';

export interface HistoryOptions {
  readonly games: string;
  readonly json?: boolean;
}

export async function history(options: HistoryOptions): Promise<void> {
  const games = Number(options.games);
  if (!Number.isInteger(games) || games < 1 || games > 10_000) throw new UsageError('--games must be a number from 1 to 10000.');
  const { ruleset } = await loadBaseRuleset();
  const script = await readHistoryScript();
  const played = await playAll(games);
  const rows = (world: World) => (played[world] ?? []).map((game) => game.rows);
  const checks = historyChecks(ruleset, script, { history: rows('history'), none: rows('none'), maximal: rows('maximal') });
  const refused = played.history[0]?.refused ?? [];
  if (options.json) process.stdout.write(`${JSON.stringify({ games, checks, refused })}\n`);
  else
    process.stdout.write(
      `${table(checks)}\n${checks.filter((check) => check.passed).length} of ${checks.length} pass over ${games} seeds\n`,
    );
  for (const item of refused)
    process.stderr.write(
      `Not carried out in ${Math.floor(item.quarter / 4)} Q${(item.quarter % 4) + 1}: ${item.seat} ${item.order.kind} (${item.reason})\n`,
    );
}

const table = (checks: readonly Check[]): string =>
  checks
    .map(
      (check) =>
        `${check.passed ? 'pass' : 'FAIL'}  ${check.id}: ${check.what}${check.judgement ? ' (a judgement on a world that was not)' : ''}\n      target ${check.target} (${check.tolerance}; ${check.source})\n      result ${check.result}`,
    )
    .join('\n');

/** All games of all worlds, each world's by number. */
async function playAll(games: number): Promise<Record<World, PlayedHistory[]>> {
  const inputs = WORLDS.flatMap((world) => Array.from({ length: games }, (_, index) => ({ world, index })));
  const progress = new Progress('games', inputs.length);
  const played = await runAll('historyGame', inputs, { onDone: () => progress.step() });
  progress.end();
  const of = (world: World): PlayedHistory[] => played.filter((_, at) => inputs[at]?.world === world);
  return { history: of('history'), none: of('none'), maximal: of('maximal') };
}
