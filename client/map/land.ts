/** The land of `assets/map/land.json`, unpacked into drawable paths at zoom 1. */
import packed from '#assets/map/land.json';

interface PackedLand {
  readonly unitsPerPixel: number;
  readonly countries: readonly { readonly id: string | null; readonly rings: readonly (readonly number[])[] }[];
  readonly borders: readonly (readonly number[])[];
}

export interface Land {
  /** All countries as one path. */
  readonly all: Path2D;
  readonly borders: Path2D;
  /** By ISO 3166 numeric code. */
  readonly countries: ReadonlyMap<string, Path2D>;
}

let unpacked: Land | null = null;

export function land(): Land {
  unpacked ??= unpack(packed as PackedLand);
  return unpacked;
}

function unpack({ unitsPerPixel, countries, borders }: PackedLand): Land {
  const all = new Path2D();
  const byId = new Map<string, Path2D>();
  for (const { id, rings } of countries) {
    const path = new Path2D();
    for (const ring of rings) addLine(path, ring, unitsPerPixel, true);
    all.addPath(path);
    if (id !== null) byId.set(id, path);
  }
  const lines = new Path2D();
  for (const line of borders) addLine(lines, line, unitsPerPixel, false);
  return { all, borders: lines, countries: byId };
}

function addLine(path: Path2D, steps: readonly number[], unitsPerPixel: number, close: boolean): void {
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] as number;
    y += steps[i + 1] as number;
    if (i === 0) path.moveTo(x / unitsPerPixel, y / unitsPerPixel);
    else path.lineTo(x / unitsPerPixel, y / unitsPerPixel);
  }
  if (close) path.closePath();
}
