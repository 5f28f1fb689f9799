/**
 * Everything that is kept: matches with their tables, logs and turns, rulesets, and an audit log. Writes to a match are
 * conditional on its epoch and turn, so that a process that lost the match can't change it.
 */
import type { Kysely } from 'kysely';
import {
  type AuditLine,
  type Change,
  type Claim,
  FencedError,
  type MatchStore,
  type TurnRow,
} from '#shared/match/match-store.ts';
import type { RulesetBody } from '#shared/protocol/ruleset-body.ts';
import type { LogRecord } from '#shared/replay/log.ts';
import type { Standing } from '#shared/state/schema.ts';
import { pack, unpack } from './packed.ts';
import { appendAudit, appendRecords, columnsOf, type MatchRow, type NewMatchRow, readMatch, writeTurn } from './rows.ts';
import type { Database } from './tables.ts';

export class Store implements MatchStore {
  private readonly db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.db = db;
  }

  close(): Promise<void> {
    return this.db.destroy();
  }

  async insertMatch(row: NewMatchRow, nowMs: number): Promise<void> {
    const match = {
      id: row.id,
      code: row.code,
      engine: row.engine,
      ruleset_hash: row.rulesetHash,
      scenario: row.table.settings.scenario,
      seed: row.seed,
      ...columnsOf(row.table),
      epoch: 0,
      epilogue_json: null,
      created_ms: nowMs,
      updated_ms: nowMs,
    };
    await this.db.transaction().execute(async (trx) => {
      await trx.insertInto('match').values(match).execute();
      await appendRecords(trx, row.id, row.records, nowMs);
      await writeTurn(trx, row.id, row.start);
    });
  }

  /** Takes the match over: earlier owners are fenced from now on. Null when there is no such match. */
  async claim(matchId: string): Promise<MatchRow | null> {
    const row = await this.db
      .updateTable('match')
      .set((match) => ({ epoch: match('epoch', '+', 1) }))
      .where('id', '=', matchId)
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? null : readMatch(row);
  }

  async match(matchId: string): Promise<MatchRow | null> {
    const row = await this.db.selectFrom('match').selectAll().where('id', '=', matchId).executeTakeFirst();
    return row === undefined ? null : readMatch(row);
  }

  async matchByCode(code: string): Promise<MatchRow | null> {
    const row = await this.db.selectFrom('match').selectAll().where('code', '=', code).executeTakeFirst();
    return row === undefined ? null : readMatch(row);
  }

  /** Matches that anyone may join, the newest first. */
  async listedMatches(limit: number): Promise<MatchRow[]> {
    const rows = await this.db
      .selectFrom('match')
      .selectAll()
      .where('listed', '=', 1)
      .where('status', '!=', 'ended')
      .orderBy('updated_ms', 'desc')
      .limit(limit)
      .execute();
    return rows.map(readMatch);
  }

  /** Matches whose planning time is over. */
  async overdue(nowMs: number): Promise<string[]> {
    const rows = await this.db
      .selectFrom('match')
      .select('id')
      .where('status', '=', 'planning')
      .where('deadline_ms', '<=', nowMs)
      .limit(100)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Writes a change of a match in one transaction; throws a FencedError when the claim no longer holds. */
  async append(claim: Claim, change: Change, nowMs: number): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('match')
        .set({ ...columnsOf(change.table), updated_ms: nowMs })
        .where('id', '=', claim.matchId)
        .where('epoch', '=', claim.epoch)
        .where('turn', '=', claim.turn)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new FencedError(`match ${claim.matchId} was taken over or moved on`);
      await appendRecords(trx, claim.matchId, change.records ?? [], nowMs);
      await appendAudit(trx, claim.matchId, change.audit ?? [], nowMs);
      if (change.turn !== undefined) await writeTurn(trx, claim.matchId, change.turn);
    });
  }

  async audit(matchId: string, lines: readonly AuditLine[], nowMs: number): Promise<void> {
    await appendAudit(this.db, matchId, lines, nowMs);
  }

  async saveEpilogue(matchId: string, history: readonly Standing[]): Promise<void> {
    await this.db
      .updateTable('match')
      .set({ epilogue_json: JSON.stringify(history) })
      .where('id', '=', matchId)
      .execute();
  }

  async records(matchId: string): Promise<LogRecord[]> {
    const rows = await this.db
      .selectFrom('match_input')
      .select('record_json')
      .where('match_id', '=', matchId)
      .orderBy('seq')
      .execute();
    return rows.map(({ record_json }) => JSON.parse(record_json) as LogRecord);
  }

  async turn(matchId: string, turn: number): Promise<TurnRow | null> {
    const row = await this.db
      .selectFrom('match_turn')
      .selectAll()
      .where('match_id', '=', matchId)
      .where('turn', '=', turn)
      .executeTakeFirst();
    return row === undefined ? null : { turn: row.turn, hash: row.hash, state: unpack(row.state), ledger: unpack(row.ledger) };
  }

  async saveRuleset(hash: string, body: RulesetBody, nowMs: number): Promise<void> {
    const row = { hash, body: pack(body), created_ms: nowMs };
    await this.db
      .insertInto('ruleset')
      .values(row)
      .onConflict((conflict) => conflict.column('hash').doUpdateSet({ body: row.body }))
      .execute();
  }

  async ruleset(hash: string): Promise<RulesetBody | null> {
    const row = await this.db.selectFrom('ruleset').select('body').where('hash', '=', hash).executeTakeFirst();
    return row === undefined ? null : unpack<RulesetBody>(row.body);
  }
}
