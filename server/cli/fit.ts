/**
 * `fit`: looks for parameters, inside their ranges, with which history comes nearer to what was known at the end of 2024.
 * A climb in rounds: some small moves from the best set so far, of which the best is kept where the loss falls. It prints what it found; nothing is written to the ruleset.
 */

import { lossOf, nextSet, type ParameterSet } from '#shared/experiment/history/fit.ts';
import { loadBaseRuleset } from '../content/read-mod-folder.ts';
import { counted } from './counted.ts';
import { readHistoryScript } from './history-games.ts';
import { JobPool } from './job-pool.ts';
import { UsageError } from './names.ts';
import { Progress } from './progress.ts';

/** Moves a round, whatever the number of threads, so that this changes nothing. */
const ROUND_TRIES = 8;

export interface FitOptions {
  readonly games: string;
  readonly tries: string;
  readonly json?: boolean;
}

const numberOf = (text: string, option: string, most: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new UsageError(`--${option} must be a number from 1 to ${most}.`);
  return value;
};

export async function fitParameters(options: FitOptions): Promise<void> {
  const games = numberOf(options.games, 'games', 1000);
  const tries = numberOf(options.tries, 'tries', 10_000);
  const { ruleset } = await loadBaseRuleset();
  const { fit: ids } = await readHistoryScript();
  const start: ParameterSet = Object.fromEntries(ids.map((id) => [id, ruleset.parameters[id]?.value ?? 0]));
  const progress = new Progress('tries', tries);
  let best = { values: start, loss: Number.POSITIVE_INFINITY };
  let first = Number.POSITIVE_INFINITY;
  const pool = new JobPool();
  try {
    for (let attempt = 0; attempt < tries; ) {
      const round = attempt === 0 ? 1 : Math.min(ROUND_TRIES, tries - attempt);
      const sets = Array.from({ length: round }, (_, at) =>
        attempt === 0 ? start : nextSet(ruleset, ids, best.values, 'fit', attempt + at),
      );
      const losses = await Promise.all(
        sets.map(async (values) => {
          const checks = await pool.run('historyOfSet', { values, games });
          progress.step();
          return lossOf(checks);
        }),
      );
      if (attempt === 0) first = losses[0] ?? first;
      losses.forEach((loss, at) => {
        if (loss < best.loss) best = { values: sets[at] ?? start, loss };
      });
      attempt += round;
    }
  } finally {
    await pool.close();
  }
  progress.end();
  const changed = Object.fromEntries(Object.entries(best.values).filter(([id, value]) => value !== start[id]));
  if (options.json)
    process.stdout.write(`${JSON.stringify({ games, tries, loss: { before: first, after: best.loss }, changed })}\n`);
  else {
    process.stdout.write(
      `Loss to the end of 2024: ${first.toFixed(2)} before, ${best.loss.toFixed(2)} after ${tries === 1 ? '1 try' : `${tries} tries`} of ${counted(games, 'game')}\n`,
    );
    for (const [id, value] of Object.entries(changed)) process.stdout.write(`${id}: ${start[id]} -> ${value}\n`);
  }
}
