/**
 * Where seals rest, whatever flows, laws and panels are there: found from the sites and their names alone, one zoom after
 * the other from afar, each from the one before. So a seal stands at the same place from turn to turn, after a reload, and
 * when one has zoomed in and out again.
 */
import { Ground } from './labels.ts';
import { type PlacedSeal, placeSeals, type RestingSeal, type Rests } from './seals.ts';
import type { MapNode, Side } from './types.ts';

/** The zooms from afar to near; between two of them seals rest as at the farther one. */
const FARTHEST_SCALE = 0.784;
const STEP = 1.4;
/** Nearer than this a seal goes home where it finds room. */
const STAY_COST = 3;

/** Size of a node's name at a zoom. */
export type NameSizeAt = (node: MapNode, scale: number) => { readonly width: number; readonly height: number };

export function restOf({ x, y, anchor }: Pick<PlacedSeal, 'x' | 'y' | 'anchor'>, side: Side | null): RestingSeal {
  return anchor === null ? { dx: 0, dy: 0, side } : { dx: x - anchor[0], dy: y - anchor[1], side };
}

export function restingSeals(nodes: readonly MapNode[], scale: number, nameSize: NameSizeAt): Rests {
  let rests: Rests = new Map();
  for (let level = Math.min(FARTHEST_SCALE, scale); level <= scale * 1.001; level *= STEP) {
    const { seals, labels } = placeSeals(nodes, level, new Ground([], []), (node) => nameSize(node, level), rests, STAY_COST);
    const sides = new Map(labels.map(({ id, side }) => [id, side]));
    rests = new Map(
      seals.filter(({ minor }) => !minor).map((seal) => [seal.node.id, restOf(seal, sides.get(seal.node.id) ?? null)]),
    );
  }
  return rests;
}
