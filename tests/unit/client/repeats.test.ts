/** Orders that repeat come back where they are legal, wait where they are not, and end with the card. */
import { expect, test } from 'vitest';
import { begin, kept, repeats, toggled } from '#client/ui/match/repeats.ts';

const buy = { kind: 'buy', units: 5 };
const hire = { kind: 'hire', people: 3 };

test('an order repeats until it is asked no more', () => {
  const list = toggled([], buy);
  expect(repeats(list, { kind: 'buy', units: 5 })).toBe(true);
  expect(repeats(list, { kind: 'buy', units: 6 })).toBe(false);
  expect(toggled(list, buy)).toEqual([]);
});

test('a new turn has what is legal, and the rest waits', () => {
  const list = [buy, hire].map((order) => ({ order, waiting: false }));
  const begun = begin(list, [], (orders) => orders[orders.length - 1]?.kind === 'hire');
  expect(begun.orders).toEqual([hire]);
  expect(begun.list).toEqual([
    { order: buy, waiting: true },
    { order: hire, waiting: false },
  ]);
});

test('what is drafted already is not drafted twice', () => {
  const drafted = [buy];
  expect(begin([{ order: buy, waiting: true }], drafted, () => true)).toEqual({
    list: [{ order: buy, waiting: false }],
    orders: drafted,
  });
});

test('a removed card no longer repeats; one that waits does', () => {
  const waiting = { order: hire, waiting: true };
  expect(kept([{ order: buy, waiting: false }, waiting], [])).toEqual([waiting]);
});
