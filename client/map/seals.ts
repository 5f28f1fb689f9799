/** Spreads seals that would cover each other: each stays at its place or moves to the nearest free one, with a leader. */
import { around, type Box, BoxIndex } from './boxes.ts';
import type { MapNode } from './types.ts';

export interface PlacedSeal {
  readonly node: MapNode;
  /** Middle of the seal on the sheet. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Where the place really is, when the seal had to move. */
  readonly anchor: readonly [number, number] | null;
  /** The seal with what hangs on it. */
  readonly box: Box;
  /** Drawn as a dot until there is room. */
  readonly minor: boolean;
}

const RADIUS_PX = 11;
const HUB_RADIUS_PX = 15;
const YOU_RADIUS_PX = 15;
const DOT_RADIUS_PX = 4.5;
const GAP_PX = 3;
export const POWER_BAR = { width: 28, height: 5, drop: 3 } as const;
/** Zoom from which a rank is drawn as a seal rather than as a dot. */
const SEAL_FROM_SCALE: readonly number[] = [0, 0, 0.7, 1.6, 2.4];
const FARTHEST_PX = 110;
const STEP_PX = 6;
const DIRECTIONS = 20;

export function sealRadius(node: MapNode, scale: number): number {
  if (isMinor(node, scale)) return DOT_RADIUS_PX;
  if (node.you) return YOU_RADIUS_PX;
  return node.rank === 0 && (node.kind === 'foundry' || node.kind === 'hub') && node.look.shape === 'hexagon'
    ? HUB_RADIUS_PX
    : RADIUS_PX;
}

function isMinor(node: MapNode, scale: number): boolean {
  return !node.you && node.actor === null && !node.drafted && scale < (SEAL_FROM_SCALE[node.rank] ?? 0);
}

/** Seals in order of importance; `scale` is the zoom. */
export function placeSeals(nodes: readonly MapNode[], scale: number): PlacedSeal[] {
  const taken = new BoxIndex();
  const order = (node: MapNode): number => (node.you ? -1 : node.rank + (isMinor(node, scale) ? 10 : 0));
  return [...nodes]
    .sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
    .map((node) => {
      const seal = placeSeal(node, scale, taken);
      taken.add(seal.box);
      return seal;
    });
}

function placeSeal(node: MapNode, scale: number, taken: BoxIndex): PlacedSeal {
  const [x, y] = [node.at[0] * scale, node.at[1] * scale];
  const radius = sealRadius(node, scale);
  const minor = isMinor(node, scale);
  const at = (px: number, py: number, anchor: readonly [number, number] | null): PlacedSeal => ({
    node,
    x: px,
    y: py,
    radius,
    anchor,
    minor,
    box: sealBox(node, px, py, radius),
  });
  if (minor || taken.hits(sealBox(node, x, y, radius), GAP_PX) === 0) return at(x, y, null);
  const start = START_ANGLE[node.side];
  for (let away = STEP_PX * 2; away <= FARTHEST_PX; away += STEP_PX) {
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = start + (Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1) * 2 * Math.PI) / DIRECTIONS;
      const [px, py] = [x + away * Math.cos(angle), y + away * Math.sin(angle)];
      if (taken.hits(sealBox(node, px, py, radius), GAP_PX) === 0) return at(px, py, [x, y]);
    }
  }
  return at(x, y, null);
}

/** A moved seal first tries the side on which its label shall be. */
const START_ANGLE = { e: 0, s: Math.PI / 2, w: Math.PI, n: -Math.PI / 2 } as const;

function sealBox(node: MapNode, x: number, y: number, radius: number): Box {
  const box = around(x, y, radius);
  if (!node.power) return box;
  const { width, height, drop } = POWER_BAR;
  return { x: x - Math.max(width / 2, radius), y: box.y, width: Math.max(width, 2 * radius), height: 2 * radius + drop + height };
}
