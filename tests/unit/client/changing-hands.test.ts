/** Rows of the board move from where they stood: by how many places, and what is new stays. */
import { expect, test } from 'vitest';
import { placesRisen } from '#client/ui/match/changing-hands.ts';

test('who rises comes from below, who falls from above', () => {
  expect(placesRisen(['b', 'a', 'c'], ['a', 'b', 'c'])).toEqual([1, -1, 0]);
  expect(placesRisen(['c', 'a', 'b'], ['a', 'b', 'c'])).toEqual([2, -1, -1]);
});

test('what was not on the board before does not move', () => {
  expect(placesRisen(['new', 'a'], ['a'])).toEqual([0, -1]);
  expect(placesRisen(['a'], [])).toEqual([0]);
});
