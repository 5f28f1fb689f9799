/**
 * A state on which the supply phases can be played ahead: stocks are copied, and what supply only reads is shared with
 * the state itself, so that an outlook costs little.
 */
import type { LawState, MatchState, OwnActor } from '../../state/schema.ts';
import { cloneJson } from '../../util/clone.ts';
import { keepStats } from '../stats.ts';

export function supplyCopy(state: MatchState, laws: Record<string, LawState>): MatchState {
  const actors: MatchState['actors'] = {};
  for (const id in state.actors) {
    const actor = state.actors[id] as MatchState['actors'][string];
    actors[id] = { ...actor, open: { ...actor.open, pricesKusd: { ...actor.open.pricesKusd } }, own: stocksOf(actor.own) };
  }
  keepStats(state.actors, actors);
  const blocs: MatchState['blocs'] = {};
  for (const id in state.blocs) {
    const bloc = state.blocs[id] as MatchState['blocs'][string];
    blocs[id] = { open: { ...bloc.open }, shared: { ...bloc.shared, chips: { ...bloc.shared.chips } } };
  }
  return { ...state, laws, actors, blocs, lines: cloneJson(state.lines), designs: { ...state.designs } };
}

/** An actor's stocks are its own in the copy; lists that the phases replace as a whole are not copied. */
const stocksOf = (own: OwnActor): OwnActor => ({
  ...own,
  chips: { ...own.chips },
  greyChips: { ...own.greyChips },
  arriving: own.arriving.slice(),
  powerMw: { ...own.powerMw },
  inventory: { ...own.inventory },
  designs: { ...own.designs },
  wanted: cloneJson(own.wanted),
  madeByTurn: own.madeByTurn.slice(),
  salesByTurnKusd: own.salesByTurnKusd.slice(),
  rivalSalesByTurnKusd: own.rivalSalesByTurnKusd.slice(),
  counters: { ...own.counters },
});
