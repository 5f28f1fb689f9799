/** The guided turns tell one thing at a time and go by what was done, not by what was read. */
import { expect, test } from 'vitest';
import { isUnlocked, nextStep, type Situation } from '#client/ui/learn/steps.ts';

const plan = [{ kind: 'buy', units: 10 }];
const situation = (more: Partial<Situation>): Situation => ({
  turn: 0,
  orders: [],
  plan,
  done: [],
  kinds: ['buy', 'publish'],
  ready: false,
  ...more,
});

test.each([
  ['an empty draft asks for a plan', {}, 'plan'],
  ['a plan taken asks for a number', { orders: plan }, 'number'],
  ['a changed number asks for Ready', { orders: [{ kind: 'buy', units: 11 }] }, 'ready'],
  ['turn two asks why first', { turn: 1 }, 'why'],
  ['then for the law', { turn: 1, done: ['why'] }, 'law'],
  ['then for the window', { turn: 1, done: ['why', 'law'] }, 'window'],
  ['ready skips the rest', { turn: 1, ready: true }, 'ready'],
  ['turn three asks for a deal', { turn: 2 }, 'deal'],
  ['then to publish', { turn: 2, done: ['deal'] }, 'publish'],
  ['who cannot publish is not asked to', { turn: 2, done: ['deal'], kinds: ['buy'] }, 'ready'],
  ['after that the advisor alone', { turn: 3 }, 'alone'],
] satisfies [string, Partial<Situation>, string][])('%s', (_, more, step) => {
  expect(nextStep(situation(more))?.step).toBe(step);
});

test('orders come with the turns of a lesson, and at once elsewhere', () => {
  const lesson = { done: [], hidden: false };
  expect(isUnlocked(lesson, { unlockTurn: 2 }, 0)).toBe(false);
  expect(isUnlocked(lesson, { unlockTurn: 2 }, 1)).toBe(true);
  expect(isUnlocked(null, { unlockTurn: 3 }, 0)).toBe(true);
});
