/** The first figures of a match, measured before any order. */
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { MatchState } from '../../state/schema.ts';
import { cloneJson } from '../../util/clone.ts';
import { sortedEntries, sortedKeys } from '../../util/ids.ts';
import { fabsPhase } from '../phases/fabs.ts';
import { installPhase } from '../phases/install.ts';
import { tradePhase } from '../phases/trade.ts';
import { keepScores } from '../scoring/standing.ts';
import { startTurn } from '../turn.ts';

/** Measures compute and scores once, so that the first planning shows real figures and the race has a starting line. */
export function firstMeasures(ruleset: Ruleset, state: MatchState): void {
  const turn = startTurn(ruleset, state, [], []);
  const kept = Object.fromEntries(sortedEntries(state.blocs).map(([id, bloc]) => [id, bloc.shared.backgroundKusd]));
  const chips = Object.fromEntries(sortedEntries(state.actors).map(([id, actor]) => [id, cloneJson(actor.own.chips)]));
  const blocChips = Object.fromEntries(sortedEntries(state.blocs).map(([id, bloc]) => [id, cloneJson(bloc.shared.chips)]));
  turn.state.turn = -1;
  installPhase(turn);
  for (const id of sortedKeys(state.actors)) {
    const actor = state.actors[id];
    if (actor !== undefined) {
      actor.own.chips = chips[id] ?? {};
      actor.own.spentKusd = 0;
    }
  }
  for (const id of sortedKeys(state.blocs)) {
    const bloc = state.blocs[id];
    if (bloc !== undefined) {
      bloc.shared.backgroundKusd = kept[id] ?? 0;
      bloc.shared.chips = blocChips[id] ?? {};
    }
  }
  keepScores(turn);
  state.turn = 0;
  state.flows = firstFlows(ruleset, state);
  const standing = state.history[0];
  if (standing !== undefined) standing.turn = -1;
  state.debrief = [];
}

/** Flows for the first map: what would be bought and delivered if nobody gave an order. */
function firstFlows(ruleset: Ruleset, state: MatchState): MatchState['flows'] {
  const ahead = startTurn(ruleset, cloneJson(state), [], []);
  fabsPhase(ahead);
  tradePhase(ahead);
  return ahead.state.flows;
}
