/** Design: a chip cut down to stay under a threshold. */
import { expect, test } from 'vitest';
import {
  causedBy,
  checked,
  EAST,
  HUAWEI,
  later,
  NVIDIA,
  october,
  ownOf,
  paidFor,
  play,
  reasonOf,
  WASHINGTON,
} from '../situation.ts';

const design = (base: string, tpp: number, memoryGbPerS = 4000) => ({ kind: 'design', base: `base:${base}`, tpp, memoryGbPerS });

test('is ready after its turns, under the threshold, and then on sale', () => {
  const before = october();
  const order = design('h200', 2300);
  const { state, ledger } = play(before, { [NVIDIA]: [order] });
  expect(paidFor(ledger, NVIDIA, 'design')).toBe(checked(before, NVIDIA, order).cost.kusd);
  expect(causedBy(ledger, NVIDIA, 'design').map((entry) => entry.topic)).toContain('design');
  // One who knows the class of cut-down chips needs one turn instead of two.
  expect(ownOf(state, NVIDIA).designing).toMatchObject([{ chip: 'base:h200@2300', dueTurn: 1 }]);
  const done = later(state, 1);
  expect(done.designs['base:h200@2300']).toMatchObject({
    tpp: 2300,
    memoryGbPerS: 4000,
    cutDownOf: 'base:h200',
    trainMilliH100e: 145,
  });
  expect(done.actors[NVIDIA]?.open.pricesKusd['base:h200@2300']).toBeGreaterThan(0);
  expect(reasonOf(done, 'base:deepseek', { kind: 'buy', chip: 'base:h200@2300', units: 10 })).toBeNull();
});

test.each([
  ['reject.design.base', design('h20', 2000)],
  ['reject.design.base', design('ascend-910b', 2000)],
  ['reject.design.not-less', design('h200', 15832)],
])('%s: %o', (reason, order) => {
  expect(reasonOf(october(), NVIDIA, order)).toBe(reason);
});

test('one that is under way or done is not designed again', () => {
  const { state } = play(october(), { [NVIDIA]: [design('h200', 2300)] });
  expect(reasonOf(state, NVIDIA, design('h200', 2300, 2000))).toBe('reject.design.exists');
  expect(reasonOf(later(state, 1), NVIDIA, design('h200', 2300))).toBe('reject.design.exists');
});

test('a law that falls below it takes its market: the stock is written off', () => {
  const designed = later(play(october(), { [NVIDIA]: [design('h200', 2300)] }).state, 1);
  const law = { kind: 'announce', law: 'base:chip-threshold', setting: 'total', target: EAST };
  const forbidden = later(play(designed, { [WASHINGTON]: [law] }).state, 2);
  expect(reasonOf(forbidden, 'base:deepseek', { kind: 'buy', chip: 'base:h200@2300', units: 10 })).toBe('reject.law');
  expect(reasonOf(october(), HUAWEI, design('ascend-910b', 2000))).toBeNull();
});
