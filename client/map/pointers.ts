/** Signs at the screen's edge to what lies beyond it, where a narrow screen shows only a crop. */
import { type Box, holds, overlaps } from './boxes.ts';
import type { Ribbon } from './ribbon.ts';
import type { MapArc } from './types.ts';

export interface EdgePointer {
  /** Id of the site that it leads to. */
  readonly site: string;
  readonly arc: MapArc;
  /** Room of the sign, on the sheet. */
  readonly box: Box;
  /** Where the flow leaves the screen, on the sheet. */
  readonly leaves: readonly [number, number];
  /** Direction of the arrow, radians clockwise from east. */
  readonly angle: number;
}

const MOST_POINTERS = 3;
export const SIGN = { width: 128, height: 32 } as const;
/** Flows that leave closer together share the sign of the widest. */
const APART_PX = 90;
/** A sign moves so far, in such steps, to keep clear of buttons. */
const FARTHEST_PX = 96;
const STEP_PX = 8;

/**
 * The widest flows that leave `screen` (a box of the sheet), one for each far site. Signs keep off what is `covered`, and off
 * `seals` where they can.
 */
export function edgePointers(
  ribbons: readonly Ribbon[],
  screen: Box,
  covered: readonly Box[] = [],
  seals: readonly Box[] = [],
): EdgePointer[] {
  const found: EdgePointer[] = [];
  const widest = [...ribbons].sort((a, b) => b.fullPx - a.fullPx || (a.arc.id < b.arc.id ? -1 : 1));
  for (const { arc, curve } of widest) {
    if (found.length >= MOST_POINTERS) break;
    const last = curve.samples.length - 1;
    const index = curve.samples.findLastIndex(({ x, y }) => holds(screen, x, y));
    const at = curve.samples[index];
    if (!at || index === last || found.some(({ site }) => site === arc.to)) continue;
    if (found.some(({ leaves }) => Math.hypot(leaves[0] - at.x, leaves[1] - at.y) < APART_PX)) continue;
    const taken = [...covered, ...found.map((other) => other.box)];
    const wanted = signBox(at.x, at.y, screen);
    const box = freeBox(wanted, screen, [...taken, ...seals]) ?? freeBox(wanted, screen, taken);
    if (box === null) continue;
    found.push({ site: arc.to, arc, box, leaves: [at.x, at.y], angle: Math.atan2(at.dy, at.dx) });
  }
  return found;
}

/** The box where it is, else moved along the screen's edges past what is taken; null where there is no room nearby. */
function freeBox(box: Box, screen: Box, taken: readonly Box[]): Box | null {
  const free = (one: Box): boolean => !taken.some((other) => overlaps(one, other));
  for (let by = 0; by <= FARTHEST_PX; by += STEP_PX) {
    for (const [dx, dy] of [
      [by, 0],
      [-by, 0],
      [0, by],
      [0, -by],
    ] as const) {
      const moved = { ...box, x: box.x + dx, y: box.y + dy };
      const inside =
        moved.x >= screen.x &&
        moved.y >= screen.y &&
        moved.x + moved.width <= screen.x + screen.width &&
        moved.y + moved.height <= screen.y + screen.height;
      if (inside && free(moved)) return moved;
    }
  }
  return null;
}

function signBox(x: number, y: number, screen: Box): Box {
  const within = (value: number, start: number, length: number, size: number): number =>
    Math.max(start, Math.min(start + length - size, value - size / 2));
  const { width, height } = SIGN;
  return { x: within(x, screen.x, screen.width, width), y: within(y, screen.y, screen.height, height), width, height };
}
