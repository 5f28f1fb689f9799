/** Readings of the public board: the best model of each lab, its change, and how the blocs stand. */
import type { KnownState, Model } from '#shared/state/schema.ts';

export interface BoardRow {
  actor: string;
  bloc: string;
  model: Model;
  /** Change of the lab's best since the turn before, milli-points. */
  changeMilli: number;
  /** Released in the last two turns. */
  fresh: boolean;
}

export function boardRows(state: KnownState): BoardRow[] {
  const best = new Map<string, Model>();
  for (const model of Object.values(state.models)) {
    const found = best.get(model.by);
    if (found === undefined || model.capabilityMilli > found.capabilityMilli) best.set(model.by, model);
  }
  const before = state.history[state.history.length - 2];
  return [...best.values()]
    .map((model) => ({
      actor: model.by,
      bloc: state.actors[model.by]?.bloc ?? '',
      model,
      changeMilli: model.capabilityMilli - (before?.actors[model.by]?.bestMilli || model.capabilityMilli),
      fresh: model.releasedTurn >= state.turn - 1 && state.turn > 0,
    }))
    .sort((a, b) => b.model.capabilityMilli - a.model.capabilityMilli);
}

/** Whether a seat is a lab that has released nothing yet, so that the board does not show it. */
export function isLabUnseen({ actors, models }: KnownState, seat: string): boolean {
  const open = actors[seat]?.open;
  if (open === undefined || open.capital !== null || Object.keys(open.pricesKusd).length > 0) return false;
  return !Object.values(models).some(({ by }) => by === seat);
}

/** Best public capability of each bloc now, best first, milli-points. */
export function blocBests(state: KnownState): [string, number][] {
  const best = new Map<string, number>();
  for (const row of boardRows(state)) best.set(row.bloc, Math.max(best.get(row.bloc) ?? 0, row.model.capabilityMilli));
  return [...best].sort((a, b) => b[1] - a[1]);
}

/** How many turns ago the leading bloc was where the follower is now; null when that is before the record. */
export function turnsBehind(state: KnownState, leader: string, followerMilli: number): number | null {
  for (let at = state.history.length - 1; at >= 0; at -= 1) {
    const row = state.history[at];
    if ((row?.blocs[leader]?.bestMilli ?? 0) <= followerMilli) return state.history.length - 1 - at;
  }
  return null;
}
