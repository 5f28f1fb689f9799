/** Turning points of a match are spread over it: one busy year is no history. */
import { expect, test } from 'vitest';
import { heaviest } from '#client/ui/debrief/turning-points.ts';
import type { Entry } from '#shared/state/ledger.ts';

const line = (id: string, weight: number): Entry =>
  ({ id, weight, audience: 'all', line: { id, params: {} }, topic: 'event', before: null, after: null }) as unknown as Entry;

const turnsOf = (reports: Parameters<typeof heaviest>[0]): number[] => heaviest(reports).map(({ turn }) => turn);

test('of equal lines in every turn those chosen lie apart', () => {
  const turns = turnsOf(Array.from({ length: 20 }, (_, turn) => ({ turn, entries: [line(`line-${turn}`, 8)] })));
  expect(turns).toHaveLength(5);
  for (let at = 1; at < turns.length; at += 1) expect((turns[at] ?? 0) - (turns[at - 1] ?? 0)).toBeGreaterThanOrEqual(4);
});

test('a line is chosen beside another one only where it is much heavier than those elsewhere', () => {
  const beside = (weight: number): number[] =>
    turnsOf([
      { turn: 3, entries: [line('war', 10), line('peace', weight)] },
      ...[7, 11, 15, 19].map((turn) => ({ turn, entries: [line(`model-${turn}`, 5)] })),
    ]);
  expect(beside(10)).toEqual([3, 3, 7, 11, 15]);
  expect(beside(8)).toEqual([3, 7, 11, 15, 19]);
});
