/** Software: engineers improve the own stack, or go to a lab for two turns. */
import { expect, test } from 'vitest';
import { causedBy, checked, DEEPSEEK, HUAWEI, later, october, ownOf, paidFor, parameter, play, reasonOf } from '../situation.ts';

const software = (work: string) => ({ kind: 'software', work });

test('the stack grows by its step, up to maturity', () => {
  const before = october((state) => {
    ownOf(state, HUAWEI).softwarePermille = 400;
  });
  const { state, ledger } = play(before, { [HUAWEI]: [software('stack')] });
  const [entry] = causedBy(ledger, HUAWEI, 'software').filter((item) => item.topic === 'software');
  expect(entry).toMatchObject({ before: 400, after: 400 + parameter('stack-gain-permille'), audience: [HUAWEI] });
  expect(ownOf(state, HUAWEI).softwarePermille).toBeGreaterThanOrEqual(400 + parameter('stack-gain-permille'));
  expect(paidFor(ledger, HUAWEI, 'software')).toBe(parameter('engineers-kusd'));
  const mature = october((now) => {
    ownOf(now, HUAWEI).softwarePermille = 1000;
  });
  expect(reasonOf(mature, HUAWEI, software('stack'))).toBe('reject.software.mature');
});

test('engineers make a lab’s work on the maker’s chips worth more, for two turns', () => {
  const equipped = () =>
    october((state) => {
      ownOf(state, DEEPSEEK).chips['base:ascend-910b'] = 10_000;
      ownOf(state, HUAWEI).softwarePermille = 400;
    });
  const { state } = play(equipped(), { [HUAWEI]: [software(DEEPSEEK)] });
  const without = play(equipped()).state;
  expect(ownOf(state, DEEPSEEK).engineers[HUAWEI]).toBe(2);
  expect(ownOf(state, DEEPSEEK).trainMilliH100e).toBeGreaterThan(ownOf(without, DEEPSEEK).trainMilliH100e);
  expect(ownOf(later(state, 2), DEEPSEEK).trainMilliH100e).toBe(ownOf(later(without, 2), DEEPSEEK).trainMilliH100e);
});

test('costs money and ten people; needs a lab that exists', () => {
  expect(checked(october(), HUAWEI, software('stack')).cost).toEqual({
    kusd: parameter('engineers-kusd'),
    capital: 0,
    talent: 10,
  });
  expect(reasonOf(october(), HUAWEI, software('base:nobody'))).toBe('reject.unknown-actor');
  expect(reasonOf(october(), DEEPSEEK, software('stack'))).toBe('reject.role');
});
