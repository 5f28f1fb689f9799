/** The shape of one flow: how wide its ribbon is along the way, and where its jaws sit. */
import { type Curve, curveThrough, type Point, pointAt, type Sample } from './curve.ts';
import type { MapArc, MapBarrier } from './types.ts';

export interface Ribbon {
  readonly arc: MapArc;
  readonly barrier: MapBarrier | null;
  readonly curve: Curve;
  /** Length from the start at which the jaws sit; null without jaws. */
  readonly jawsAlong: number | null;
  /** Full width, and the one behind jaws that hold something back; CSS pixels. */
  readonly fullPx: number;
  readonly throughPx: number;
}

/** A way shorter than this on screen has no room for jaws. */
const LEAST_LENGTH_PX = 36;
/** Length over which a ribbon narrows before the jaws. */
const TAPER_PX = 26;
const JAW_PLACES: readonly number[] = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.2, 0.8];

/** `busy` are points of the sheet that jaws keep away from. */
export function ribbonOf(
  arc: MapArc,
  barrier: MapBarrier | null,
  scale: number,
  widthFactor: number,
  busy: readonly Point[],
): Ribbon {
  const curve = curveThrough(arc.points.map(([x, y]) => [x * scale, y * scale] as const));
  const through = throughOf(arc, barrier);
  return {
    arc,
    barrier,
    curve,
    jawsAlong: barrier === null || curve.length < LEAST_LENGTH_PX ? null : jawsPlace(curve, busy),
    fullPx: arc.wantedPx * widthFactor,
    throughPx: through * widthFactor,
  };
}

/** Width of what gets through at zoom 1: as counted, or as the laws leave where nothing is counted. */
function throughOf(arc: MapArc, barrier: MapBarrier | null): number {
  const holds = barrier !== null && (barrier.state === 'in-force' || barrier.state === 'closed');
  if (arc.state === 'idle' || (!holds && arc.state === 'open')) return arc.wantedPx;
  if (barrier?.state === 'closed') return 0;
  return holds && arc.wanted === 0 ? arc.wantedPx * Math.sqrt(barrier.sharePermille / 1000) : arc.deliveredPx;
}

/** The place near the middle that is farthest from everything else. */
function jawsPlace(curve: Curve, busy: readonly Point[]): number {
  let best = 0.5;
  let bestRoom = -1;
  for (const share of JAW_PLACES) {
    const { x, y } = pointAt(curve, curve.length * share);
    let room = 34;
    for (const [bx, by] of busy) room = Math.min(room, Math.hypot(bx - x, by - y));
    if (room > bestRoom + 4) [best, bestRoom] = [share, room];
  }
  return curve.length * best;
}

/** Width of what flows at a length from the start. */
export function widthAt(ribbon: Ribbon, along: number): number {
  const { jawsAlong, fullPx, throughPx, arc } = ribbon;
  if (jawsAlong === null) return arc.state === 'short' || arc.state === 'closed' ? throughPx : fullPx;
  const t = Math.max(0, Math.min(1, (along - (jawsAlong - TAPER_PX)) / TAPER_PX));
  return fullPx + (throughPx - fullPx) * t * t * (3 - 2 * t);
}

/** True where some of what was wanted does not come. */
export function isDenied(ribbon: Ribbon): boolean {
  return ribbon.arc.state !== 'idle' && ribbon.throughPx < ribbon.fullPx - 0.4;
}

/** Outline of the part between two lengths, as a closed polygon; `width` gives the width at a sample. */
export function outline(samples: readonly Sample[], width: (along: number) => number): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  for (const { x, y, dx, dy, along } of samples) {
    const half = width(along) / 2;
    left.push([x + dy * half, y - dx * half]);
    right.push([x - dy * half, y + dx * half]);
  }
  return [...left, ...right.reverse()];
}

export function between(curve: Curve, from: number, to: number): Sample[] {
  return curve.samples.filter(({ along }) => along >= from - 0.01 && along <= to + 0.01);
}
