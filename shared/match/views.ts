/** A match as one seat may see it, with the report of the turn before. At an open table, and after the end, all is shown. */
import type { ViewMessage } from '../protocol/messages.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Entry, Ledger } from '../state/ledger.ts';
import type { MatchState, SeatView, Standing } from '../state/schema.ts';
import { entriesFor, viewFor } from '../state/view.ts';
import type { Id } from '../util/ids.ts';

export function seatView(ruleset: Ruleset, state: MatchState, seat: Id | null, openTable: boolean): SeatView {
  const shown = openTable ? { ...ruleset, systems: { ...ruleset.systems, 'hidden-information': false } } : ruleset;
  return viewFor(shown, state, seat);
}

export function seatEntries(ledger: Ledger, seat: Id | null, all: boolean): Entry[] {
  return all ? ledger : entriesFor(ledger, seat);
}

export interface Shown {
  readonly ruleset: Ruleset;
  readonly state: MatchState;
  readonly ledger: Ledger;
  /** Turns that were played, and so reports that exist. */
  readonly turns: number;
  readonly openTable: boolean;
  readonly epilogue: Standing[] | null;
}

export function viewMessage({ ruleset, state, ledger, turns, openTable, epilogue }: Shown, seat: Id | null): ViewMessage {
  return {
    view: seatView(ruleset, state, seat, openTable),
    report: seatEntries(ledger, seat, openTable || state.ended !== 'no'),
    reports: turns,
    epilogue,
  };
}
