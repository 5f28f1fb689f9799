/** Which seal the arrow keys lead to, and which one lies under a finger. */

export type Direction = 'left' | 'right' | 'up' | 'down';

interface Target {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const UNIT: Readonly<Record<Direction, readonly [number, number]>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
/** What lies aside counts this much more than what lies ahead. */
const ASIDE = 1.8;

/** The nearest target in a direction from a point, or null at the edge; ties by id. */
export function nearestTowards(
  targets: readonly Target[],
  x: number,
  y: number,
  direction: Direction,
  except: string | null,
): string | null {
  const [ux, uy] = UNIT[direction];
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const target of targets) {
    const [dx, dy] = [target.x - x, target.y - y];
    const ahead = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy) + Math.abs(dy * ux);
    if (target.id === except || ahead <= 1 || aside > ahead * 2.5) continue;
    const cost = ahead + ASIDE * aside;
    if (cost < bestCost || (cost === bestCost && best !== null && target.id < best)) [best, bestCost] = [target.id, cost];
  }
  return best;
}

/** The target nearest to a point within reach, or null. */
export function nearestTo(
  targets: readonly (Target & { readonly radius: number })[],
  x: number,
  y: number,
  reachPx: number,
): string | null {
  let best: string | null = null;
  let bestAway = Number.POSITIVE_INFINITY;
  for (const target of targets) {
    const away = Math.hypot(target.x - x, target.y - y);
    if (away <= Math.max(target.radius, reachPx) && away < bestAway) [best, bestAway] = [target.id, away];
  }
  return best;
}
