/** Turns that were played, shown again: their reports, and what a seat knew after them. */
import type { PastMessage } from '../protocol/messages.ts';
import type { Entry } from '../state/ledger.ts';
import type { Id } from '../util/ids.ts';
import type { Live, MatchDeps } from './live.ts';
import type { MatchStore, TurnRow } from './match-store.ts';
import { seatEntries, seatView } from './views.ts';

/** State and ledger after a turn that was played; null when there is none. */
async function playedTurn(live: Live, turn: number, store: MatchStore): Promise<Pick<TurnRow, 'state' | 'ledger'> | null> {
  const { table } = live;
  if (turn < 0 || turn >= table.turn) return null;
  return turn === table.turn - 1 ? live : store.turn(table.matchId, turn + 1);
}

/** Nothing is secret at an open table, and after the end. */
const isOpen = ({ table }: Live): boolean => table.settings.openTable || table.status === 'ended';

/** Report of a turn that was played, as the person's seat may read it; null when there is none. */
export async function reportTo(live: Live, person: string, turn: number, store: MatchStore): Promise<Entry[] | null> {
  const found = await playedTurn(live, turn, store);
  const seat = live.table.people[person]?.seat ?? null;
  return found === null ? null : seatEntries(found.ledger, seat, isOpen(live));
}

/**
 * A turn that was played, for a person. `as` asks for it as one seat knew it then, which after the end anybody may;
 * without it all is told that the person may know now. Null when there is no such turn or it may not be seen so.
 */
export async function pastTo(
  live: Live,
  person: string,
  { turn, as }: { turn: number; as: Id | null },
  { store, ruleset }: MatchDeps,
): Promise<PastMessage | null> {
  const own = live.table.people[person]?.seat ?? null;
  const open = isOpen(live);
  const found = await playedTurn(live, turn, store);
  if (found === null || (as !== null && as !== own && !open)) return null;
  if (as !== null && !found.state.seats.includes(as)) return null;
  const all = open && as === null;
  const seat = as ?? own;
  return { view: seatView(ruleset, found.state, seat, all), report: seatEntries(found.ledger, seat, all) };
}
