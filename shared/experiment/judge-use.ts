/** Whether technologies or orders are useless or a must: how many are used too seldom or too often where they are possible. */
import { sortedEntries } from '../util/ids.ts';
import { shareOf } from './balance-interval.ts';
import type { LeafCondition } from './experiment-file.ts';
import type { JobResult, UseCounts } from './job.ts';
import type { Evidence, Measured } from './judge.ts';

/** With fewer seats that could choose it, not even nobody would show that less than 5 % do (Wilson's interval, 95 %). */
const FEWEST_SEATS = 73;

/**
 * Useless is what too few of the seats that could choose it ever do, game by game. A must is a technology that too many of them
 * have, and an order that is given in too many of the turns in which it could be: verbs are used in every game, not in every turn.
 * The effect is the number of items outside the bounds, of those that at least `FEWEST_SEATS` could choose; of the interval, the low end counts those that surely are.
 */
export function judgeUse(condition: Extract<LeafCondition, { is: 'used' }>, evidence: Evidence): Measured {
  const results = evidence.results(condition.arm);
  const details: string[] = [];
  let sure = 0;
  for (const [id, [seats, seatsUsing, turns, turnsUsing]] of sortedEntries(totalsOf(results, condition.what))) {
    const mark = condition.what === 'techs' ? evidence.markOf(id) : null;
    if (mark === 'start' || mark === 'long-shot' || seats < FEWEST_SEATS) continue;
    const bySeats = shareOf(seatsUsing, seats);
    const byTurns = condition.what === 'orders' ? shareOf(turnsUsing, turns) : bySeats;
    if (bySeats.of > 0 && bySeats.share < condition.low) {
      if (bySeats.high < condition.low) sure += 1;
      details.push(`${id}: ${percent(bySeats.share)} of ${seats} seats`);
    } else if (mark !== 'road' && byTurns.of > 0 && byTurns.share > condition.high) {
      if (byTurns.low > condition.high) sure += 1;
      details.push(`${id}: ${percent(byTurns.share)} of ${byTurns.of} ${condition.what === 'orders' ? 'turns' : 'seats'}`);
    }
  }
  const holds = details.length === 0;
  return {
    holds,
    certain: holds || sure > 0,
    effect: details.length,
    interval: [sure, details.length],
    games: results.length,
    details,
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function totalsOf(results: readonly JobResult[], what: 'techs' | 'orders'): UseCounts {
  const total: UseCounts = {};
  for (const { use } of results) {
    for (const [id, counts] of sortedEntries(use?.[what] ?? {})) {
      const before = total[id] ?? [0, 0, 0, 0];
      total[id] = [before[0] + counts[0], before[1] + counts[1], before[2] + counts[2], before[3] + counts[3]];
    }
  }
  return total;
}
