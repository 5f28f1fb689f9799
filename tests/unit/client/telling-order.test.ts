/** The choice of orders to try: every kind, from all of the match, within the work that is counted. */
import { expect, test } from 'vitest';
import { tellingOrders } from '#client/ui/debrief/telling-order.ts';
import type { MatchLog } from '#shared/replay/log.ts';

const KINDS = ['research', 'research', 'research', 'buy', 'train'];
const LENGTH = 24;
const LOG = {
  records: Array.from({ length: LENGTH }, (_, turn) => ({
    record: 'turn',
    turn,
    orders: {
      'base:meta': { orders: KINDS.map((kind) => ({ kind })) },
      'base:qwen': { orders: [...(turn === 20 ? ['lobby'] : []), 'research'].map((kind) => ({ kind })) },
    },
  })),
} as unknown as MatchLog;
const kindOf = ({ turn, seat, index }: { turn: number; seat: string; index: number }): string | undefined =>
  seat === 'base:meta' ? KINDS[index] : turn === 20 && index === 0 ? 'lobby' : 'research';

test('every kind is tried, the rare one too, in every stretch of the match', () => {
  const places = tellingOrders(LOG, null);
  for (const kind of ['research', 'buy', 'train']) {
    const stretches = places.filter((place) => kindOf(place) === kind).map(({ turn }) => Math.floor((turn * 3) / LENGTH));
    expect(new Set(stretches)).toEqual(new Set([0, 1, 2]));
  }
  expect(places.map(kindOf)).toContain('lobby');
});

test('what is tried takes no more turns than are counted, and no order twice', () => {
  const places = tellingOrders(LOG, null);
  expect(places.reduce((sum, { turn }) => sum + LENGTH - turn, 0)).toBeLessThanOrEqual(400);
  expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(places.length);
});

test('of the same quarter the own seat comes first', () => {
  expect(tellingOrders(LOG, 'base:qwen').find((place) => kindOf(place) === 'research')?.seat).toBe('base:qwen');
});

test('of the same quarter other seats take turns: none is tried in every group', () => {
  const seats = ['a', 'b', 'c', 'd'];
  const kinds = ['research', 'buy', 'train', 'hire'];
  const one = { orders: kinds.map((kind) => ({ kind })) };
  const record = { record: 'turn', turn: 0, orders: Object.fromEntries(seats.map((seat) => [seat, one])) };
  const tried = tellingOrders({ records: [record] } as unknown as MatchLog, null).slice(0, kinds.length);
  expect(new Set(tried.map(({ seat }) => seat))).toEqual(new Set(seats));
  expect(new Set(tried.map(({ index }) => index))).toEqual(new Set([0, 1, 2, 3]));
});
