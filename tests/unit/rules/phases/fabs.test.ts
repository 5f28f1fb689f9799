/** Phase 5, fabs: designs are finished, makers build what is asked of them, reservations run out. */
import { expect, test } from 'vitest';
import type { MatchState } from '#shared/state/schema.ts';
import { actorOf, DEEPSEEK, deal, HUAWEI, later, october, ownOf, ruleset } from '../situation.ts';
import { moved, phase } from './one-phase.ts';

const CHIP = 'base:ascend-910b';
const cost = ruleset.chips[CHIP]?.costKusd ?? Number.NaN;
const free = { ...ruleset, systems: { ...ruleset.systems, 'chip-supply': false } };

/** Huawei owes DeepSeek 700 chips by contract; nobody else buys. */
const owing = (stock: number): MatchState =>
  october((state) => {
    for (const bloc of Object.values(state.blocs)) bloc.shared.backgroundKusd = 0;
    const terms = [{ term: 'chips' as const, from: HUAWEI, to: DEEPSEEK, chip: CHIP, units: 700, priceKusd: 16 }];
    const offer = deal(HUAWEI, DEEPSEEK, 3, ...terms);
    state.deals[offer.id] = {
      id: offer.id,
      parties: [DEEPSEEK, HUAWEI],
      signedTurn: 0,
      untilTurn: 3,
      terms: offer.terms,
      broken: false,
    };
    ownOf(state, HUAWEI).inventory = { [CHIP]: stock };
    actorOf(state, HUAWEI).open.setAside = {};
  });

test('without limits of supply all that is asked and not in stock is built, at its cost', () => {
  const turn = phase('fabs', owing(200), { rules: free });
  expect(ownOf(turn.state, HUAWEI).inventory[CHIP]).toBe(700);
  expect(moved(turn, 'world:fabs', `actor:${HUAWEI}/inventory`)).toBe(500);
  expect(moved(turn, `actor:${HUAWEI}`, 'world:suppliers')).toBe(500 * cost);
});

test('no dies, no chips: the shortest input is named', () => {
  const dry = owing(0);
  for (const line of Object.values(dry.lines)) if (line.bloc === 'base:beijing') line.units = 0;
  ownOf(dry, HUAWEI).offshoreDies = 0;
  ownOf(dry, HUAWEI).memoryStacks = 1_000_000;
  const turn = phase('fabs', dry);
  expect(moved(turn, 'world:fabs', `actor:${HUAWEI}/inventory`)).toBe(0);
});

test('set aside is built even if nobody asks', () => {
  const state = owing(0);
  state.deals = {};
  actorOf(state, HUAWEI).open.setAside = { [CHIP]: { [DEEPSEEK]: 400 } };
  const turn = phase('fabs', state, { rules: free });
  expect(ownOf(turn.state, HUAWEI).inventory[CHIP]).toBe(400);
});

test('a design is on the price list when it is due, not before', () => {
  const chip = ruleset.chips[CHIP];
  if (chip === undefined) throw new RangeError('no chip');
  const designing = (dueTurn: number) =>
    october((state) => {
      const design = { ...chip, id: `${CHIP}@500`, requires: null, replaces: null, priceKusd: 9 };
      ownOf(state, HUAWEI).designing = [{ chip: design.id, design, dueTurn }];
    });
  const due = phase('fabs', designing(0)).state;
  expect(due.designs[`${CHIP}@500`]).toBeDefined();
  expect(actorOf(due, HUAWEI).open.pricesKusd[`${CHIP}@500`]).toBe(9);
  expect(ownOf(due, HUAWEI).designing).toEqual([]);
  const early = phase('fabs', designing(1)).state;
  expect(early.designs[`${CHIP}@500`]).toBeUndefined();
  expect(ownOf(early, HUAWEI).designing).toHaveLength(1);
});

test('a reservation ends with its last turn, and lines count what they made', () => {
  const state = october((now) => {
    now.turn = 2;
    ownOf(now, HUAWEI).reservations = [
      { input: 'memory', units: 5, untilTurn: 2 },
      { input: 'packaging', units: 5, untilTurn: 3 },
    ];
  });
  const after = phase('fabs', state).state;
  expect(ownOf(after, HUAWEI).reservations.map(({ input }) => input)).toEqual(['packaging']);
  for (const [id, line] of Object.entries(after.lines))
    expect(line.cumulative).toBe((state.lines[id]?.cumulative ?? 0) + line.units);
});

test('yield never falls, and rises with what was made', () => {
  const before = october();
  const after = later(before, 4);
  const logic = Object.keys(before.lines).filter(
    (id) => ruleset.lines[id]?.input === 'logic' && ruleset.lines[id]?.bloc !== null,
  );
  expect(logic.length).toBeGreaterThan(0);
  for (const id of logic) expect(after.lines[id]?.yieldPermille).toBeGreaterThan(before.lines[id]?.yieldPermille ?? 0);
});
