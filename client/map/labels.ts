/**
 * Finds a place for a label beside its seal, so that no two ever touch: it tries the wanted side, then the others, each
 * with a little sliding; where nothing is free it stays hidden until there is more room.
 */
import { type Box, BoxIndex, contains, overlaps } from './boxes.ts';
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

/** What is in the way: `hard` may never be covered, `soft` only for want of a better place, off `screen` and under panels neither. */
export class Ground {
  readonly hard = new BoxIndex();
  readonly soft = new BoxIndex();
  readonly screen: Box | null;
  /** Panels that lie over the map. */
  readonly covered: readonly Box[];

  constructor(hard: readonly Box[], soft: readonly Box[], screen: Box | null = null, covered: readonly Box[] = []) {
    for (const box of hard) this.hard.add(box);
    for (const box of soft) this.soft.add(box);
    this.screen = screen;
    this.covered = covered;
  }

  /** True where a label can be seen whole. */
  shows(box: Box): boolean {
    return (this.screen === null || contains(this.screen, box)) && !this.covered.some((panel) => overlaps(panel, box));
  }
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
const SIDE_COST = 1.6;
const SLIDE_COST = 0.5;
const SOFT_COST = 0.5;
const MOST_SOFT_COST = 6;
/** Off the screen, or under a panel. */
const OFF_SCREEN_COST = 10;

/** Places labels one after the other, by order; what finds no place is left out. */
export function placeLabels(requests: readonly LabelRequest[], ground: Ground): PlacedLabel[] {
  const ordered = [...requests].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return ordered.flatMap((request) => {
    const best = bestLabel(request, ground);
    if (!best) return [];
    ground.hard.add(best.box);
    return [{ id: request.id, box: best.box, side: best.side }];
  });
}

/** The cheapest free place beside a seal, and what it costs against the ideal one. */
export function bestLabel(request: LabelRequest, ground: Ground): { box: Box; side: Side; cost: number } | null {
  let best: { box: Box; side: Side; cost: number } | null = null;
  SIDES[request.side].forEach((side, turn) => {
    SLIDES.forEach((slide, step) => {
      const base = turn * SIDE_COST + step * SLIDE_COST;
      if (best && base >= best.cost) return;
      const box = beside(request, side, slide);
      if (!ground.hard.isFree(box, CLEAR_PX)) return;
      const off = ground.shows(box) ? 0 : OFF_SCREEN_COST;
      const cost = base + off + Math.min(MOST_SOFT_COST, ground.soft.hits(box) * SOFT_COST);
      if (!best || cost < best.cost) best = { box, side, cost };
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
