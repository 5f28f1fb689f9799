/** No two labels that are shown may touch, nor may one cover a seal, whatever the crowd. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, overlaps } from '#client/map/boxes.ts';
import { Ground, type LabelRequest, placeLabels } from '#client/map/labels.ts';

const request = fc.record({
  x: fc.integer({ min: 0, max: 500 }),
  y: fc.integer({ min: 0, max: 300 }),
  width: fc.integer({ min: 10, max: 120 }),
  height: fc.constantFrom(15, 30),
  radius: fc.integer({ min: 4, max: 16 }),
  side: fc.constantFrom('n', 'e', 's', 'w'),
  order: fc.integer({ min: 0, max: 4 }),
});

const sealOf = ({ x, y, radius }: LabelRequest): Box => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });

test('shown labels never overlap each other or a seal', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 60 }), (drawn) => {
      const requests = drawn.map((one, i) => ({ ...one, id: `n${i}` }));
      const seals = requests.map(sealOf);
      const placed = placeLabels(requests, new Ground(seals, []));
      placed.forEach(({ box }, i) => {
        for (const seal of seals) expect(overlaps(box, seal)).toBe(false);
        for (const other of placed.slice(i + 1)) expect(overlaps(box, other.box)).toBe(false);
      });
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('a label with room stands on its side, and the more important one wins', () => {
  const base = { width: 60, height: 15, radius: 10 };
  const requests: LabelRequest[] = [
    { ...base, id: 'lesser', x: 100, y: 100, side: 'e', order: 3 },
    { ...base, id: 'greater', x: 100, y: 104, side: 'e', order: 0 },
  ];
  const placed = placeLabels(requests, new Ground([], []));
  expect(placed[0]?.id).toBe('greater');
  expect(placed[0]?.side).toBe('e');
  expect(placed[0]?.box.x).toBeGreaterThan(110);
});

test('a label without room is hidden', () => {
  const wall: Box = { x: 0, y: 0, width: 400, height: 400 };
  expect(
    placeLabels([{ id: 'a', x: 200, y: 200, width: 50, height: 15, radius: 8, side: 'n', order: 0 }], new Ground([wall], [])),
  ).toEqual([]);
});
