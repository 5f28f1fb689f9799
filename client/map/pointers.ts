/** Signs at the screen's edge to what lies beyond it, where a narrow screen shows only a crop. */
import type { Box } from './boxes.ts';
import { holds } from './boxes.ts';
import type { Ribbon } from './ribbon.ts';

export interface EdgePointer {
  /** Id of the site that it leads to. */
  readonly site: string;
  readonly arc: string;
  /** Middle of the sign, in screen coordinates. */
  readonly x: number;
  readonly y: number;
  /** Direction of the arrow, radians clockwise from east. */
  readonly angle: number;
}

const MOST_POINTERS = 3;
const INSET = { x: 46, y: 22 } as const;

/** The widest flows that leave `screen` (a box of the sheet), one for each far site. */
export function edgePointers(ribbons: readonly Ribbon[], screen: Box): EdgePointer[] {
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
    const x = Math.max(INSET.x, Math.min(screen.width - INSET.x, at.x - screen.x));
    const y = Math.max(INSET.y, Math.min(screen.height - INSET.y, at.y - screen.y));
    if (found.some((other) => Math.abs(other.x - x) < 2 * INSET.x && Math.abs(other.y - y) < 2 * INSET.y)) continue;
    found.push({ site: arc.to, arc: arc.id, x, y, angle: Math.atan2(at.dy, at.dx) });
  }
  return found;
}
