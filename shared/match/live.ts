/** What a loaded match consists of and works with, and what its people are shown of it. */

import type { PlanningMessage, TableMessage, ViewMessage } from '../protocol/messages.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Ledger } from '../state/ledger.ts';
import type { MatchState, Standing } from '../state/schema.ts';
import type { MatchStore } from './match-store.ts';
import { planningMessage, tableMessage } from './messages.ts';
import type { Rest } from './rest.ts';
import type { Table, TableDeps } from './table.ts';
import { viewMessage } from './views.ts';

/** Where faults are told, with what they concern. */
export interface MatchLogger {
  error(about: object, message: string): void;
  warn(about: object, message: string): void;
}

/** Counts that a match adds to. */
export interface MatchCounts {
  refusals: number;
  turnsResolved: number;
  resolveMs: number;
}

export interface MatchDeps {
  readonly store: MatchStore;
  readonly ruleset: Ruleset;
  readonly now: () => number;
  /** Gives way to other work, between the seats that bots think for. */
  readonly rest: Rest;
  readonly log: MatchLogger;
  readonly counts: MatchCounts;
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
