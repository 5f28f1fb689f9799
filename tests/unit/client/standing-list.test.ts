/** What a player leaves standing comes into the draft once a turn, outlives a reload, and goes when the draft bears it out no more. */
import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { createStandingList, type StandingRules } from '#client/ui/match/standing-list.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  Object.assign(globalThis, {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  });
});

/** Takes one word each turn, and drops words that the draft has in capitals. */
const RULES: StandingRules<string> = {
  key: 'list',
  after: 0,
  begin: (_known, [first, ...rest], orders) =>
    first === undefined ? { list: [], orders } : { list: rest, orders: [...orders, { kind: first }] },
  standing: (_known, list, orders) => {
    const left = list.filter((word) => !orders.some(({ kind }) => kind === word.toUpperCase()));
    return left.length === list.length ? list : left;
  },
};

function table(rules: StandingRules<string> = RULES) {
  const orders = signal<readonly Order[]>([]);
  const turn = signal(0);
  const known = signal<Known | null>(null);
  const sets: (readonly Order[])[] = [];
  const draft = {
    orders,
    turn,
    set(next: readonly Order[]) {
      sets.push(next);
      orders.value = next;
    },
  };
  const begin = (next: number): void => {
    orders.value = [];
    turn.value = next;
    known.value = { state: { turn: next } } as unknown as Known;
  };
  return { orders, turn, known, sets, begin, standing: createStandingList(rules, draft, known) };
}

test('a turn that begins takes from the list once', () => {
  const { standing, begin, sets, orders } = table();
  begin(0);
  standing.keep(['a', 'b']);
  expect(sets).toEqual([]);
  begin(1);
  expect(orders.value).toEqual([{ kind: 'a' }]);
  orders.value = [...orders.value, { kind: 'x' }];
  expect(standing.list.value).toEqual(['b']);
  begin(2);
  expect(sets).toEqual([[{ kind: 'a' }], [{ kind: 'b' }]]);
});

test('a reload in the same turn takes nothing twice', () => {
  const first = table();
  first.begin(0);
  first.standing.keep(['a', 'b']);
  first.begin(1);
  first.standing.stop();
  const again = table();
  again.begin(1);
  expect(again.sets).toEqual([]);
  expect(again.standing.list.value).toEqual(['b']);
  again.begin(2);
  expect(again.sets).toEqual([[{ kind: 'b' }]]);
});

test('nothing is taken before the draft of the turn is there', () => {
  const { standing, known, turn, sets } = table();
  standing.keep(['a']);
  known.value = { state: { turn: 1 } } as unknown as Known;
  expect(sets).toEqual([]);
  turn.value = 1;
  expect(sets).toEqual([[{ kind: 'a' }]]);
});

test('what the draft overtakes leaves the list, here and where it is kept', () => {
  const { standing, begin, orders } = table();
  begin(0);
  standing.keep(['a', 'b']);
  orders.value = [{ kind: 'B' }];
  expect(standing.list.value).toEqual(['a']);
  expect(JSON.parse(kept.get('list') ?? '')).toEqual({ turn: 0, list: ['a'] });
});

test('a list that may begin with the first turn does, and one that cannot be read is empty', () => {
  kept.set('list', '{');
  expect(table().standing.list.value).toEqual([]);
  kept.set('list', JSON.stringify({ turn: -1, list: ['a'] }));
  const { begin, sets } = table({ ...RULES, after: -1 });
  begin(0);
  expect(sets).toEqual([[{ kind: 'a' }]]);
});
