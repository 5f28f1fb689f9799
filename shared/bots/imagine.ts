/**
 * A full state that a seat can imagine from what it knows: what others keep secret is filled in from the scenario's
 * public start, from their public acts and from own intelligence. Used for forecasts and for looking ahead.
 */
import { newMatch } from '../rules/new-match.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MatchState, OwnActor, SeatView } from '../state/schema.ts';
import { cloneJson } from '../util/clone.ts';
import { floorInt } from '../util/exact-math.ts';
import { sortedKeys } from '../util/ids.ts';

const starts = new WeakMap<Ruleset, Map<string, MatchState>>();
function startOf(ruleset: Ruleset, scenario: string): MatchState {
  const byScenario = starts.get(ruleset) ?? new Map<string, MatchState>();
  starts.set(ruleset, byScenario);
  const found = byScenario.get(scenario) ?? newMatch(ruleset, scenario, '0'.repeat(32));
  byScenario.set(scenario, found);
  return found;
}

/** The starting line, which decides crisis slots, and the latest standing. */
const firstAndLast = <T>(rows: readonly T[]): T[] => rows.filter((_row, at) => at === 0 || at === rows.length - 1);

/** Growth a turn that is assumed of what can't be seen. */
const ASSUMED_GROWTH = 0.14;

export function imagine(ruleset: Ruleset, view: SeatView, seed: string): MatchState {
  const start = startOf(ruleset, view.state.scenario);
  const known = view.state;
  let growth = 1;
  for (let n = 0; n < known.turn; n += 1) growth *= 1 + ASSUMED_GROWTH;
  const state = cloneJson({ ...known, debrief: [], history: firstAndLast(known.history) }) as unknown as MatchState;
  state.hidden = { seed };
  for (const id of sortedKeys(start.actors)) {
    const actor = state.actors[id];
    const from = start.actors[id];
    if (actor === undefined || from === undefined || known.actors[id]?.own !== undefined) continue;
    actor.own = assumed(view, id, cloneJson(from.own), growth);
  }
  for (const id of sortedKeys(start.blocs)) {
    const bloc = state.blocs[id];
    const from = start.blocs[id];
    if (bloc === undefined || from === undefined || known.blocs[id]?.shared !== undefined) continue;
    bloc.shared = cloneJson(from.shared);
    bloc.shared.backgroundKusd = floorInt(bloc.shared.backgroundKusd * growth);
    for (const chip of sortedKeys(bloc.shared.chips)) bloc.shared.chips[chip] = floorInt((bloc.shared.chips[chip] ?? 0) * growth);
  }
  for (const id of sortedKeys(start.lines)) {
    const from = start.lines[id];
    if (state.lines[id] === undefined && from !== undefined) state.lines[id] = { ...from, units: floorInt(from.units * growth) };
  }
  return state;
}

function assumed(view: SeatView, id: string, own: OwnActor, growth: number): OwnActor {
  for (const chip of sortedKeys(own.chips)) own.chips[chip] = floorInt((own.chips[chip] ?? 0) * growth);
  for (const site of sortedKeys(own.powerMw)) own.powerMw[site] = floorInt((own.powerMw[site] ?? 0) * growth * 1.1);
  own.trainMilliH100e = floorInt(own.trainMilliH100e * growth);
  own.serveMilliH100e = floorInt(own.serveMilliH100e * growth);
  own.incomeKusdPerTurn = floorInt(own.incomeKusdPerTurn * growth);
  for (const tech of sortedKeys(view.state.commons))
    if (view.state.commons[tech]?.includes(id)) own.techs[tech] = own.techs[tech] ?? view.state.turn;
  for (const model of sortedKeys(view.state.models)) {
    const shown = view.state.models[model];
    if (shown?.by === id) for (const tech of shown.techs) own.techs[tech] = own.techs[tech] ?? view.state.turn;
  }
  const mine = view.state.actors[view.seat]?.own;
  const compute = mine?.intel[`${id}/compute`];
  if (compute !== undefined) own.trainMilliH100e = floorInt((compute.low + compute.high) / 2);
  const cash = mine?.intel[`${id}/cash`];
  if (cash !== undefined) own.cashKusd = floorInt((cash.low + cash.high) / 2);
  return own;
}
