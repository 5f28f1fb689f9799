/** Finds room for the boxes that explain laws: near their jaws, on screen, covering as little as can be. */
import { around, type Box, BoxIndex, contains } from './boxes.ts';

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
/** Highest cost at which a box is still worth showing. */
const WORST = 60;

/** `hard` must stay visible, `soft` should; boxes whose jaws are on `screen` stay on it. */
export function placeCallouts(
  requests: readonly CalloutRequest[],
  hard: readonly Box[],
  soft: readonly Box[],
  screen: Box,
): PlacedCallout[] {
  const taken = new BoxIndex();
  const avoided = new BoxIndex();
  for (const box of hard) taken.add(box);
  for (const box of soft) avoided.add(box);
  const placed: PlacedCallout[] = [];
  const ordered = [...requests].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  for (const request of ordered) {
    const box = roomFor(request, taken, avoided, contains(screen, around(request.x, request.y, 0)) ? screen : null);
    if (!box) continue;
    taken.add(box);
    placed.push({ id: request.id, box, x: request.x, y: request.y });
  }
  return placed;
}

function roomFor(request: CalloutRequest, taken: BoxIndex, avoided: BoxIndex, screen: Box | null): Box | null {
  let best: Box | null = null;
  let bestCost = WORST;
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
      if (screen && !contains(screen, box)) continue;
      if (taken.hits(box, 3) > 0) continue;
      const cost = away / 5 + avoided.hits(box) * 1.5;
      if (cost < bestCost) [best, bestCost] = [box, cost];
    }
  }
  return best;
}
