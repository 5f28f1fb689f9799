/**
 * Everything that stands on the map at one zoom, and where. First the flows with their jaws, which keep off seals at rest,
 * then what may not be missed (you, the other seats, the great hubs, laws that are coming), then the other seals with their
 * names, the other laws, and figures.
 */
import type { MessageRef } from '#shared/state/ledger.ts';
import { around, type Box, holds } from './boxes.ts';
import { type PlacedCallout, placeCallouts } from './callouts.ts';
import { pointAt } from './curve.ts';
import { flowRequests, placeFlowLabels } from './flow-labels.ts';
import { Ground, type PlacedLabel } from './labels.ts';
import { type EdgePointer, edgePointers } from './pointers.ts';
import { restingSeals } from './resting.ts';
import { type Ribbon, ribbonOf } from './ribbon.ts';
import { sealRadius } from './seal-size.ts';
import { goesFirst, type PlacedSeal, placeSeals, type Rests } from './seals.ts';
import { LINE_PX, shortName, type TextStyle, wrapped } from './text-style.ts';
import type { BarrierLaw, MapArc, MapLayer, MapModel, MapNode, Side } from './types.ts';
import { NARROW_PX } from './view-window.ts';

export interface LayoutInput {
  readonly model: MapModel;
  readonly scale: number;
  /** Visible part of the sheet. */
  readonly screen: Box;
  /** What panels cover of it; boxes keep out, seals stay true to their place. */
  readonly covered?: readonly Box[];
  readonly layers: ReadonlySet<MapLayer>;
  /** The report speaks: no boxes of laws, no figures. */
  readonly quiet: boolean;
  readonly label: (ref: MessageRef) => string;
  /** Width of a line of text, CSS pixels. */
  readonly measure: (text: string, style: TextStyle) => number;
}

export interface DrawnLabel {
  readonly id: string;
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly box: Box;
  readonly side: Side;
  readonly align: 'left' | 'center' | 'right';
  /** Arc whose colour it has; null for ink. */
  readonly arc: MapArc | null;
}
export interface DrawnCallout extends PlacedCallout {
  readonly law: BarrierLaw;
  readonly title: string;
  readonly text: string;
}
export interface MapLayout {
  readonly scale: number;
  readonly seals: readonly PlacedSeal[];
  readonly ribbons: readonly Ribbon[];
  readonly labels: readonly DrawnLabel[];
  readonly hidden: readonly string[];
  readonly callouts: readonly DrawnCallout[];
  readonly pointers: readonly EdgePointer[];
}

const JAW_REACH_PX = 13;
/** Of a seal that rests at its place. */
const HOME = { dx: 0, dy: 0 };
/** Zoom from which a name says its town too. */
const FULL_NAMES_FROM = 1.8;
const CALLOUT = { height: 40, padding: 20, icon: 18 } as const;
const LAYER_OF: Readonly<Record<MapArc['kind'], MapLayer>> = {
  chips: 'chips',
  cloud: 'chips',
  grey: 'chips',
  domestic: 'chips',
  memory: 'memory',
  tools: 'tools',
};

export function layOut(input: LayoutInput): MapLayout {
  const { model, scale } = input;
  const rests = restingSeals(model.nodes, scale, (node, at) => nameOf({ ...input, scale: at }, node).size);
  return layOutWith(input, rests, 'seals') ?? (layOutWith(input, rests, 'boxes') as MapLayout);
}

/**
 * Seals stand where they rest as far as they can. Either they go `first`, or the boxes of coming laws do; null where such a
 * box finds no room among the seals.
 */
function layOutWith(input: LayoutInput, rests: Rests, goFirst: 'seals' | 'boxes'): MapLayout | null {
  const { scale, screen, quiet } = input;
  const ribbons = shownRibbons(input, rests);
  const pointers = screen.width < NARROW_PX ? edgePointers(ribbons, screen, input.covered, restingBoxes(input, rests)) : [];
  const ground = new Ground(
    pointers.map(({ box }) => box),
    ribbons.flatMap(dots),
    screen,
    input.covered,
  );
  const nodes = shownNodes(input);
  const names = new Map(nodes.map((node) => [node.id, nameOf(input, node)]));
  const place = (some: readonly MapNode[]): ReturnType<typeof placeSeals> =>
    placeSeals(some, scale, ground, (node) => names.get(node.id)?.size ?? null, rests);
  const first = place(nodes.filter(goesFirst));
  for (const box of ribbons.flatMap(jawBox)) ground.hard.add(box);
  const others = nodes.filter((node) => !goesFirst(node));
  const early = goFirst === 'seals' ? place(others) : null;
  // Also while the report speaks, so that seals stand by night where they stand by day.
  const coming = callouts(input, ribbons, ground, isComing);
  if (early !== null && coming.length < comingLaws(input, ribbons)) return null;
  const rest = early ?? place(others);
  const standing = quiet ? [] : callouts(input, ribbons, ground, (law) => law.state !== 'announced');
  const seals = [...first.seals, ...rest.seals];
  const flows = quiet ? [] : flowRequests(input, ribbons);
  const flowLabels = placeFlowLabels(flows, ground);
  const labels = [
    ...[...first.labels, ...rest.labels].flatMap((placed) => drawn(placed, names.get(placed.id), null)),
    ...flowLabels.flatMap((placed) => {
      const flow = flows.find(({ id }) => id === placed.id);
      return drawn(placed, flow, flow?.arc ?? null);
    }),
  ];
  const shown = new Set(labels.map(({ id }) => id));
  const wanted = [...seals.filter(({ minor }) => !minor).map(({ node }) => node.id), ...flows.map(({ id }) => id)];
  return {
    scale,
    seals,
    ribbons,
    labels,
    hidden: wanted.filter((id) => !shown.has(id)),
    callouts: quiet ? [] : [...coming, ...standing],
    pointers,
  };
}

/** Room of the seals where they rest. */
const restingBoxes = ({ model, scale }: LayoutInput, rests: Rests): Box[] =>
  model.nodes.flatMap((node) => {
    const rest = rests.get(node.id);
    if (rest === undefined) return [];
    return [around(node.at[0] * scale + rest.dx, node.at[1] * scale + rest.dy, sealRadius(node, scale))];
  });

const isComing = (law: BarrierLaw): boolean => law.state === 'announced';

/** How many boxes of coming laws there should be. */
const comingLaws = (input: LayoutInput, ribbons: readonly Ribbon[]): number => lawsAtJaws(input, ribbons, isComing).size;

function drawn(
  { id, box, side }: PlacedLabel,
  words: { lines: readonly string[]; style: TextStyle } | undefined,
  arc: MapArc | null,
): DrawnLabel[] {
  if (!words) return [];
  const align = side === 'e' ? 'left' : side === 'w' ? 'right' : 'center';
  return [{ id, box, lines: words.lines, style: words.style, side, align, arc }];
}

/** Own power always shows; the layers add everybody's limits and the markets of the blocs. */
function shownNodes({ model, layers }: LayoutInput): MapNode[] {
  return model.nodes
    .filter(({ kind, aligned }) => kind !== 'demand' || !aligned || layers.has('market'))
    .map((node) => ({
      ...node,
      power: layers.has('power') || (node.power?.usedMw ?? 0) > 0 ? node.power : null,
      use: layers.has('market') ? node.use : [],
    }));
}

/** Thin flows last, so that they lie on the thick ones. */
function shownRibbons({ model, scale, layers }: LayoutInput, rests: Rests): Ribbon[] {
  const factor = Math.max(0.75, Math.min(1.5, scale ** 0.4));
  const busy = model.nodes.map(({ id, at }) => {
    const { dx, dy } = rests.get(id) ?? HOME;
    return [at[0] * scale + dx, at[1] * scale + dy] as const;
  });
  return model.arcs
    .filter(({ kind }) => layers.has(LAYER_OF[kind]))
    .map((arc) => ribbonOf(arc, model.barriers.find(({ id }) => id === arc.id) ?? null, scale, factor, busy))
    .sort((a, b) => b.fullPx - a.fullPx || (a.arc.id < b.arc.id ? -1 : 1));
}

function jawBox({ curve, jawsAlong, fullPx }: Ribbon): Box[] {
  if (jawsAlong === null) return [];
  const { x, y } = pointAt(curve, jawsAlong);
  return [around(x, y, fullPx / 2 + JAW_REACH_PX)];
}

function dots({ curve, fullPx }: Ribbon): Box[] {
  return curve.samples.filter((_, i) => i % 3 === 0).map(({ x, y }) => around(x, y, fullPx / 2 + 1));
}

interface Name {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly size: { readonly width: number; readonly height: number };
}

function nameOf({ label, measure, scale }: LayoutInput, node: MapNode): Name {
  const style: TextStyle = node.you ? 'you' : node.rank === 0 ? 'strong' : 'name';
  const text = label(node.label);
  const lines = wrapped(scale < FULL_NAMES_FROM ? shortName(text) : text, style, measure);
  return {
    lines,
    style,
    size: { width: Math.max(...lines.map((line) => measure(line, style))), height: lines.length * LINE_PX },
  };
}

const STATE_ORDER = { announced: 0, closed: 1, 'in-force': 2, lifted: 3 } as const;

/** Laws that have a box, each at the widest of the jaws in sight that it closes. */
function lawsAtJaws(
  { screen }: LayoutInput,
  ribbons: readonly Ribbon[],
  wanted: (law: BarrierLaw) => boolean,
): Map<string, { law: BarrierLaw; x: number; y: number }> {
  const laws = new Map<string, { law: BarrierLaw; x: number; y: number }>();
  for (const { barrier, curve, jawsAlong } of ribbons) {
    if (!barrier || jawsAlong === null) continue;
    const { x, y } = pointAt(curve, jawsAlong);
    if (!holds(screen, x, y)) continue;
    for (const law of barrier.laws) if (wanted(law) && !laws.has(law.id)) laws.set(law.id, { law, x, y });
  }
  return laws;
}

/** One callout a law, at the widest of the flows that it chokes. */
function callouts(
  input: LayoutInput,
  ribbons: readonly Ribbon[],
  ground: Ground,
  wanted: (law: BarrierLaw) => boolean,
): DrawnCallout[] {
  const { screen, label, measure } = input;
  const laws = lawsAtJaws(input, ribbons, wanted);
  const words = new Map(
    [...laws].map(([id, { law }]) => [
      id,
      { title: label(screen.width < NARROW_PX ? law.name : law.title), text: label(law.text) },
    ]),
  );
  const requests = [...laws].map(([id, { law, x, y }]) => {
    const { title = '', text = '' } = words.get(id) ?? {};
    const icon = law.state === 'announced' ? CALLOUT.icon : 0;
    const width =
      Math.ceil(Math.max(measure(title, 'callout-title') + icon, measure(text, 'callout-text') + icon)) + CALLOUT.padding;
    return { id, x, y, width, height: CALLOUT.height, order: STATE_ORDER[law.state] };
  });
  return placeCallouts(requests, ground, screen, ground.covered).flatMap((placed) => {
    const law = laws.get(placed.id)?.law;
    return law ? [{ ...placed, law, title: '', text: '', ...words.get(placed.id) }] : [];
  });
}
