/** The map's projection never folds, can be undone, and keeps the world's order of places. */

import { expect, test } from 'vitest';
import { atlasProjection, project, unproject, WORLD } from '#client/map/projection.ts';

const degrees = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);

test('x grows with every step east and y with every step south, without folds', () => {
  const xs = degrees(-30, 329.75, 0.25).map((lon) => project(lon, 0)[0]);
  const ys = degrees(-58, 84, 0.25).map((lat) => -project(0, lat)[1]);
  for (const line of [xs, ys]) {
    for (let i = 1; i < line.length; i++) expect(line[i] as number).toBeGreaterThan(line[i - 1] as number);
  }
  expect(xs[0]).toBeCloseTo(0);
  expect(xs.at(-1) as number).toBeLessThan(WORLD.width);
});

test('the inverse leads back', () => {
  for (const lon of degrees(-179, 179, 7)) {
    for (const lat of degrees(-57, 83, 5)) {
      const [backLon, backLat] = unproject(...project(lon, lat));
      expect(backLon).toBeCloseTo(lon, 6);
      expect(backLat).toBeCloseTo(lat, 6);
    }
  }
});

test('d3 draws the same map', () => {
  const projection = atlasProjection();
  for (const [lon, lat] of [
    [121, 24.8],
    [-77.5, 39],
    [5.4, 51.4],
    [103.8, 1.3],
  ] as const) {
    const [x, y] = projection([lon, lat]) as [number, number];
    expect(x).toBeCloseTo(project(lon, lat)[0], 6);
    expect(y).toBeCloseTo(project(lon, lat)[1], 6);
  }
});

test('known places lie in order: Europe, China, the Pacific, America', () => {
  const places = [
    [5.4, 51.4],
    [54, 24],
    [103.8, 1.3],
    [116.4, 39.9],
    [121, 24.8],
    [127, 37],
    [180, 0],
    [-122, 37.5],
    [-97, 32],
    [-77, 39],
  ] as const;
  const xs = places.map(([lon, lat]) => project(lon, lat)[0]);
  expect([...xs].sort((a, b) => a - b)).toEqual(xs);
});

test('East Asia gets the most room', () => {
  const width = (from: number, to: number): number => project(to, 0)[0] - project(from, 0)[0];
  expect(width(110, 120)).toBeGreaterThan(2 * width(50, 60));
  expect(width(110, 120)).toBeGreaterThan(5 * width(170, 180));
});
