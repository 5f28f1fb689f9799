/** The ranking of orders: what luck does not explain comes first, and of one kind no more than two. */
import { expect, test } from 'vitest';
import { type Found, ranked } from '#client/ui/debrief/order-ranking.ts';

const found = (turn: number, kind: string, effect: number, half: number): Found => ({
  place: { turn, seat: 'base:meta', index: 0 },
  kind,
  bloc: 'base:beijing',
  effect,
  interval: { low: effect - half, high: effect + half },
});
const turnsOf = (all: readonly Found[]): number[] => all.map(({ place }) => place.turn);

test('a smaller effect that is sure stands before a larger one that wavers', () => {
  expect(turnsOf(ranked([found(1, 'buy', -6, 5), found(2, 'train', 3, 0.5)]))).toEqual([2, 1]);
});

test('an effect that may be luck is left out', () => {
  expect(ranked([found(1, 'buy', 4, 4.5)])).toEqual([]);
});

test('of one kind the two surest are shown', () => {
  const all = [5, 4, 3, 2].map((effect, turn) => found(turn, 'research', effect, 1));
  expect(turnsOf(ranked([...all, found(9, 'buy', 1.5, 1)]))).toEqual([0, 1, 9]);
});
