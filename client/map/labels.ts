/**
 * Places labels beside their seals without any two touching: by rank, each tries its wanted side, then the others; what
 * finds no free place is hidden until there is more room.
 */
import { type Box, BoxIndex } from './boxes.ts';
import type { Side } from './types.ts';

export interface LabelRequest {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** What it stands beside. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly side: Side;
  /** Smaller goes first. */
  readonly order: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly box: Box;
  readonly side: Side;
}

const SIDES: Readonly<Record<Side, readonly Side[]>> = {
  n: ['n', 'e', 'w', 's'],
  e: ['e', 'w', 's', 'n'],
  s: ['s', 'e', 'w', 'n'],
  w: ['w', 'e', 'n', 's'],
};
const GAP_PX = 4;
/** Between two labels. */
const CLEAR_PX = 2;
/** A label may slide along its side by this share of its length, in this order. */
const SLIDES: readonly number[] = [0, -0.3, 0.3, -0.5, 0.5];
/** Crossing one thing that may be crossed (a ribbon's dot) costs this much against the next side. */
const SOFT_COST = 0.5;

/** `taken` may never be covered; `soft` (such as points of the arcs) is avoided where another place is free. */
export function placeLabels(requests: readonly LabelRequest[], taken: readonly Box[], soft: readonly Box[] = []): PlacedLabel[] {
  const hard = new BoxIndex();
  const avoided = new BoxIndex();
  for (const box of taken) hard.add(box);
  for (const box of soft) avoided.add(box);
  const placed: PlacedLabel[] = [];
  const ordered = [...requests].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  for (const request of ordered) {
    const best = bestPlace(request, hard, avoided);
    if (!best) continue;
    hard.add(best.box);
    placed.push({ id: request.id, ...best });
  }
  return placed;
}

function bestPlace(request: LabelRequest, hard: BoxIndex, avoided: BoxIndex): { box: Box; side: Side } | null {
  let best: { box: Box; side: Side } | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  SIDES[request.side].forEach((side, turn) => {
    SLIDES.forEach((slide, step) => {
      const box = beside(request, side, slide);
      const base = turn * 2 + step * 0.6;
      if (base >= bestCost || hard.hits(box, CLEAR_PX) > 0) return;
      const cost = base + Math.min(6, avoided.hits(box) * SOFT_COST);
      if (cost < bestCost) [best, bestCost] = [{ box, side }, cost];
    });
  });
  return best;
}

function beside({ x, y, radius, width, height }: LabelRequest, side: Side, slide: number): Box {
  const away = radius + GAP_PX;
  if (side === 'e' || side === 'w') {
    return { x: side === 'e' ? x + away : x - away - width, y: y - height / 2 + slide * (height + radius), width, height };
  }
  return { x: x - width / 2 + slide * width, y: side === 's' ? y + away - 1 : y - away - height + 1, width, height };
}
