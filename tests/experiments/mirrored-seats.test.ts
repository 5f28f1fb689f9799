/**
 * Levels are levels: the same seat with the same seeds, once played by the better bot and once by the worse, all other
 * seats by normal ones. The better one should have the higher score in at least 65 % of pairs.
 */
import { expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import type { BotLevel } from '#shared/protocol/commands.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';
import { counts, FULL, report } from '#tests/counts.ts';

const { ruleset } = await loadBaseRuleset();

/** A few pairs only tell a level that is upside down; the goal itself is asked of many. */
const GOAL = FULL ? 0.65 : 0.4;
const SCENARIOS = FULL ? ['base:october-rule', 'base:long-race'] : ['base:october-rule'];
const Z_95 = 1.96;

interface Pair {
  readonly seat: string;
  readonly better: number;
  readonly worse: number;
}

/** Pairs by turns over scenarios and seats, with a new seed each round. */
function* pairs(better: BotLevel, worse: BotLevel): Generator<Pair> {
  for (let n = 0; n < counts.mirrorPairs; n += 1) {
    const scenario = SCENARIOS[n % SCENARIOS.length] ?? '';
    const seats = ruleset.scenarios[scenario]?.seats ?? [];
    const round = Math.floor(n / SCENARIOS.length);
    const seat = seats[round % seats.length] ?? '';
    const seed = deriveSeed(`${scenario}/${Math.floor(round / seats.length)}`, 'mirror');
    const scoreAs = (level: BotLevel) => playMatch(ruleset, { scenario, seed, bots: { [seat]: level } }).scores[seat] ?? 0;
    yield { seat, better: scoreAs(better), worse: scoreAs(worse) };
  }
}

test.each([
  ['normal', 'easy'],
  ['hard', 'normal'],
] as const)('%s beats %s in mirrored seats', (better, worse) => {
  const won: Record<string, number[]> = {};
  let points = 0;
  for (const pair of pairs(better, worse)) {
    won[pair.seat] = [...(won[pair.seat] ?? []), pair.better > pair.worse ? 1 : pair.better === pair.worse ? 0.5 : 0];
    points += (pair.better - pair.worse) / counts.mirrorPairs;
  }
  const all = Object.values(won).flat();
  const share = all.reduce((sum, one) => sum + one, 0) / all.length;
  const half = Z_95 * Math.sqrt((share * (1 - share)) / all.length);
  const bySeat = Object.entries(won).map(([seat, list]) => `${seat} ${list.reduce((sum, one) => sum + one, 0)}/${list.length}`);
  report(
    `${better} against ${worse}: ${(100 * share).toFixed(1)} % of ${all.length} mirrored seats won (± ${(100 * half).toFixed(1)}), ` +
      `${points.toFixed(1)} points more; ${bySeat.join(', ')}`,
  );
  expect(share).toBeGreaterThanOrEqual(GOAL);
});
