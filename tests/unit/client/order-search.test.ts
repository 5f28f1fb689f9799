/** The search for orders that mattered: results stand as they come, the weightiest first; what changes nothing is left out. */
import { expect, test } from 'vitest';
import type { Thinking } from '#client/net/thinking.ts';
import { createOrderSearch } from '#client/ui/debrief/order-search.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { OrderPlace, TrialEffects } from '#shared/replay/trial.ts';

const LOG = { records: [] } as unknown as MatchLog;
const PLACES: OrderPlace[] = [0, 1, 2, 3].map((turn) => ({ turn, seat: 'base:meta', index: 0 }));

/** Over games with other luck, by turn: the first order is luck, the third is not. */
const OVER: Record<number, unknown> = {
  0: { 'base:beijing': { effect: 0.2, low: -0.3, high: 0.7 } },
  2: { 'base:washington': { effect: -1.4, low: -1.8, high: -1 } },
};

/** A worker that answers when it is told to. */
function worker() {
  const waiting: ((effects: TrialEffects) => void)[] = [];
  const thinking = {
    trial: () => new Promise<TrialEffects>((resolve) => waiting.push(resolve)),
    branch: async (_: MatchLog, { turn }: { turn: number }) => ({ blocs: OVER[turn] ?? {} }),
  } as unknown as Thinking;
  const answer = async (effects: TrialEffects): Promise<void> => {
    waiting.shift()?.(effects);
    await new Promise((done) => setTimeout(done, 0));
  };
  return { thinking, answer };
}

test('each answer is there at once, and the order that changes most stands first', async () => {
  const { thinking, answer } = worker();
  const search = createOrderSearch();
  const done = search.run(thinking, LOG, PLACES);
  expect(search.tried.value).toEqual({ n: 0, of: 10 });
  await answer({ 'base:beijing': 0.4, 'base:washington': -0.2 });
  expect(search.found.value).toMatchObject([{ place: PLACES[0], bloc: 'base:beijing', effect: 0.4, interval: null }]);
  await answer({ 'base:beijing': 0.01, 'base:washington': 0 });
  expect(search.tried.value).toEqual({ n: 2, of: 10 });
  await answer({ 'base:beijing': 0, 'base:washington': -1.5 });
  expect(search.found.value.map(({ place, effect }) => [place.turn, effect])).toEqual([
    [2, -1.5],
    [0, 0.4],
  ]);
  await answer({});
  await done;
  expect(search.tried.value).toBeNull();
  expect(search.done.value).toBe(true);
  expect(search.found.value.map(({ place, effect }) => [place.turn, effect])).toEqual([[2, -1.4]]);
});

test('a search that was stopped finds nothing more', async () => {
  const { thinking, answer } = worker();
  const search = createOrderSearch();
  const done = search.run(thinking, LOG, PLACES);
  search.stop();
  await answer({ 'base:beijing': 3 });
  await done;
  expect(search.found.value).toEqual([]);
  expect(search.tried.value).toBeNull();
});

test('what luck is played for takes no more turns than are counted: an order too dear gives its place to a later one', async () => {
  const LENGTH = 24;
  const kinds = ['train', 'buy', 'research', 'hire'];
  const records = Array.from({ length: LENGTH }, (_, turn) => ({
    record: 'turn',
    turn,
    orders: { 'base:meta': { orders: kinds.map((kind) => ({ kind })) } },
  }));
  const checked: number[] = [];
  const thinking = {
    trial: async (_: MatchLog, { turn }: OrderPlace) => ({ 'base:beijing': turn === 0 ? 3 : 1 }),
    branch: async (_: MatchLog, { turn }: { turn: number }) => {
      checked.push(turn);
      return { blocs: {} };
    },
  } as unknown as Thinking;
  const early = kinds.slice(0, 3).map((_, index): OrderPlace => ({ turn: 0, seat: 'base:meta', index }));
  const late: OrderPlace = { turn: 22, seat: 'base:meta', index: 3 };
  await createOrderSearch().run(thinking, { records } as unknown as MatchLog, [...early, late]);
  expect(checked).toEqual([0, 0, 22]);
});
