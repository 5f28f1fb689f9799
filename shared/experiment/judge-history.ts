/** Whether the simulation, played by the script of history, passes its checks; the interval is over single seeds. */
import type { LeafCondition } from './experiment-file.ts';
import type { Check } from './history/checks/check.ts';
import type { Evidence, HistoryGames, Measured } from './judge.ts';
import { effectOf } from './paired.ts';

const passedOf = (checks: readonly Check[]): number => checks.filter((check) => check.passed && !check.judgement).length;

/**
 * The statement is about the checks of what happened; the judgements on worlds that were not stand among the details. The effect is
 * the number of checks passed by the medians; the interval is that of the mean number a single seed passes.
 */
export function judgeHistory(condition: Extract<LeafCondition, { is: 'history' }>, evidence: Evidence): Measured {
  const rows = (arm: string): HistoryGames => evidence.results(arm).map((result) => result.rows ?? []);
  const games = { history: rows(condition.history), none: rows(condition.none), maximal: rows(condition.maximal) };
  const checks = evidence.historyChecks(games);
  const passed = passedOf(checks);
  const perSeed = games.history.map((_, n) => {
    const one = (list: HistoryGames): HistoryGames => list.slice(n, n + 1);
    return passedOf(evidence.historyChecks({ history: one(games.history), none: one(games.none), maximal: one(games.maximal) }));
  });
  const { low, high } = effectOf(
    perSeed.map(() => 0),
    perSeed,
  );
  return {
    holds: passed === checks.filter((check) => !check.judgement).length,
    certain: true,
    effect: passed,
    interval: [low, high],
    games: perSeed.length,
    details: checks.map(
      (check) =>
        `${check.id} ${check.passed ? 'passes' : 'fails'}${check.judgement ? ' (a judgement, not counted)' : ''}: ${check.what}: ${check.result}`,
    ),
  };
}
