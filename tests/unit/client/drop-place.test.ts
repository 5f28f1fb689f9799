/** A dragged card lands between the cards whose middles it passed. */
import { expect, test } from 'vitest';
import { dropPlace } from '#client/ui/match/drop-place.ts';

const cards = [0, 100, 200].map((top) => ({ top, bottom: top + 90 }));

test.each([
  [0, 45, 0],
  [0, 146, 1],
  [0, 400, 2],
  [2, 245, 2],
  [2, 140, 1],
  [2, -20, 0],
])('card %i held at %i lands at %i', (from, y, to) => {
  expect(dropPlace(cards, from, y)).toBe(to);
});
