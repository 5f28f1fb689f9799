/** What a law costs the side that made it: sales that its own chipmakers lose cost its government capital. */
import { clamp, floorInt } from '../util/exact-math.ts';
import { sortedEntries } from '../util/ids.ts';
import { record } from './entries.ts';
import { blocOf, governmentsOf, parameterOf } from './know.ts';
import { open, type Turn } from './turn.ts';

export function chargeLostSales(turn: Turn): void {
  for (const [maker, kusd] of sortedEntries(turn.scratch.lostSalesKusd)) {
    const points = clamp(
      floorInt(kusd / parameterOf(turn, 'lost-sales-kusd-per-capital')),
      0,
      parameterOf(turn, 'lost-sales-most-capital'),
    );
    for (const government of governmentsOf(turn, blocOf(turn, maker))) {
      const self = open(turn, government);
      const before = self.capital ?? 0;
      self.capital = Math.max(0, before - points);
      if (self.capital === before) continue;
      record(turn, {
        topic: 'capital',
        subject: government,
        unit: 'capital',
        before,
        after: self.capital,
        causes: [{ kind: 'rule', id: 'rule.lost-sales', amount: self.capital - before }],
        line: { id: 'report.lost-sales', params: { government, maker, lostKusd: kusd, points: before - self.capital } },
        weight: 4,
      });
    }
  }
}
