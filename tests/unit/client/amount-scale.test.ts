/** A slider over a long range still reaches small amounts, and keys move by the steps of the rules. */
import { expect, test } from 'vitest';
import { amountAt, positionOf, SLIDER_STEPS, stepped, stepsOf } from '#client/ui/match/amount-scale.ts';

const CHIPS = { min: 0, max: 5_000_000, step: 1000 };

test('a long range gives its first half to small amounts, and its ends exactly', () => {
  expect([amountAt(0, CHIPS), amountAt(SLIDER_STEPS, CHIPS)]).toEqual([0, 5_000_000]);
  expect(amountAt(SLIDER_STEPS / 2, CHIPS)).toBe(625_000);
  // A hundredth of the way more is a few thousand chips around forty thousand, not fifty thousand.
  expect(amountAt(210, CHIPS) - amountAt(200, CHIPS)).toBeLessThan(10_000);
  for (const units of [1000, 40_000, 123_000, 4_000_000])
    expect(Math.abs(amountAt(positionOf(units, CHIPS), CHIPS) - units) / units).toBeLessThan(0.1);
});

test('amounts grow with the position and stand on the grid of steps', () => {
  let before = -1;
  for (let position = 0; position <= SLIDER_STEPS; position += 10) {
    const amount = amountAt(position, CHIPS);
    expect(amount).toBeGreaterThanOrEqual(before);
    expect(amount % CHIPS.step).toBe(0);
    before = amount;
  }
});

test('a short range is straight', () => {
  const share = { min: 100, max: 1000, step: 50 };
  expect(amountAt(500, share)).toBe(550);
  expect(positionOf(550, share)).toBe(500);
});

test('keys move by one step or by ten, and stop at the ends', () => {
  expect([stepsOf({ key: 'ArrowRight', shiftKey: false }), stepsOf({ key: 'ArrowDown', shiftKey: true })]).toEqual([1, -10]);
  expect([stepsOf({ key: 'PageUp', shiftKey: false }), stepsOf({ key: 'a', shiftKey: false })]).toEqual([10, null]);
  expect([stepped(50_000, 1, CHIPS), stepped(500, -1, CHIPS), stepped(4_999_500, 10, CHIPS)]).toEqual([51_000, 0, 5_000_000]);
});
