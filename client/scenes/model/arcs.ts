/** The flows of the map: every route with what was wanted and what came last turn. */

import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { Route } from '#shared/ruleset/schema/world.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { sortedEntries } from '#shared/util/ids.ts';
import { lookOf } from '../../map/looks.ts';
import { project } from '../../map/projection.ts';
import type { Look, MapArc } from '../../map/types.ts';

interface WidthRule {
  /** True where the rules count what flows; the others show only that the way is open. */
  readonly counted: boolean;
  /** Kinds in one group share a scale: the largest flow of the group is drawn widest. */
  readonly group: string;
  readonly leastPx: number;
  readonly mostPx: number;
  /** Flow that counts as the largest at least, so that the first few units do not look like a flood. */
  readonly leastPeak: number;
}

const ACCELERATORS = { counted: true, group: 'accelerators', leastPx: 3.5, mostPx: 22, leastPeak: 20_000 };
const WIDTHS: Readonly<Record<Route['kind'], WidthRule>> = {
  chips: ACCELERATORS,
  domestic: ACCELERATORS,
  cloud: { counted: false, group: 'cloud', leastPx: 5, mostPx: 11, leastPeak: 20_000 },
  grey: { counted: true, group: 'grey', leastPx: 3, mostPx: 3, leastPeak: 1 },
  memory: { counted: false, group: 'memory', leastPx: 7, mostPx: 11, leastPeak: 1_000 },
  tools: { counted: false, group: 'tools', leastPx: 5, mostPx: 7, leastPeak: 10 },
};

export function arcsOf(ruleset: Ruleset, state: KnownState, drafted: ReadonlySet<string>): MapArc[] {
  const peaks = peaksOf(ruleset, state);
  return sortedEntries(ruleset.routes).flatMap(([id, route]) => {
    const [from, to] = [ruleset.sites[route.from], ruleset.sites[route.to]];
    if (!from || !to) return [];
    const flow = state.flows[id];
    const wanted = flow?.wanted ?? 0;
    const delivered = Math.min(wanted, flow?.delivered ?? 0);
    const rule = WIDTHS[route.kind];
    const width = (units: number): number => widthPx(rule, units, peaks.get(rule.group) ?? rule.leastPeak);
    const seized = route.kind === 'grey' ? (state.seizures[route.from] ?? 0) + (state.seizures[route.to] ?? 0) : 0;
    return {
      id,
      kind: route.kind,
      from: route.from,
      to: route.to,
      points: [[from.lon, from.lat] as const, ...route.via, [to.lon, to.lat] as const].map(([lon, lat]) => project(lon, lat)),
      look: lookOfRoute(ruleset, route),
      wanted,
      delivered,
      wantedPx: wanted === 0 ? rule.leastPx : width(wanted),
      deliveredPx: delivered === 0 ? 0 : width(delivered),
      state: stateOf(rule, wanted, delivered),
      seized,
      drafted: drafted.has(id),
      ...labelsOf(route, wanted, delivered),
    };
  });
}

function stateOf({ counted }: WidthRule, wanted: number, delivered: number): MapArc['state'] {
  if (wanted === 0) return counted ? 'idle' : 'open';
  if (delivered === 0) return 'closed';
  return isShort(wanted, delivered) ? 'short' : 'open';
}

/** More than a fiftieth is missing. */
function isShort(wanted: number, delivered: number): boolean {
  return delivered * 50 < wanted * 49;
}

/** Largest flow of each group. */
function peaksOf(ruleset: Ruleset, state: KnownState): Map<string, number> {
  const peaks = new Map<string, number>();
  for (const [id, route] of sortedEntries(ruleset.routes)) {
    const { group, leastPeak } = WIDTHS[route.kind];
    peaks.set(group, Math.max(peaks.get(group) ?? leastPeak, state.flows[id]?.wanted ?? 0));
  }
  return peaks;
}

/** Width by the square root of the units, so that small flows stay in sight beside large ones. */
function widthPx({ leastPx, mostPx }: WidthRule, units: number, peak: number): number {
  return Math.max(leastPx, mostPx * Math.sqrt(units / peak));
}

/** Goods look like their maker's bloc; memory and tools like nobody's. */
function lookOfRoute(ruleset: Ruleset, route: Route): Look {
  if (route.kind === 'memory' || route.kind === 'tools' || route.kind === 'grey') return lookOf(null);
  const maker = route.maker === null ? undefined : ruleset.actors[route.maker];
  const bloc = maker?.bloc ?? route.serves;
  return lookOf(bloc === null ? null : ruleset.blocs[bloc]);
}

function labelsOf(route: Route, wanted: number, delivered: number): Pick<MapArc, 'wantedLabel' | 'deliveredLabel'> {
  if (wanted === 0 || (route.kind !== 'chips' && route.kind !== 'domestic' && route.kind !== 'cloud')) {
    return { wantedLabel: null, deliveredLabel: null };
  }
  return {
    wantedLabel: isShort(wanted, delivered) ? { id: 'ui.map.flow.wanted', params: { unitsCount: wanted } } : null,
    deliveredLabel: { id: 'ui.map.flow.delivered', params: { unitsCount: delivered } },
  };
}
