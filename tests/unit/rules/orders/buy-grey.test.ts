/** Buy on the grey market: forbidden chips, dear and few. */
import { expect, test } from 'vitest';
import { causedBy, checked, DEEPSEEK, deal, OPENAI, october, ownOf, paidFor, play, QWEN, reasonOf } from '../situation.ts';

const order = { kind: 'buy-grey', chip: 'base:h200', units: 100 };

test('forbidden chips come at twice the price, marked as smuggled', () => {
  const before = october();
  const { state, ledger } = play(before, { [DEEPSEEK]: [order] });
  const arrived = ownOf(state, DEEPSEEK).arriving;
  const paid = paidFor(ledger, DEEPSEEK, 'buy-grey');
  expect(paid).toBe(checked(before, DEEPSEEK, order).cost.kusd);
  expect(paid).toBe(100 * 32 * 2);
  expect(arrived).toEqual([{ chip: 'base:h200', units: 100, dueTurn: 1, grey: true }]);
  expect(causedBy(ledger, DEEPSEEK, 'buy-grey').every((entry) => entry.audience !== 'all')).toBe(true);
});

test('a legal chip is not worth smuggling', () => {
  expect(reasonOf(october(), DEEPSEEK, { ...order, chip: 'base:h20' })).toBe('reject.grey.legal');
  expect(reasonOf(october(), OPENAI, order)).toBe('reject.grey.legal');
});

test('it breaks a promise to keep off', () => {
  const promise = deal(DEEPSEEK, QWEN, 3, { term: 'promise', from: DEEPSEEK, to: QWEN, conduct: 'no-grey' });
  const { state } = play(october(), { [DEEPSEEK]: [order] }, [promise]);
  expect(state.deals[promise.id]?.broken).toBe(true);
});

test('it warns of seizure', () => {
  expect(checked(october(), DEEPSEEK, order).care?.id).toBe('care.seizure');
});
