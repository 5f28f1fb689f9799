/** Where one line of the final score overtakes the other for good. */
import { expect, test } from 'vitest';
import { lastCrossing, type Series } from '#client/ui/debrief/series.ts';

const line = (key: string, values: readonly number[]): Series => ({
  key,
  of: key,
  points: values.map((value, turn) => ({ turn, value })),
});

test('lines that cross meet between two turns, at the height of both', () => {
  const found = lastCrossing([line('a', [90, 80, 70, 60]), line('b', [30, 50, 75, 80])]);
  expect(found?.turn).toBe(2);
  // From 80 to 70 and from 50 to 75: they meet after 30 of the 35 that they come closer.
  expect(found?.x).toBeCloseTo(1 + 30 / 35);
  expect(found?.y).toBeCloseTo(80 - (10 * 30) / 35);
});

test('only the last crossing counts, whichever line is named first', () => {
  const once = [line('a', [10, 30, 10, 30]), line('b', [20, 20, 20, 20])];
  expect(lastCrossing(once)?.turn).toBe(3);
  expect(lastCrossing([...once].reverse())).toEqual(lastCrossing(once));
});

test('there is none where one is always above, or where only one line is', () => {
  expect(lastCrossing([line('a', [10, 20]), line('b', [5, 5])])).toBeNull();
  expect(lastCrossing([line('a', [10, 20])])).toBeNull();
});
