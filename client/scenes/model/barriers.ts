/** The jaws of the map: which laws bite at which route, and how much still gets through. */

import type { Lever } from '#shared/ruleset/catalogue.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { Route } from '#shared/ruleset/schema/world.ts';
import type { Flow, KnownState, LawState } from '#shared/state/schema.ts';
import { sortedEntries, sortedKeys } from '#shared/util/ids.ts';
import type { BarrierLaw, BarrierState, MapBarrier } from '../../map/types.ts';

/** Kinds of route that a lever closes on the way to its target; levers without an entry show only where a flow names them. */
const CLOSES: Readonly<Partial<Record<Lever, readonly Route['kind'][]>>> = {
  'chip-threshold': ['chips'],
  tools: ['tools'],
  memory: ['memory'],
  cloud: ['cloud'],
  refusal: ['chips'],
  market: ['chips'],
};

/** Order in which states speak for a barrier with several laws. */
const LOUDEST: readonly BarrierState[] = ['closed', 'in-force', 'announced', 'lifted'];

export function barriersOf(ruleset: Ruleset, state: KnownState): MapBarrier[] {
  return sortedEntries(ruleset.routes).flatMap(([id, route]) => {
    const flow = state.flows[id];
    const bearing = sortedEntries(state.laws).filter(
      ([lawId, law]) => (flow?.laws.includes(lawId) && !atHome(ruleset, route)) || closes(ruleset, law, route),
    );
    const inForce = bearing.filter(([, law]) => law.forceTurn <= state.turn).map(([, law]) => law);
    const sharePermille = shareThrough(flow, inForce);
    const laws = bearing.map(([lawId, law]) => {
      const share = flow?.laws.includes(lawId) ? sharePermille : leftBy(law);
      return barrierLaw(law, lawId, stateOf(law, state.turn, share), share);
    });
    for (const lawId of flow?.laws ?? []) {
      const gone = state.laws[lawId] ? undefined : sortedKeys(ruleset.laws).findLast((id) => lawId.startsWith(id));
      if (gone !== undefined) laws.push(lifted(lawId, gone));
    }
    if (laws.length === 0) return [];
    const loudest = LOUDEST.find((one) => laws.some((law) => law.state === one)) ?? 'lifted';
    return { id, state: loudest, sharePermille, laws };
  });
}

/** Counted where the flow is; elsewhere what the laws in force leave. */
function shareThrough(flow: Flow | undefined, inForce: readonly LawState[]): number {
  if (flow && flow.wanted > 0) return Math.min(1000, Math.floor((flow.delivered * 1000) / flow.wanted));
  return Math.min(1000, ...inForce.map(leftBy));
}

/** What a law alone leaves of a flow, per mille: all but its strength or the quota that others must have. */
function leftBy({ lever, setting }: LawState): number {
  return 1000 - (setting.strengthPermille ?? (lever === 'refusal' ? (setting.sharePermille ?? 0) : 0));
}

/** A law bites at once in its first turn in force; before that it is announced, after its end it fades for a turn. */
function stateOf(law: LawState, turn: number, sharePermille: number): BarrierState {
  if (law.forceTurn > turn) return 'announced';
  if (law.untilTurn !== null && law.untilTurn <= turn) return 'lifted';
  return sharePermille === 0 ? 'closed' : 'in-force';
}

function closes(ruleset: Ruleset, law: LawState, route: Route): boolean {
  if (!CLOSES[law.lever]?.includes(route.kind) || atHome(ruleset, route)) return false;
  const makerBloc = route.maker === null ? null : (ruleset.actors[route.maker]?.bloc ?? null);
  const targetBloc = ruleset.actors[law.target]?.bloc ?? law.target;
  if (law.lever === 'refusal') return route.serves === law.bloc && makerBloc !== law.bloc;
  if (law.lever === 'market') return route.serves === law.bloc && makerBloc === targetBloc;
  return route.serves === targetBloc && (makerBloc !== targetBloc || route.kind !== 'chips');
}

/** A route between two sites of one bloc is that bloc's own affair. */
function atHome(ruleset: Ruleset, route: Route): boolean {
  const bloc = ruleset.sites[route.from]?.bloc ?? null;
  return bloc !== null && ruleset.sites[route.to]?.bloc === bloc;
}

function barrierLaw(law: LawState, id: string, state: BarrierState, sharePermille: number): BarrierLaw {
  const texts: Record<BarrierState, BarrierLaw['text']> = {
    announced: { id: 'ui.map.law.announced', params: { forceTurn: law.forceTurn } },
    'in-force': { id: 'ui.map.law.in-force', params: { sharePermille } },
    closed: { id: 'ui.map.law.closed', params: {} },
    lifted: { id: 'ui.map.law.lifted', params: {} },
  };
  return { id, state, name: { id: `law.${law.law}`, params: {} }, title: titleOf(law), text: texts[state] };
}

function titleOf({ law, setting }: LawState): BarrierLaw['title'] {
  return { id: 'ui.map.law.title', params: { law, lawSetting: `${law}.${setting.key}` } };
}

/** A law that cut the flow last turn and is gone. */
function lifted(id: string, law: string): BarrierLaw {
  const name = { id: `law.${law}`, params: {} };
  return { id, state: 'lifted', name, title: name, text: { id: 'ui.map.law.lifted', params: {} } };
}
