/** From a line of the report to what one can do about it: the law behind it, and the order that answers it. */
import type { Cause, Entry } from '#shared/state/ledger.ts';
import type { KnownState } from '#shared/state/schema.ts';
import type { Ordering } from '../match/layout.ts';

const MOST_DEPTH = 5;

export type KnownLaw = KnownState['laws'][string];

/** The law nearest to a line in its chain of causes; null when none is behind it. */
export function lawBehind(entry: Entry, byId: ReadonlyMap<string, Entry>, state: KnownState): KnownLaw | null {
  const own = state.laws[entry.item ?? ''] ?? state.laws[entry.subject];
  if (own !== undefined) return own;
  let reached: readonly Entry[] = [entry];
  for (let depth = 0; depth < MOST_DEPTH; depth += 1) {
    const causes: Cause[] = reached.flatMap((one) => one.causes);
    const found = causes.find((cause) => cause.kind === 'law' && state.laws[cause.id] !== undefined);
    if (found !== undefined) return state.laws[found.id] ?? null;
    reached = causes.flatMap((cause) => (cause.kind === 'entry' ? (byId.get(cause.id) ?? []) : []));
  }
  return null;
}

/** A government answers a law with one of its own, another seat talks to its government; without a law one chooses freely. */
export function answerTo(entry: Entry, law: KnownLaw | null, state: KnownState, seat: string): Ordering {
  const self = state.actors[seat];
  if (self === undefined || law === null) return { at: 'picker' };
  if (self.open.capital !== null) {
    return law.bloc === self.bloc
      ? { at: 'form', kind: 'stop', index: null, start: { what: `law|${law.id}` } }
      : { at: 'form', kind: 'retaliate', index: null, start: { target: law.bloc } };
  }
  const government = Object.keys(state.actors).find((id) => {
    const other = state.actors[id];
    return other?.open.capital !== null && other?.bloc === self.bloc;
  });
  return entry.topic === 'delivery' || government === undefined
    ? { at: 'picker' }
    : { at: 'form', kind: 'lobby', index: null, start: { government } };
}
