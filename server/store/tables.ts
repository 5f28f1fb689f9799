/** Tables of the database as Kysely types. Big values are packed (see `packed.ts`); times are milliseconds. */
import type { Generated } from 'kysely';

export interface MatchTable {
  id: string;
  code: string;
  engine: string;
  ruleset_hash: string;
  scenario: string;
  /** 32 hex digits; leaves the server only after the end. */
  seed: string;
  status: 'lobby' | 'planning' | 'ended';
  /** Turn being planned; an append must name it. */
  turn: number;
  /** Raised by every process that takes the match over; an append must name it. */
  epoch: number;
  listed: number;
  /** When planning ends, so that a match can be woken; null without a deadline. */
  deadline_ms: number | null;
  /** Snapshot of the table, JSON. */
  table_json: string;
  /** Standings of the epilogue once played, JSON. */
  epilogue_json: string | null;
  created_ms: number;
  updated_ms: number;
}

/** Append only: the records of the match log. */
export interface MatchInputTable {
  match_id: string;
  seq: number;
  at_ms: number;
  record_json: string;
}

/** State before the planning of a turn, with the ledger of the turn that led to it. */
export interface MatchTurnTable {
  match_id: string;
  turn: number;
  hash: string;
  state: Uint8Array;
  ledger: Uint8Array;
}

export interface RulesetTable {
  hash: string;
  body: Uint8Array;
  created_ms: number;
}

/** What is not part of the match: drafts, refusals. Append only. */
export interface AuditTable {
  id: Generated<number>;
  match_id: string;
  at_ms: number;
  kind: string;
  person: string | null;
  body_json: string;
}

export interface Database {
  match: MatchTable;
  match_input: MatchInputTable;
  match_turn: MatchTurnTable;
  ruleset: RulesetTable;
  audit: AuditTable;
}
