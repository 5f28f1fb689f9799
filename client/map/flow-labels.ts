/** The figures beside the flows: what was wanted before the jaws, what came behind them. */
import type { MessageRef } from '#shared/state/ledger.ts';
import { pointAt } from './curve.ts';
import { bestLabel, type Ground, type LabelRequest, type PlacedLabel } from './labels.ts';
import type { LayoutInput } from './layout.ts';
import { isDenied, type Ribbon, widthAt } from './ribbon.ts';
import { LINE_PX, type TextStyle } from './text-style.ts';
import type { MapArc } from './types.ts';

export interface FlowRequest {
  readonly id: string;
  /** Places along the flow that would do, best first. */
  readonly places: readonly LabelRequest[];
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly arc: MapArc;
}

/** Flows thinner than this have no figure. */
const FROM_PX = 6;
/** Room beside a figure, so that two of them don't read as one. */
const BESIDE_PX = 4;
const OPEN_PLACES: readonly number[] = [0.5, 0.6, 0.4, 0.7, 0.3];
const BEFORE_JAWS: readonly number[] = [0.45, 0.6, 0.3];
const BEHIND_JAWS: readonly number[] = [0.6, 0.5, 0.75, 0.4];

/** Widest flows first; each takes the cheapest of its places. */
export function placeFlowLabels(flows: readonly FlowRequest[], ground: Ground): PlacedLabel[] {
  return flows.flatMap(({ places }) => {
    const found = places.flatMap((request) => {
      const best = bestLabel(request, ground);
      return best ? [{ id: request.id, ...best }] : [];
    });
    const [cheapest] = found.sort((a, b) => a.cost - b.cost);
    if (!cheapest) return [];
    ground.hard.add(cheapest.box);
    return [{ id: cheapest.id, box: cheapest.box, side: cheapest.side }];
  });
}

export function flowRequests(
  { label, measure }: Pick<LayoutInput, 'label' | 'measure'>,
  ribbons: readonly Ribbon[],
): FlowRequest[] {
  return ribbons.flatMap((ribbon) => {
    const { arc, curve, jawsAlong, fullPx } = ribbon;
    if (fullPx < FROM_PX) return [];
    const request = (id: string, ref: MessageRef | null, alongs: readonly number[], denied: boolean): FlowRequest[] => {
      if (!ref) return [];
      const text = label(ref);
      const size = { width: measure(text, 'flow') + 2 * BESIDE_PX, height: LINE_PX + 1 };
      const places = alongs.map((along): LabelRequest => {
        const { x, y } = pointAt(curve, along);
        return { id, x, y, radius: (denied ? fullPx : widthAt(ribbon, along)) / 2 + 2, ...size, side: 's', order: 0 };
      });
      return [{ id, places, lines: [text], style: 'flow', arc }];
    };
    const { length } = curve;
    const delivered = `${arc.id}#delivered`;
    if (!isDenied(ribbon)) {
      return request(
        delivered,
        arc.deliveredLabel,
        OPEN_PLACES.map((share) => length * share),
        false,
      );
    }
    const jaws = jawsAlong ?? length * 0.3;
    const before = BEFORE_JAWS.map((share) => jaws * share);
    const behind = BEHIND_JAWS.map((share) => jaws + (length - jaws) * share);
    return [
      ...request(`${arc.id}#wanted`, arc.wantedLabel, before, false),
      ...request(delivered, arc.deliveredLabel, behind, true),
    ];
  });
}
