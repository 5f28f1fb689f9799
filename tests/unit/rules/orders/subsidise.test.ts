/** Subsidise: a government's money for wafers, memory, power, vouchers or visas; it adds up. */
import { expect, test } from 'vitest';
import { actorOf, BEIJING, checked, DEEPSEEK, october, ownOf, paidFor, parameter, play, reasonOf } from '../situation.ts';

const subsidise = (purpose: string, kusd: number) => ({ kind: 'subsidise', purpose, kusd });

test('is paid at once and added to what was given, which fades', () => {
  const before = october((state) => {
    actorOf(state, BEIJING).open.subsidiesKusd = { wafers: 200_000 };
    ownOf(state, BEIJING).cashKusd = 1_000_000;
  });
  const { state, ledger } = play(before, { [BEIJING]: [subsidise('wafers', 300_000)] });
  expect(actorOf(state, BEIJING).open.subsidiesKusd.wafers).toBe(Math.floor(500_000 * parameter('subsidy-fade')));
  expect(paidFor(ledger, BEIJING, 'subsidise')).toBe(300_000);
  const without = play(before).state;
  expect(ownOf(without, BEIJING).cashKusd - ownOf(state, BEIJING).cashKusd).toBe(300_000);
});

test('wafers: the lines of the own bloc end larger than without', () => {
  const units = (state: ReturnType<typeof october>) =>
    Object.values(state.lines)
      .filter((line) => line.bloc === 'base:beijing')
      .reduce((sum, line) => sum + line.units, 0);
  const before = october((state) => {
    ownOf(state, BEIJING).cashKusd = 5_000_000;
  });
  const with_ = play(play(before, { [BEIJING]: [subsidise('wafers', 4_000_000)] }).state).state;
  const without = play(play(before).state).state;
  expect(units(with_)).toBeGreaterThan(units(without));
});

test('no more than there is, and only by governments', () => {
  const cash = ownOf(october(), BEIJING).cashKusd;
  expect(checked(october(), BEIJING, subsidise('visas', cash)).rejection).toBeNull();
  expect(reasonOf(october(), BEIJING, subsidise('visas', cash + 1))).toBe('reject.cash');
  expect(reasonOf(october(), DEEPSEEK, subsidise('visas', 100_000))).toBe('reject.role');
});
