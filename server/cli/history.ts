/** `history`: plays what was done and prints how near the world comes, check by check, over many seeds. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Check, historyChecks } from '#shared/experiment/history/checks.ts';
import type { PlayedHistory } from '#shared/experiment/history/play.ts';
import { loadBaseRuleset } from '../content/read-mod-folder.ts';
import { readHistoryScript, WORLDS, type World } from './history-games.ts';
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
        `${check.passed ? 'pass' : 'FAIL'}  ${check.id}: ${check.what}\n      target ${check.target} (${check.tolerance})\n      result ${check.result}`,
    )
    .join('\n');

/** All games of all worlds, by index, on all cores. */
async function playAll(games: number): Promise<Record<World, PlayedHistory[]>> {
  const played: Record<World, PlayedHistory[]> = { history: [], none: [], maximal: [] };
  const jobs = WORLDS.flatMap((world) => Array.from({ length: games }, (_, index) => ({ world, index })));
  const progress = new Progress('games', jobs.length);
  let next = 0;
  await Promise.all(
    Array.from(
      { length: Math.min(availableParallelism(), jobs.length) },
      () =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(new URL('./history-worker.ts', import.meta.url));
          const give = (): void => {
            const job = jobs[next];
            next += 1;
            if (job === undefined) void worker.terminate().then(() => resolve());
            else worker.postMessage(job);
          };
          worker.on('message', (done: { world: World; index: number; played: PlayedHistory }) => {
            played[done.world][done.index] = done.played;
            progress.step();
            give();
          });
          worker.on('error', reject);
          give();
        }),
    ),
  );
  progress.end();
  return played;
}
