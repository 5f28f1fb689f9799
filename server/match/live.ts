/** What a loaded match consists of and works with, and what its people are shown of it. */
import { planningMessage, tableMessage } from '#shared/match/messages.ts';
import type { Table, TableDeps } from '#shared/match/table.ts';
import type { PlanningMessage, TableMessage, ViewMessage } from '#shared/protocol/messages.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { Entry, Ledger } from '#shared/state/ledger.ts';
import type { MatchState, Standing } from '#shared/state/schema.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import { seatEntries, viewMessage } from './views.ts';

export interface MatchDeps {
  readonly store: Store;
  readonly ruleset: Ruleset;
  readonly now: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The match as it stands between two changes. */
export interface Live {
  readonly table: Table;
  /** State of the turn being planned, or the last one. */
  readonly state: MatchState;
  /** Ledger of the turn before. */
  readonly ledger: Ledger;
  readonly epilogue: Standing[] | null;
}

export interface Told {
  readonly table: TableMessage;
  readonly planning: PlanningMessage;
  readonly view: ViewMessage;
}

/** The messages for a person; each is made only when it is read. */
export function toldTo(live: Live, person: string, { ruleset, now }: MatchDeps, tableDeps: TableDeps): Told {
  const { table, state, ledger, epilogue } = live;
  const seat = table.people[person]?.seat ?? null;
  const { openTable } = table.settings;
  return {
    get table() {
      return tableMessage(table, person, now());
    },
    get planning() {
      return planningMessage(table, person, tableDeps);
    },
    get view() {
      return viewMessage({ ruleset, state, ledger, turns: table.turn, openTable, epilogue }, seat);
    },
  };
}

/** Report of a turn that was played, as the person's seat may read it; null when there is none. */
export async function reportTo({ table, ledger }: Live, person: string, turn: number, store: Store): Promise<Entry[] | null> {
  if (turn < 0 || turn >= table.turn) return null;
  const found = turn === table.turn - 1 ? ledger : ((await store.turn(table.matchId, turn + 1))?.ledger ?? null);
  const seat = table.people[person]?.seat ?? null;
  return found === null ? null : seatEntries(found, seat, table.settings.openTable || table.status === 'ended');
}
