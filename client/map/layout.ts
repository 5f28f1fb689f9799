/** Everything that stands on the map at one zoom, and where: seals, ribbons, labels and callouts, decided in that order. */
import type { MessageRef } from '#shared/state/ledger.ts';
import { around, type Box } from './boxes.ts';
import { type PlacedCallout, placeCallouts } from './callouts.ts';
import { pointAt } from './curve.ts';
import { type LabelRequest, placeLabels } from './labels.ts';
import { isDenied, type Ribbon, ribbonOf, widthAt } from './ribbon.ts';
import { type PlacedSeal, placeSeals } from './seals.ts';
import { type TextStyle, wrapped } from './text-style.ts';
import type { BarrierLaw, MapArc, MapLayer, MapModel } from './types.ts';

export interface LayoutInput {
  readonly model: MapModel;
  readonly scale: number;
  /** Visible part of the sheet that nothing covers. */
  readonly screen: Box;
  /** What panels cover of it. */
  readonly covered?: readonly Box[];
  readonly layers: ReadonlySet<MapLayer>;
  readonly label: (ref: MessageRef) => string;
  /** Width of a line of text, CSS pixels. */
  readonly measure: (text: string, style: TextStyle) => number;
}

export interface DrawnLabel {
  readonly id: string;
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly box: Box;
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
}

export const JAW_REACH_PX = 14;
const FLOW_LABEL_FROM_PX = 6;
const LINE_PX = 15;
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
  const { scale, layers } = input;
  const seals = placeSeals(shownNodes(input), scale);
  const ribbons = shownRibbons(input, seals);
  const jaws = ribbons.flatMap(jawBox);
  const sealBoxes = seals.map(({ box }) => box);
  const soft = ribbons.flatMap(dots);
  const urgent = callouts(input, ribbons, [...sealBoxes, ...jaws, ...(input.covered ?? [])], soft);
  const requests = [...nameRequests(input, seals), ...flowRequests(input, ribbons)];
  const placed = placeLabels(
    requests.map(({ request }) => request),
    [...sealBoxes, ...jaws, ...urgent.map(({ box }) => box)],
    soft,
  );
  const byId = new Map(requests.map((one) => [one.request.id, one]));
  const labels = placed.flatMap(({ id, box, side }): DrawnLabel[] => {
    const one = byId.get(id);
    if (!one) return [];
    return [
      {
        id,
        box,
        lines: one.lines,
        style: one.style,
        arc: one.arc,
        align: side === 'e' ? 'left' : side === 'w' ? 'right' : 'center',
      },
    ];
  });
  const shown = new Set(placed.map(({ id }) => id));
  const hidden = requests.map(({ request }) => request.id).filter((id) => !shown.has(id));
  return { scale, seals: layers.has('power') ? seals : seals.map(withoutPower), ribbons, labels, hidden, callouts: urgent };
}

function shownNodes({ model, layers }: LayoutInput): MapModel['nodes'] {
  return layers.has('market') ? model.nodes : model.nodes.filter(({ kind }) => kind !== 'demand');
}

function withoutPower(seal: PlacedSeal): PlacedSeal {
  return { ...seal, node: { ...seal.node, power: null } };
}

/** Thin flows last, so that they lie on the thick ones. */
function shownRibbons({ model, scale, layers }: LayoutInput, seals: readonly PlacedSeal[]): Ribbon[] {
  const factor = Math.max(0.75, Math.min(1.5, scale ** 0.4));
  const busy = seals.map(({ x, y }) => [x, y] as const);
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

interface Request {
  readonly request: LabelRequest;
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly arc: MapArc | null;
}

function nameRequests({ label, measure }: LayoutInput, seals: readonly PlacedSeal[]): Request[] {
  return seals
    .filter(({ minor }) => !minor)
    .map(({ node, x, y, radius, box }): Request => {
      const style: TextStyle = node.you ? 'you' : node.rank === 0 ? 'strong' : 'name';
      const lines = wrapped(label(node.label), style, measure);
      const width = Math.max(...lines.map((line) => measure(line, style)));
      const order = node.you ? -1 : node.rank + (node.actor === null ? 0.5 : 0);
      const tall = box.height / 2;
      const request = {
        id: node.id,
        width,
        height: lines.length * LINE_PX,
        x,
        y: node.power ? y - radius + tall : y,
        radius: node.power ? tall : radius,
      };
      return { request: { ...request, side: node.side, order }, lines, style, arc: null };
    });
}

function flowRequests({ label, measure }: LayoutInput, ribbons: readonly Ribbon[]): Request[] {
  return ribbons.flatMap((ribbon) => {
    const { arc, curve, jawsAlong, fullPx } = ribbon;
    if (fullPx < FLOW_LABEL_FROM_PX) return [];
    const at = (id: string, ref: MessageRef | null, along: number, denied: boolean): Request[] => {
      if (!ref) return [];
      const { x, y } = pointAt(curve, along);
      const text = label(ref);
      const radius = (denied ? fullPx : widthAt(ribbon, along)) / 2 + 2;
      const request = {
        id,
        x,
        y,
        radius,
        width: measure(text, 'flow'),
        height: LINE_PX + 1,
        side: 's' as const,
        order: 2 - fullPx / 100,
      };
      return [{ request, lines: [text], style: 'flow', arc }];
    };
    const middle = jawsAlong ?? curve.length * 0.5;
    if (jawsAlong === null || !isDenied(ribbon))
      return at(`${arc.id}#delivered`, arc.deliveredLabel, middle * (jawsAlong === null ? 1 : 0.6), false);
    return [
      ...at(`${arc.id}#wanted`, arc.wantedLabel, middle * 0.45, false),
      ...at(`${arc.id}#delivered`, arc.deliveredLabel, middle + (curve.length - middle) * 0.6, true),
    ];
  });
}

const STATE_ORDER = { announced: 0, closed: 1, 'in-force': 2, lifted: 3 } as const;

/** One callout a law, at the widest of the flows that it chokes. */
function callouts(
  { screen, label, measure }: LayoutInput,
  ribbons: readonly Ribbon[],
  hard: readonly Box[],
  soft: readonly Box[],
): DrawnCallout[] {
  const laws = new Map<string, { law: BarrierLaw; x: number; y: number }>();
  for (const { barrier, curve, jawsAlong } of ribbons) {
    if (!barrier || jawsAlong === null) continue;
    const { x, y } = pointAt(curve, jawsAlong);
    for (const law of barrier.laws) if (!laws.has(law.id)) laws.set(law.id, { law, x, y });
  }
  const words = new Map([...laws].map(([id, { law }]) => [id, { title: label(law.title), text: label(law.text) }]));
  const requests = [...laws].map(([id, { law, x, y }]) => {
    const { title = '', text = '' } = words.get(id) ?? {};
    const icon = law.state === 'announced' ? CALLOUT.icon : 0;
    const width =
      Math.ceil(Math.max(measure(title, 'callout-title') + icon, measure(text, 'callout-text') + icon)) + CALLOUT.padding;
    return { id, x, y, width, height: CALLOUT.height, order: STATE_ORDER[law.state] };
  });
  return placeCallouts(requests, hard, soft, screen).flatMap((placed) => {
    const law = laws.get(placed.id)?.law;
    return law ? [{ ...placed, law, title: '', text: '', ...words.get(placed.id) }] : [];
  });
}
