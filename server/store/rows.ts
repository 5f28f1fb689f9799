/** What goes into the store and comes out of it, and the writes that a transaction is made of. */
import type { Kysely } from 'kysely';
import type { AuditLine, TurnRow } from '#shared/match/match-store.ts';
import type { Table } from '#shared/match/table.ts';
import type { LogRecord } from '#shared/replay/log.ts';
import type { Standing } from '#shared/state/schema.ts';
import { pack } from './packed.ts';
import type { Database, MatchTable } from './tables.ts';

export interface NewMatchRow {
  readonly id: string;
  readonly code: string;
  readonly engine: string;
  readonly rulesetHash: string;
  readonly seed: string;
  readonly table: Table;
  /** State from which the match starts. */
  readonly start: TurnRow;
  readonly records: readonly LogRecord[];
}

export type MatchRow = Omit<MatchTable, 'table_json' | 'epilogue_json'> & {
  readonly table: Table;
  readonly epilogue: Standing[] | null;
};

export function columnsOf(table: Table) {
  return {
    status: table.status,
    turn: table.turn,
    listed: table.settings.listed ? 1 : 0,
    deadline_ms: table.deadlineMs,
    table_json: JSON.stringify(table),
  };
}

export function readMatch({ table_json, epilogue_json, ...row }: MatchTable): MatchRow {
  const epilogue = epilogue_json === null ? null : (JSON.parse(epilogue_json) as Standing[]);
  return { ...row, table: JSON.parse(table_json) as Table, epilogue };
}

export async function appendRecords(
  trx: Kysely<Database>,
  matchId: string,
  records: readonly LogRecord[],
  nowMs: number,
): Promise<void> {
  if (records.length === 0) return;
  const last = await trx
    .selectFrom('match_input')
    .select((match) => match.fn.max('seq').as('seq'))
    .where('match_id', '=', matchId)
    .executeTakeFirst();
  const from = (last?.seq ?? 0) + 1;
  const rows = records.map((record, index) => ({
    match_id: matchId,
    seq: from + index,
    at_ms: nowMs,
    record_json: JSON.stringify(record),
  }));
  await trx.insertInto('match_input').values(rows).execute();
}

export async function appendAudit(
  db: Kysely<Database>,
  matchId: string,
  lines: readonly AuditLine[],
  nowMs: number,
): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ kind, person, body }) => ({
    match_id: matchId,
    at_ms: nowMs,
    kind,
    person,
    body_json: JSON.stringify(body),
  }));
  await db.insertInto('audit').values(rows).execute();
}

export async function writeTurn(trx: Kysely<Database>, matchId: string, row: TurnRow): Promise<void> {
  await trx.deleteFrom('match_turn').where('match_id', '=', matchId).where('turn', '>=', row.turn).execute();
  await trx
    .insertInto('match_turn')
    .values({ match_id: matchId, turn: row.turn, hash: row.hash, state: pack(row.state), ledger: pack(row.ledger) })
    .execute();
}
