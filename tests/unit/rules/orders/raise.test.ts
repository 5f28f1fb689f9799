/** Raise: money from investors for a share of later revenue. */
import { expect, test } from 'vitest';
import { causedBy, DEEPSEEK, later, OPENAI, october, ownOf, play, reasonOf } from '../situation.ts';

const raise = (kusd: number) => ({ kind: 'raise', kusd });

test('brings the money, in public, and costs a share of what users pay', () => {
  const before = october();
  const { state, ledger } = play(before, { [DEEPSEEK]: [raise(300_000)] });
  expect(causedBy(ledger, DEEPSEEK, 'raise')).toMatchObject([
    { topic: 'money', amount: 300_000, to: `actor:${DEEPSEEK}`, audience: 'all' },
  ]);
  expect(ownOf(state, DEEPSEEK).investorSharePermille).toBe(50);
  const revenue = ownOf(state, DEEPSEEK).revenueKusd;
  const share = ledger.find((entry) => entry.from === `actor:${DEEPSEEK}` && entry.to === 'world:owners');
  expect(share?.amount).toBe(Math.floor(revenue * 0.05));
});

test('refuses more than a year of revenue or the least round, and a second round within four turns', () => {
  expect(reasonOf(october(), DEEPSEEK, raise(300_001))).toBe('reject.raise.most');
  expect(reasonOf(october(), OPENAI, raise(1_600_000))).toBeNull();
  expect(reasonOf(october(), OPENAI, raise(1_600_001))).toBe('reject.raise.most');
  const { state } = play(october(), { [DEEPSEEK]: [raise(10_000)] });
  expect(reasonOf(later(state, 2), DEEPSEEK, raise(10_000))).toBe('reject.raise.wait');
  expect(reasonOf(later(state, 3), DEEPSEEK, raise(10_000))).toBeNull();
});
