/** Smooth lines through points, as evenly sampled polylines that know their length and direction. */

export type Point = readonly [x: number, y: number];

export interface Sample {
  readonly x: number;
  readonly y: number;
  /** Unit vector along the line. */
  readonly dx: number;
  readonly dy: number;
  /** Length from the start. */
  readonly along: number;
}

export interface Curve {
  readonly samples: readonly Sample[];
  readonly length: number;
}

/** Share of the length by which a line without points between bends. */
const BEND = 0.14;
const SPAN_STEPS = 16;
/** Bends sharper than about this length are rounded. */
const SMOOTH_PX = 36;
const SMOOTH_STEP_PX = 4;

/** A centripetal Catmull-Rom curve through the points; two points alone get a slight bend. */
export function curveThrough(points: readonly Point[], stepPx = 3): Curve {
  const through = points.length === 2 ? bent(points[0] as Point, points[1] as Point) : points;
  const dense: Point[] = [through[0] as Point];
  for (let i = 0; i + 1 < through.length; i++) {
    const b = through[i] as Point;
    const c = through[i + 1] as Point;
    const a = through[i - 1] ?? mirrored(b, c);
    const d = through[i + 2] ?? mirrored(c, b);
    for (let step = 1; step <= SPAN_STEPS; step++) dense.push(catmullRom(a, b, c, d, step / SPAN_STEPS));
  }
  return resampled(smoothed(resampled(dense, SMOOTH_STEP_PX)), stepPx);
}

function bent([ax, ay]: Point, [bx, by]: Point): Point[] {
  const [dx, dy] = [bx - ax, by - ay];
  const up = dx < 0 ? -1 : 1;
  return [
    [ax, ay],
    [(ax + bx) / 2 + dy * BEND * up, (ay + by) / 2 - dx * BEND * up],
    [bx, by],
  ];
}

/** Moving average of the line that leaves its ends where they are. */
function smoothed({ samples }: Curve): Point[] {
  const last = samples.length - 1;
  return samples.map((_, i) => {
    const reach = Math.min(i, last - i, Math.round(SMOOTH_PX / SMOOTH_STEP_PX));
    let [x, y] = [0, 0];
    for (let j = i - reach; j <= i + reach; j++) {
      x += (samples[j] as Sample).x;
      y += (samples[j] as Sample).y;
    }
    return [x / (2 * reach + 1), y / (2 * reach + 1)];
  });
}

function mirrored([x, y]: Point, [ox, oy]: Point): Point {
  return [2 * x - ox, 2 * y - oy];
}

function catmullRom(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const knot = (p: Point, q: Point): number => Math.max(0.01, Math.sqrt(Math.hypot(q[0] - p[0], q[1] - p[1])));
  const [t1, t2] = [knot(a, b), knot(a, b) + knot(b, c)];
  const t3 = t2 + knot(c, d);
  const at = t1 + t * (t2 - t1);
  const mix = (p: Point, q: Point, from: number, to: number): Point => {
    const share = (at - from) / (to - from);
    return [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share];
  };
  const [ab, bc, cd] = [mix(a, b, 0, t1), mix(b, c, t1, t2), mix(c, d, t2, t3)];
  return mix(mix(ab, bc, 0, t2), mix(bc, cd, t1, t3), t1, t2);
}

function resampled(dense: readonly Point[], stepPx: number): Curve {
  const lengths = [0];
  for (let i = 1; i < dense.length; i++) {
    const [p, q] = [dense[i - 1] as Point, dense[i] as Point];
    lengths.push((lengths[i - 1] as number) + Math.hypot(q[0] - p[0], q[1] - p[1]));
  }
  const length = lengths.at(-1) as number;
  const count = Math.max(2, Math.ceil(length / stepPx));
  const points: Point[] = [];
  let segment = 1;
  for (let i = 0; i <= count; i++) {
    const along = (length * i) / count;
    while (segment < dense.length - 1 && (lengths[segment] as number) < along) segment++;
    const [from, to] = [lengths[segment - 1] as number, lengths[segment] as number];
    const share = to === from ? 0 : (along - from) / (to - from);
    const [p, q] = [dense[segment - 1] as Point, dense[segment] as Point];
    points.push([p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share]);
  }
  const samples = points.map(([x, y], i): Sample => {
    const before = points[Math.max(0, i - 1)] as Point;
    const after = points[Math.min(count, i + 1)] as Point;
    const norm = Math.max(1e-6, Math.hypot(after[0] - before[0], after[1] - before[1]));
    return { x, y, dx: (after[0] - before[0]) / norm, dy: (after[1] - before[1]) / norm, along: (length * i) / count };
  });
  return { samples, length };
}

/** The place at a length from the start, between two samples. */
export function pointAt(curve: Curve, along: number): Sample {
  const last = curve.samples.length - 1;
  const exact = Math.max(0, Math.min(last, (along / Math.max(1e-6, curve.length)) * last));
  const index = Math.min(last - 1, Math.floor(exact));
  const share = exact - index;
  const [a, b] = [curve.samples[index] as Sample, curve.samples[index + 1] as Sample];
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, dx: a.dx, dy: a.dy, along };
}
