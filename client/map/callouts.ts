/** Finds room for the boxes that explain laws: near their jaws, on screen, covering as little as can be. */
import { around, type Box, type BoxIndex, contains, overlaps } from './boxes.ts';
import type { Ground } from './labels.ts';

export interface CalloutRequest {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly order: number;
}
export interface PlacedCallout {
  readonly id: string;
  readonly box: Box;
  /** What it points at. */
  readonly x: number;
  readonly y: number;
}

const DISTANCES_PX: readonly number[] = [26, 44, 66, 92, 124, 160];
const ANGLES = 16;
const MOST_SOFT_COST = 24;
const STEM_COST = 3;
const STEM_STEP_PX = 10;

/** Places the boxes by order and fills the ground with them; all stay on `screen` and out of `covered`. */
export function placeCallouts(
  requests: readonly CalloutRequest[],
  ground: Ground,
  screen: Box,
  covered: readonly Box[],
): PlacedCallout[] {
  const ordered = [...requests].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return ordered.flatMap((request) => {
    const box = roomFor(
      request,
      ground.hard,
      ground.soft,
      (box) => contains(screen, box) && !covered.some((panel) => overlaps(panel, box)),
    );
    if (!box) return [];
    ground.hard.add(box);
    return [{ id: request.id, box, x: request.x, y: request.y }];
  });
}

function roomFor(request: CalloutRequest, taken: BoxIndex, avoided: BoxIndex, mayStand: (box: Box) => boolean): Box | null {
  let best: Box | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const away of DISTANCES_PX) {
    for (let i = 0; i < ANGLES; i++) {
      const angle = (2 * Math.PI * (i + 0.5)) / ANGLES;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const box = {
        x: request.x + dx * (away + request.width / 2) - request.width / 2,
        y: request.y + dy * (away + request.height / 2) - request.height / 2,
        width: request.width,
        height: request.height,
      };
      if (away / 5 >= bestCost || !mayStand(box)) continue;
      if (!taken.isFree(box, 3)) continue;
      const cost = away / 5 + STEM_COST * stemHits(request, box, taken) + Math.min(MOST_SOFT_COST, avoided.hits(box) * 1.5);
      if (cost < bestCost) [best, bestCost] = [box, cost];
    }
  }
  return best;
}

/** What the line from the box to its jaws would cross, the jaws themselves aside. */
function stemHits({ x, y }: CalloutRequest, box: Box, taken: BoxIndex): number {
  const [fromX, fromY] = [Math.max(box.x, Math.min(box.x + box.width, x)), Math.max(box.y, Math.min(box.y + box.height, y))];
  const length = Math.hypot(fromX - x, fromY - y);
  let hits = 0;
  for (let at = STEM_STEP_PX / 2; at < length - 2 * STEM_STEP_PX; at += STEM_STEP_PX) {
    if (!taken.isFree(around(fromX + ((x - fromX) * at) / length, fromY + ((y - fromY) * at) / length, 1))) hits++;
  }
  return hits;
}
