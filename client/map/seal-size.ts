/** How large a seal is at a zoom, when it is only a dot, and what hangs under it. */
import type { MapNode } from './types.ts';

const RADIUS_PX = 11;
const HUB_RADIUS_PX = 15;
const YOU_RADIUS_PX = 15;
const DOT_RADIUS_PX = 4.5;
export const POWER_BAR = { width: 28, height: 5, drop: 3 } as const;
/** Zoom from which a rank is drawn as a seal rather than as a dot. */
const SEAL_FROM_SCALE: readonly number[] = [0, 0, 0.7, 1.6, 2.4];

export function sealRadius(node: MapNode, scale: number): number {
  if (isMinor(node, scale)) return DOT_RADIUS_PX;
  if (node.you) return YOU_RADIUS_PX;
  return node.rank === 0 && (node.kind === 'foundry' || node.kind === 'hub') && !node.aligned ? HUB_RADIUS_PX : RADIUS_PX;
}

export function isMinor(node: MapNode, scale: number): boolean {
  return !node.you && node.actor === null && !node.drafted && scale < (SEAL_FROM_SCALE[node.rank] ?? 0);
}

/** True where a bar hangs under the seal: power, or whose models are used. */
export function hasBar(node: MapNode): boolean {
  return node.power !== null || node.use.length > 0;
}
