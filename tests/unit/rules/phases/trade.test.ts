/** Phase 6, trade: contracts first, then what is set aside, then the rest pro rata; a law keeps chips from whom it binds. */
import { expect, test } from 'vitest';
import type { Bid } from '#shared/rules/scratch.ts';
import type { Turn } from '#shared/rules/turn.ts';
import {
  actorOf,
  DEEPSEEK,
  EAST,
  enact,
  HUAWEI,
  NVIDIA,
  OPENAI,
  october,
  ownOf,
  QWEN,
  ruleset,
  WASHINGTON,
  WEST,
} from '../situation.ts';
import { moved, phase } from './one-phase.ts';

const CHIP = 'base:ascend-910b';

function bid(buyer: string, units: number, tier: Bid['tier'], priceKusd: number, chip = CHIP, bloc = EAST): Bid {
  const spec = ruleset.chips[chip];
  if (spec === undefined) throw new RangeError(`no chip ${chip}`);
  return { buyer, bloc, chip: spec, units, priceKusd, tier, cause: { kind: 'rule', id: 'rule.background' } };
}
const bids =
  (...list: Bid[]) =>
  (turn: Turn): void => {
    turn.scratch.bids = list;
  };
const stocked = (units: number, change: Parameters<typeof october>[0] = () => undefined) =>
  october((state) => {
    state.laws = {};
    state.escalation = 0;
    ownOf(state, HUAWEI).inventory = { [CHIP]: units };
    actorOf(state, HUAWEI).open.setAside = {};
    for (const seat of [DEEPSEEK, QWEN, OPENAI]) ownOf(state, seat).arriving = [];
    change(state);
  });
const got = (turn: Turn, seat: string) => ownOf(turn.state, seat).arriving.reduce((sum, shipment) => sum + shipment.units, 0);

test('100 in stock: the contract of 60 is met, two orders of 80 share 40', () => {
  const turn = phase('trade', stocked(100), {
    before: bids(bid(DEEPSEEK, 60, 'contract', 14), bid(DEEPSEEK, 80, 'order', 16), bid(QWEN, 80, 'order', 16)),
  });
  expect(got(turn, DEEPSEEK)).toBe(60 + 20);
  expect(got(turn, QWEN)).toBe(20);
  expect(ownOf(turn.state, HUAWEI).inventory[CHIP]).toBe(0);
  expect(moved(turn, `actor:${DEEPSEEK}`, `actor:${HUAWEI}`)).toBe(60 * 14 + 20 * 16);
  expect(moved(turn, `actor:${QWEN}`, `actor:${HUAWEI}`)).toBe(20 * 16);
});

test('30 set aside for a lab are its own before the rest is shared', () => {
  const state = stocked(100, (now) => {
    actorOf(now, HUAWEI).open.setAside = { [CHIP]: { [QWEN]: 30 } };
  });
  const turn = phase('trade', state, { before: bids(bid(DEEPSEEK, 100, 'order', 16), bid(QWEN, 100, 'order', 16)) });
  // 30 first, then 70 over 100 and 70 still wanted.
  expect(got(turn, QWEN)).toBe(30 + 29);
  expect(got(turn, DEEPSEEK)).toBe(41);
});

test('what is bought arrives a turn later', () => {
  const turn = phase('trade', stocked(100), { before: bids(bid(QWEN, 10, 'order', 16)) });
  expect(ownOf(turn.state, QWEN).arriving).toEqual([{ chip: CHIP, units: 10, dueTurn: 1, grey: false }]);
});

test('a threshold keeps the chip from the bloc; the sale is lost to its maker', () => {
  const chip = 'base:h100';
  const state = stocked(0, (now) => {
    enact(now, 'chip-threshold', 'total', WASHINGTON, EAST);
    ownOf(now, NVIDIA).inventory = { [chip]: 1000 };
    actorOf(now, NVIDIA).open.setAside = {};
  });
  const turn = phase('trade', state, {
    before: bids(bid(DEEPSEEK, 100, 'order', 25, chip), bid(OPENAI, 100, 'order', 25, chip, WEST)),
  });
  expect(got(turn, DEEPSEEK)).toBe(0);
  expect(got(turn, OPENAI)).toBe(100);
  expect(turn.scratch.lostSalesKusd[NVIDIA]).toBeGreaterThanOrEqual(100 * 25);
});

test('denied is what laws keep from the budget, and nothing where none binds', () => {
  const open = phase('trade', stocked(100), { before: bids(bid(QWEN, 10, 'order', 16)) });
  expect(open.state.blocs[EAST]?.open.deniedPermille).toBe(0);
  const closed = phase(
    'trade',
    stocked(0, (now) => enact(now, 'chip-threshold', 'total', WASHINGTON, EAST)),
    {
      before: bids(bid(QWEN, 10, 'order', 16)),
    },
  );
  // Nothing is delivered at all, so that all of the budget is denied.
  expect(closed.state.blocs[EAST]?.open.deniedPermille).toBe(1000);
});
