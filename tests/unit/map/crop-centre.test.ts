/** A narrow screen opens on the part of the map where the own bloc is at home. */
import { expect, test } from 'vitest';
import { cropCentre, EAST_ASIA } from '#client/map/crop-centre.ts';
import { project } from '#client/map/projection.ts';
import type { MapNode } from '#client/map/types.ts';

const look = (colourDay: string): MapNode['look'] => ({ colourDay, colourNight: colourDay, shape: 'circle', pattern: 'solid' });
const node = (lon: number, lat: number, colour: string, more: Partial<MapNode> = {}): MapNode =>
  ({ at: project(lon, lat), look: look(colour), kind: 'datacentre', aligned: true, you: false, ...more }) as MapNode;

const WORLD = [
  node(-77, 39, 'teal'),
  node(-122, 37, 'teal'),
  node(-97, 31, 'teal'),
  node(106, 26, 'rust'),
  node(116, 40, 'rust'),
  // A market of the bloc and a friend far away pull nothing over.
  node(5, 50, 'teal'),
  node(-60, -10, 'teal', { kind: 'demand' }),
];

test('an American seat opens on America, wherever in it the seat is', () => {
  const [x, y] = cropCentre([...WORLD, node(-122, 37.5, 'teal', { you: true })]);
  const [west] = project(-122, 37);
  const [east] = project(-77, 39);
  expect(x).toBeCloseTo((west + east) / 2, 0);
  expect(y).toBeGreaterThan(0);
  expect(cropCentre([...WORLD, node(-77, 38.9, 'teal', { you: true })])[0]).toBeCloseTo(x, 0);
});

test('a Chinese seat and a spectator open on East Asia', () => {
  expect(cropCentre([...WORLD, node(120, 30, 'rust', { you: true })])).toEqual(EAST_ASIA);
  expect(cropCentre(WORLD)).toEqual(EAST_ASIA);
});
