/**
 * Draws Natural Earth's countries (npm package `world-atlas`, 1:50m) in the game's projection and writes the compact
 * `assets/map/land.json`. Borders are simplified once as shared arcs, so that neighbours keep fitting. Needs Node 24.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import { atlasProjection, project, WORLD } from '../client/map/projection.ts';

/** Coordinates are stored in tenths of a map pixel. */
const UNITS_PER_PIXEL = 10;
/** Detail lost at most, in map pixels. */
const TOLERANCE_PX = 0.22;
/** Islands smaller than this are left out, in square map pixels. */
const LEAST_AREA_PX = 1.1;

const world = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'));
const countries = world.objects.countries;

/** Douglas and Peucker's simplification of one arc, measured on the map. */
function simplify(points) {
  const onMap = points.map(([lon, lat]) => project(lon, lat));
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const stack = [[0, points.length - 1]];
  while (stack.length > 0) {
    const [from, to] = stack.pop();
    let farthest = -1;
    let distance = TOLERANCE_PX;
    for (let i = from + 1; i < to; i++) {
      const away = distanceToSegment(onMap[i], onMap[from], onMap[to]);
      if (away > distance) [farthest, distance] = [i, away];
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    stack.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, i) => keep[i]);
}

function distanceToSegment([x, y], [ax, ay], [bx, by]) {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** The arcs without quantisation: absolute longitudes and latitudes. */
function absoluteArcs({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** Collects the rings or lines that a path writes. */
function collector() {
  const lines = [];
  return {
    lines,
    beginPath() {},
    moveTo: (x, y) => lines.push([[x, y]]),
    lineTo: (x, y) => lines.at(-1).push([x, y]),
    closePath: () => lines.at(-1).push(lines.at(-1)[0]),
    arc() {},
  };
}

function drawn(geometry) {
  const context = collector();
  geoPath(atlasProjection(), context)(geometry);
  return context.lines;
}

function area(ring) {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) twice += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  return Math.abs(twice / 2);
}

/** Whole tenths of a pixel: the first point as it is, then the steps; steps of nothing are dropped. */
function packed(points) {
  const out = [];
  let [px, py] = [0, 0];
  points.forEach(([x, y], i) => {
    const qx = Math.round(x * UNITS_PER_PIXEL);
    const qy = Math.round(y * UNITS_PER_PIXEL);
    if (i > 0 && qx === px && qy === py) return;
    out.push(qx - px, qy - py);
    [px, py] = [qx, qy];
  });
  return out;
}

/** Single polygons; those that simplification has turned inside out, which would flood the globe, are specks and left out. */
function polygonsOf({ type, coordinates }) {
  const all = type === 'Polygon' ? [coordinates] : coordinates;
  return all.map((rings) => ({ type: 'Polygon', coordinates: rings })).filter((polygon) => geoArea(polygon) < 2 * Math.PI);
}

const topology = {
  ...world,
  transform: undefined,
  arcs: absoluteArcs(world).map(simplify),
};
const shapes = feature(topology, countries).features.flatMap(({ id, geometry }) => {
  if (!geometry) return [];
  const rings = polygonsOf(geometry)
    .flatMap(drawn)
    .filter((ring) => area(ring) >= LEAST_AREA_PX && ring.some(([, y]) => y < WORLD.height));
  return rings.length === 0 ? [] : [{ id: id ?? null, rings: rings.map(packed) }];
});
const land = {
  source: 'Natural Earth 1:50m (naturalearthdata.com), public domain; npm package world-atlas 2.0.2',
  unitsPerPixel: UNITS_PER_PIXEL,
  width: Math.round(WORLD.width),
  height: Math.round(WORLD.height),
  countries: shapes,
  borders: drawn(mesh(topology, countries, (a, b) => a !== b)).map(packed),
};
const target = new URL('../assets/map/land.json', import.meta.url);
const text = JSON.stringify(land);
writeFileSync(target, `${text}\n`);
console.log(`assets/map/land.json: ${shapes.length} countries, ${Math.round(text.length / 1024)} KiB`);
