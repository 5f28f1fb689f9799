/**
 * Spreads seals that would cover each other, together with their names: each stays at its place or moves to the nearest
 * one where seal and name are free, tied to its place by a leader.
 */
import { around, type Box, contains } from './boxes.ts';
import { bestLabel, type Ground, type PlacedLabel } from './labels.ts';
import { hasBar, isMinor, POWER_BAR, sealRadius } from './seal-size.ts';
import type { MapNode, Side } from './types.ts';

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

const GAP_PX = 3;
const FIRST_STEP_PX = 14;
const STEP_PX = 8;
const DIRECTIONS = 20;
/** Farthest a seal wanders for room, by rank: what matters most may go farthest. */
const FARTHEST_PX: readonly number[] = [96, 96, 78, 40, 30];
const COST_PER_PX = 0.13;
const SOFT_COST = 0.25;
const MOST_SOFT_COST = 4;
/** What a hidden name costs, by rank. */
const HIDDEN_COST: readonly number[] = [40, 26, 15, 5, 4];
const START_ANGLE = { e: 0, s: Math.PI / 2, w: Math.PI, n: -Math.PI / 2 } as const;

/** Size of a node's name, or null when it has none at this zoom. */
export type NameSize = (node: MapNode) => { readonly width: number; readonly height: number } | null;

/** How a seal rests: how far from its place, and on which side its name is. */
export interface RestingSeal {
  readonly dx: number;
  readonly dy: number;
  readonly side: Side | null;
}
export type Rests = ReadonlyMap<string, RestingSeal>;
/** How much worse than another place the one where it rests may be: players look for a seal where they saw it last. */
const STAY_COST = 9;

/** Seats and the great hubs are looked for most: they stand before jaws and laws find their places. */
export const goesFirst = ({ you, rank, actor }: MapNode): boolean => you || rank === 0 || actor !== null;

/** Places nodes in order of importance; the ground fills up with what is placed. */
export function placeSeals(
  nodes: readonly MapNode[],
  scale: number,
  ground: Ground,
  nameSize: NameSize,
  rests: Rests = new Map(),
  stayCost = STAY_COST,
): { seals: PlacedSeal[]; labels: PlacedLabel[] } {
  const order = (node: MapNode): number => {
    if (node.you) return -1;
    return (goesFirst(node) ? 0 : node.rank) + (isMinor(node, scale) ? 10 : 0);
  };
  const seals: PlacedSeal[] = [];
  const labels: PlacedLabel[] = [];
  for (const node of [...nodes].sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))) {
    const { seal, label } = isMinor(node, scale)
      ? { seal: sealAt(node, scale, 0, 0), label: null }
      : bestPlace(node, scale, ground, nameSize(node), rests.get(node.id), stayCost);
    ground.hard.add(seal.box);
    seals.push(seal);
    if (!label) continue;
    ground.hard.add(label.box);
    labels.push(label);
  }
  return { seals, labels };
}

interface Place {
  readonly seal: PlacedSeal;
  readonly label: PlacedLabel | null;
}

function bestPlace(
  node: MapNode,
  scale: number,
  ground: Ground,
  name: ReturnType<NameSize>,
  rest: RestingSeal | undefined,
  stayCost: number,
): Place {
  let best: Place | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  const consider = (seal: PlacedSeal, away: number, less = 0): void => {
    if (!ground.hard.isFree(seal.box, GAP_PX)) return;
    const { screen } = ground;
    const off =
      screen && away > 0 && contains(screen, around(node.at[0] * scale, node.at[1] * scale, 0)) && !contains(screen, seal.box);
    if (off) return;
    const soft = away === 0 ? 0 : Math.min(MOST_SOFT_COST, ground.soft.hits(seal.box) * SOFT_COST);
    if (away * COST_PER_PX + soft - less >= bestCost) return;
    const label = name ? bestLabel(requestOf(seal, name, rest?.side ?? node.side), ground) : null;
    const cost = away * COST_PER_PX + soft - less + (label ? label.cost : name ? (HIDDEN_COST[node.rank] ?? 0) : 0);
    if (cost >= bestCost) return;
    best = { seal, label: label && { id: node.id, box: label.box, side: label.side } };
    bestCost = cost;
  };
  if (rest) consider(sealAt(node, scale, rest.dx, rest.dy), Math.hypot(rest.dx, rest.dy), stayCost);
  consider(sealAt(node, scale, 0, 0), 0);
  const farthest = FARTHEST_PX[node.rank] ?? 0;
  for (let away = FIRST_STEP_PX; away <= farthest && away * COST_PER_PX < bestCost; away += STEP_PX) {
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = START_ANGLE[node.side] + (Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1) * 2 * Math.PI) / DIRECTIONS;
      consider(sealAt(node, scale, away * Math.cos(angle), away * Math.sin(angle)), away);
    }
  }
  return best ?? { seal: sealAt(node, scale, 0, 0), label: null };
}

/** What a name has to stand beside, given where its seal is. */
function requestOf(
  { node, x, y, radius, box }: PlacedSeal,
  { width, height }: NonNullable<ReturnType<NameSize>>,
  side: Side,
): Parameters<typeof bestLabel>[0] {
  const tall = box.height / 2;
  const hung = hasBar(node);
  return {
    id: node.id,
    width,
    height,
    x,
    y: hung ? y - radius + tall : y,
    radius: hung ? tall : radius,
    side,
    order: 0,
  };
}

function sealAt(node: MapNode, scale: number, dx: number, dy: number): PlacedSeal {
  const [ax, ay] = [node.at[0] * scale, node.at[1] * scale];
  const [x, y] = [ax + dx, ay + dy];
  const radius = sealRadius(node, scale);
  const anchor = dx === 0 && dy === 0 ? null : ([ax, ay] as const);
  return { node, x, y, radius, anchor, minor: isMinor(node, scale), box: sealBox(node, x, y, radius) };
}

function sealBox(node: MapNode, x: number, y: number, radius: number): Box {
  const box = around(x, y, radius);
  if (!hasBar(node)) return box;
  const { width, height, drop } = POWER_BAR;
  return { x: x - Math.max(width / 2, radius), y: box.y, width: Math.max(width, 2 * radius), height: 2 * radius + drop + height };
}
