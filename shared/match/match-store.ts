/** What a match that is played needs of the place where it is kept: a database of a server, or one in a browser. */
import type { LogRecord } from '../replay/log.ts';
import type { Ledger } from '../state/ledger.ts';
import type { MatchState, Standing } from '../state/schema.ts';
import type { Table } from './table.ts';

/** The match was taken over elsewhere, or the turn is not the one that was expected. */
export class FencedError extends Error {
  override readonly name = 'FencedError';
}

/** What a write to a match must agree with. */
export interface Claim {
  readonly matchId: string;
  readonly epoch: number;
  /** Turn that the match has in the store. */
  readonly turn: number;
}

export interface TurnRow {
  readonly turn: number;
  readonly hash: string;
  readonly state: MatchState;
  readonly ledger: Ledger;
}

export interface AuditLine {
  readonly kind: 'draft' | 'refused';
  readonly person: string | null;
  readonly body: unknown;
}

export interface Change {
  readonly table: Table;
  readonly records?: readonly LogRecord[];
  readonly audit?: readonly AuditLine[];
  /** State and ledger of the turn to be planned next; later turns are dropped (rewind). */
  readonly turn?: TurnRow;
}

export interface MatchStore {
  /** Writes all of a change or nothing; throws a FencedError when the claim no longer holds. */
  append(claim: Claim, change: Change, nowMs: number): Promise<void>;
  /** State and ledger with which the planning of a turn begins. */
  turn(matchId: string, turn: number): Promise<TurnRow | null>;
  saveEpilogue(matchId: string, history: readonly Standing[]): Promise<void>;
  audit(matchId: string, lines: readonly AuditLine[], nowMs: number): Promise<void>;
}
