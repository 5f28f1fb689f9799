/** The land of `assets/map/land.json`, unpacked into drawable paths at zoom 1. */
import address from '#assets/map/land.json?url';
import { type Box, overlaps } from './boxes.ts';
import { WORLD } from './projection.ts';

interface PackedLand {
  readonly unitsPerPixel: number;
  readonly countries: readonly { readonly id: string | null; readonly rings: readonly (readonly number[])[] }[];
  readonly borders: readonly (readonly number[])[];
}

export interface Country {
  /** ISO 3166 numeric code. */
  readonly id: string | null;
  readonly path: Path2D;
  /** Its outline without what runs along the map's edge, where the world goes on. */
  readonly coast: Path2D;
  readonly box: Box;
}
export interface Land {
  readonly countries: readonly Country[];
  readonly borders: Path2D;
}

let unpacked: Land | null = null;

/** Fetches the land, once; it is data, and would only make the script longer. */
export async function loadLand(): Promise<void> {
  if (unpacked !== null) return;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the land can't be fetched: ${response.status}`);
  unpacked = unpack((await response.json()) as PackedLand);
}

/** The land that was loaded. */
export function land(): Land {
  if (unpacked === null) throw new Error('the land is not loaded yet');
  return unpacked;
}

export interface LandPart {
  readonly countries: readonly Country[];
  readonly path: Path2D;
  readonly coast: Path2D;
}

/** Countries that touch a part of the map, and all of them as one path, so that neighbours leave no seam. */
export function landWithin(part: Box): LandPart {
  const countries = land().countries.filter(({ box }) => overlaps(box, part));
  const path = new Path2D();
  const coast = new Path2D();
  for (const country of countries) {
    path.addPath(country.path);
    coast.addPath(country.coast);
  }
  return { countries, path, coast };
}

function unpack({ unitsPerPixel, countries, borders }: PackedLand): Land {
  const lines = new Path2D();
  for (const line of borders) addLine(lines, points(line, unitsPerPixel), false);
  return { countries: countries.map(({ id, rings }) => country(id, rings, unitsPerPixel)), borders: lines };
}

function country(id: string | null, rings: readonly (readonly number[])[], unitsPerPixel: number): Country {
  const path = new Path2D();
  const coast = new Path2D();
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const ring of rings) {
    const line = points(ring, unitsPerPixel);
    addLine(path, line, true);
    addCoast(coast, line);
    for (const [x, y] of line) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  return { id, path, coast, box: { x: left, y: top, width: right - left, height: bottom - top } };
}

/** The first point as it is, then steps. */
function points(steps: readonly number[], unitsPerPixel: number): [number, number][] {
  const line: [number, number][] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] as number;
    y += steps[i + 1] as number;
    line.push([x / unitsPerPixel, y / unitsPerPixel]);
  }
  return line;
}

function addLine(path: Path2D, line: readonly (readonly [number, number])[], close: boolean): void {
  line.forEach(([x, y], i) => {
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  if (close) path.closePath();
}

const EDGE_PX = 0.1;
const onEdge = (x: number): boolean => x < EDGE_PX || x > WORLD.width - EDGE_PX;

/** The ring as a line that leaves out its steps along the map's edge. */
function addCoast(path: Path2D, ring: readonly (readonly [number, number])[]): void {
  if (!ring.some(([x]) => onEdge(x))) {
    addLine(path, ring, true);
    return;
  }
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    if (onEdge(x) && onEdge(nextX)) return;
    path.moveTo(x, y);
    path.lineTo(nextX, nextY);
  });
}
