/** Signs at the screen's edge to what lies beyond it, where a narrow screen shows only a crop. */
import { type Box, holds, overlaps } from './boxes.ts';
import type { Ribbon } from './ribbon.ts';

export interface EdgePointer {
  /** Id of the site that it leads to. */
  readonly site: string;
  readonly arc: string;
  /** Where the flow leaves the screen, on the sheet. */
  readonly leaves: readonly [number, number];
  /** Middle of the sign, in screen coordinates. */
  readonly x: number;
  readonly y: number;
  /** Direction of the arrow, radians clockwise from east. */
  readonly angle: number;
}

const MOST_POINTERS = 3;
/** Flows that leave closer together share the sign of the widest. */
const APART_PX = 90;
/** Half the room of a sign. */
const INSET = { x: 64, y: 19 } as const;
const SLIDES_PX: readonly number[] = [0, -30, 30, -60, 60, -90, 90, -120, 120];

/** The widest flows that leave `screen` (a box of the sheet), one for each far site; `busy` in screen coordinates. */
export function edgePointers(ribbons: readonly Ribbon[], screen: Box, busy: readonly Box[]): EdgePointer[] {
  const found: EdgePointer[] = [];
  const widest = [...ribbons].sort((a, b) => b.fullPx - a.fullPx || (a.arc.id < b.arc.id ? -1 : 1));
  for (const { arc, curve } of widest) {
    if (found.length >= MOST_POINTERS) break;
    const inside = curve.samples.map(({ x, y }) => holds(screen, x, y));
    const leaves = inside.findLastIndex((one) => one);
    const last = curve.samples.at(-1);
    if (leaves < 0 || leaves === inside.length - 1 || !last || found.some(({ site }) => site === arc.to)) continue;
    const at = curve.samples[leaves];
    if (!at) continue;
    if (found.some((other) => Math.hypot(other.leaves[0] - at.x, other.leaves[1] - at.y) < APART_PX)) continue;
    const [x, y] = freePlace(at.x - screen.x, at.y - screen.y, screen, [
      ...busy,
      ...found.map((other) => signBox(other.x, other.y)),
    ]);
    found.push({ site: arc.to, arc: arc.id, leaves: [at.x, at.y], x, y, angle: Math.atan2(at.dy, at.dx) });
  }
  return found;
}

/** The place along the edge, near where the flow leaves, that covers least; screen coordinates. */
function freePlace(leaveX: number, leaveY: number, screen: Box, busy: readonly Box[]): readonly [number, number] {
  const vertical = Math.min(leaveX, screen.width - leaveX) < Math.min(leaveY, screen.height - leaveY);
  let best: readonly [number, number] = [leaveX, leaveY];
  let bestCost = Number.POSITIVE_INFINITY;
  for (const slide of SLIDES_PX) {
    const x = Math.max(INSET.x, Math.min(screen.width - INSET.x, leaveX + (vertical ? 0 : slide)));
    const y = Math.max(INSET.y, Math.min(screen.height - INSET.y, leaveY + (vertical ? slide : 0)));
    const cost = Math.abs(slide) / 20 + 5 * busy.filter((box) => overlaps(signBox(x, y), box)).length;
    if (cost < bestCost) [best, bestCost] = [[x, y], cost];
  }
  return best;
}

function signBox(x: number, y: number): Box {
  return { x: x - INSET.x, y: y - INSET.y, width: 2 * INSET.x, height: 2 * INSET.y };
}
