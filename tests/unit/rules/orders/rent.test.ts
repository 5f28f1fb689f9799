/** Rent: compute of others for some turns; short supply is shared, and a cloud control shuts it. */
import { expect, test } from 'vitest';
import { rentableSites, rentalSupply } from '#shared/rules/orders/rent.ts';
import {
  checked,
  DEEPSEEK,
  EAST,
  enact,
  knownTo,
  META,
  october,
  ownOf,
  parameter,
  play,
  QWEN,
  reasonOf,
  WASHINGTON,
} from '../situation.ts';

const sites = rentableSites(knownTo(october(), DEEPSEEK));
const site = sites[0] ?? '';
const supply = rentalSupply(knownTo(october(), DEEPSEEK), site);
const rent = (milliH100e: number, turns = 2, at = site) => ({ kind: 'rent', site: at, milliH100e, turns });

test('adds to the compute at once, for its turns, at its price each turn', () => {
  const { cost } = checked(october(), DEEPSEEK, rent(1_000_000));
  expect(cost.kusd).toBe(Math.ceil(1000 * parameter('rent-kusd-per-h100e-turn')));
  const { state, ledger } = play(october(), { [DEEPSEEK]: [rent(1_000_000)] });
  expect(ownOf(state, DEEPSEEK).rentedMilliH100e).toBe(1_000_000);
  const without = play(october()).state;
  expect(ownOf(state, DEEPSEEK).trainMilliH100e - ownOf(without, DEEPSEEK).trainMilliH100e).toBe(1_000_000);
  const paid = ledger.filter(
    (entry) => entry.topic === 'money' && entry.from === `actor:${DEEPSEEK}` && entry.amount === cost.kusd,
  );
  expect(paid).toHaveLength(1);
  const second = play(state).state;
  expect(ownOf(second, DEEPSEEK).rentedMilliH100e).toBe(1_000_000);
  expect(ownOf(play(second).state, DEEPSEEK).rentedMilliH100e).toBe(0);
});

test('what two ask of one place is shared by what they ask', () => {
  const all = Math.floor(supply / 1000) * 1000;
  const { state } = play(october(), { [DEEPSEEK]: [rent(all)], [QWEN]: [rent(all)] });
  const [mine, theirs] = [DEEPSEEK, QWEN].map((seat) => ownOf(state, seat).rentedMilliH100e);
  expect((mine ?? 0) + (theirs ?? 0)).toBeLessThanOrEqual(supply);
  expect(Math.abs((mine ?? 0) - (theirs ?? 0))).toBeLessThanOrEqual(1);
});

test('not at a rival’s place, not more than there is, not under a total cloud control', () => {
  expect(reasonOf(october(), DEEPSEEK, rent(supply + 1))).toBe('reject.rent.supply');
  const away = rentableSites(knownTo(october(), META)).find((id) => !sites.includes(id)) ?? 'base:nowhere';
  expect(reasonOf(october(), DEEPSEEK, rent(1000, 1, away))).toBe('reject.rent.site');
  const closed = october((state) => {
    enact(state, 'cloud', 'total', WASHINGTON, EAST);
    for (const byBloc of Object.values(state.alignment)) byBloc['base:washington'] = 100;
  });
  const mild = october((state) => enact(state, 'cloud', 'total', WASHINGTON, EAST, { forceTurn: 2 }));
  expect(checked(mild, DEEPSEEK, rent(1000)).care?.id).toBe('care.law-first');
  expect(reasonOf(closed, DEEPSEEK, rent(1000))).toBe('reject.law');
});
