/** The jaws of the map: which laws bite at which route, and how much still gets through. */

import type { Lever } from '#shared/ruleset/catalogue.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { Route } from '#shared/ruleset/schema/world.ts';
import type { KnownState, LawState } from '#shared/state/schema.ts';
import { sortedEntries } from '#shared/util/ids.ts';
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
    const sharePermille = !flow || flow.wanted === 0 ? 1000 : Math.min(1000, Math.floor((flow.delivered * 1000) / flow.wanted));
    const laws: BarrierLaw[] = [];
    for (const [lawId, law] of sortedEntries(state.laws)) {
      const named = flow?.laws.includes(lawId) ?? false;
      if (!named && !closes(ruleset, law, route)) continue;
      laws.push(barrierLaw(law, lawId, stateOf(law, state.turn, named, sharePermille), sharePermille));
    }
    for (const lawId of flow?.laws ?? []) {
      if (!state.laws[lawId] && ruleset.laws[lawId]) laws.push(lifted(lawId));
    }
    if (laws.length === 0) return [];
    const loudest = LOUDEST.find((one) => laws.some((law) => law.state === one)) as BarrierState;
    return { id, state: loudest, sharePermille, laws };
  });
}

/** A law bites at once in its first turn in force; before that it is announced, after its end it fades for a turn. */
function stateOf(law: LawState, turn: number, named: boolean, sharePermille: number): BarrierState {
  if (law.forceTurn > turn) return 'announced';
  if (law.untilTurn !== null && law.untilTurn <= turn) return 'lifted';
  return named && sharePermille === 0 ? 'closed' : 'in-force';
}

function closes(ruleset: Ruleset, law: LawState, route: Route): boolean {
  if (!CLOSES[law.lever]?.includes(route.kind)) return false;
  const makerBloc = route.maker === null ? null : (ruleset.actors[route.maker]?.bloc ?? null);
  const targetBloc = ruleset.actors[law.target]?.bloc ?? law.target;
  if (law.lever === 'refusal') return route.serves === law.bloc && makerBloc !== law.bloc;
  if (law.lever === 'market') return route.serves === law.bloc && makerBloc === targetBloc;
  return (
    route.serves === targetBloc && (makerBloc !== targetBloc || route.kind !== 'chips') && !atHome(ruleset, route, targetBloc)
  );
}

/** A route between two sites of one bloc is that bloc's own affair. */
function atHome(ruleset: Ruleset, route: Route, bloc: string): boolean {
  return ruleset.sites[route.from]?.bloc === bloc && ruleset.sites[route.to]?.bloc === bloc;
}

function barrierLaw(law: LawState, id: string, state: BarrierState, sharePermille: number): BarrierLaw {
  const texts: Record<BarrierState, BarrierLaw['text']> = {
    announced: { id: 'ui.map.law.announced', params: { forceTurn: law.forceTurn } },
    'in-force': { id: 'ui.map.law.in-force', params: { sharePermille } },
    closed: { id: 'ui.map.law.closed', params: {} },
    lifted: { id: 'ui.map.law.lifted', params: {} },
  };
  return { id, state, title: { id: `law.${law.law}`, params: {} }, text: texts[state] };
}

/** A law that cut the flow last turn and is gone. */
function lifted(law: string): BarrierLaw {
  return { id: law, state: 'lifted', title: { id: `law.${law}`, params: {} }, text: { id: 'ui.map.law.lifted', params: {} } };
}
