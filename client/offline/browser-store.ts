/**
 * Matches kept in this browser's IndexedDB. A change of a match is one transaction that is conditional on its epoch and
 * turn, as on a server, so that a second tab takes a match over and never mixes with the first.
 */
import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import {
  type AuditLine,
  type Change,
  type Claim,
  FencedError,
  type MatchStore,
  type TurnRow,
} from '#shared/match/match-store.ts';
import type { Table } from '#shared/match/table.ts';
import type { RulesetBody } from '#shared/protocol/ruleset-body.ts';
import type { LogRecord } from '#shared/replay/log.ts';
import type { Ledger } from '#shared/state/ledger.ts';
import type { MatchState, Standing } from '#shared/state/schema.ts';
import { type Packed, pack, unpack } from './packed.ts';

export interface KeptMatch {
  readonly id: string;
  readonly engine: string;
  readonly rulesetHash: string;
  readonly scenario: string;
  readonly seed: string;
  /** The one person who plays it. */
  readonly person: string;
  readonly epoch: number;
  /** Records of the log so far. */
  readonly records: number;
  readonly table: Table;
  readonly epilogue: Standing[] | null;
}

interface KeptTurn {
  readonly turn: number;
  readonly hash: string;
  readonly packed: Packed;
}

const matchKey = (id: string): IDBValidKey => ['match', id];
const turnKey = (id: string, turn: number): IDBValidKey => ['turn', id, turn];
const recordKey = (id: string, at: number): IDBValidKey => ['record', id, at];
const rulesetKey = (hash: string): IDBValidKey => ['ruleset', hash];
/** All keys of a kind and a match from a number on. */
const from = (kind: 'turn' | 'record', id: string, at: number): IDBKeyRange =>
  IDBKeyRange.bound([kind, id, at], [kind, id, Number.POSITIVE_INFINITY]);

async function keptTurn({ turn, hash, state, ledger }: TurnRow): Promise<KeptTurn> {
  return { turn, hash, packed: await pack({ state, ledger }) };
}

export class BrowserStore implements MatchStore {
  readonly #items: UseStore = createStore('chokepoint', 'matches');

  async insert(match: KeptMatch, start: TurnRow, records: readonly LogRecord[], body: RulesetBody): Promise<void> {
    const [turn, packed] = await Promise.all([keptTurn(start), pack(body)]);
    await this.#write(async (items) => {
      items.put({ ...match, records: records.length }, matchKey(match.id));
      putRecords(items, match.id, 0, records);
      items.put(turn, turnKey(match.id, start.turn));
      items.put(packed, rulesetKey(match.rulesetHash));
    });
  }

  /** Takes the match over: a tab that had it is fenced from now on. Null when there is no such match. */
  async claim(matchId: string): Promise<KeptMatch | null> {
    let claimed: KeptMatch | null = null;
    await this.#write(async (items) => {
      const found = await matchIn(items, matchId);
      if (found === undefined) return;
      claimed = { ...found, epoch: found.epoch + 1 };
      items.put(claimed, matchKey(matchId));
    });
    return claimed;
  }

  async match(matchId: string): Promise<KeptMatch | null> {
    return (await this.#items('readonly', (items) => matchIn(items, matchId))) ?? null;
  }

  async append(claim: Claim, change: Change): Promise<void> {
    const { matchId, epoch } = claim;
    const turn = change.turn === undefined ? null : await keptTurn(change.turn);
    const records = change.records ?? [];
    await this.#write(async (items) => {
      const found = await matchIn(items, matchId);
      if (found === undefined || found.epoch !== epoch || found.table.turn !== claim.turn) {
        throw new FencedError(`match ${matchId} was taken over or moved on`);
      }
      items.put({ ...found, table: change.table, records: found.records + records.length }, matchKey(matchId));
      putRecords(items, matchId, found.records, records);
      if (turn === null) return;
      items.delete(from('turn', matchId, turn.turn));
      items.put(turn, turnKey(matchId, turn.turn));
    });
  }

  async turn(matchId: string, turn: number): Promise<TurnRow | null> {
    const key = turnKey(matchId, turn);
    const found = await this.#items('readonly', (items) => promisifyRequest<KeptTurn | undefined>(items.get(key)));
    if (found === undefined) return null;
    const { state, ledger } = await unpack<{ state: MatchState; ledger: Ledger }>(found.packed);
    return { turn, hash: found.hash, state, ledger };
  }

  async saveEpilogue(matchId: string, history: readonly Standing[]): Promise<void> {
    await this.#write(async (items) => {
      const found = await matchIn(items, matchId);
      if (found !== undefined) items.put({ ...found, epilogue: [...history] }, matchKey(matchId));
    });
  }

  /** A server's host can look into attempts that were refused; here the player is the host and was told. */
  async audit(_matchId: string, _lines: readonly AuditLine[]): Promise<void> {}

  records(matchId: string): Promise<LogRecord[]> {
    return this.#items('readonly', (items) => promisifyRequest<LogRecord[]>(items.getAll(from('record', matchId, 0))));
  }

  async ruleset(hash: string): Promise<RulesetBody | null> {
    const key = rulesetKey(hash);
    const found = await this.#items('readonly', (items) => promisifyRequest<Packed | undefined>(items.get(key)));
    return found === undefined ? null : unpack<RulesetBody>(found);
  }

  /** Deletes all other matches, and rulesets that none of those kept is pinned to. */
  async keepOnly(matchIds: ReadonlySet<string>): Promise<void> {
    await this.#write(async (items) => {
      const kept = await promisifyRequest<KeptMatch[]>(items.getAll(IDBKeyRange.bound(['match', ''], ['match', []])));
      const pinned = new Set(kept.filter(({ id }) => matchIds.has(id)).map(({ rulesetHash }) => rulesetHash));
      for (const { id } of kept.filter((match) => !matchIds.has(match.id))) {
        items.delete(matchKey(id));
        items.delete(from('turn', id, 0));
        items.delete(from('record', id, 0));
      }
      const bodies = await promisifyRequest(items.getAllKeys(IDBKeyRange.bound(['ruleset', ''], ['ruleset', []])));
      for (const key of bodies) if (Array.isArray(key) && !pinned.has(String(key[1]))) items.delete(key);
    });
  }

  /** One transaction: all that the work writes, or nothing. Resolves when it is complete. */
  #write(work: (items: IDBObjectStore) => Promise<void>): Promise<void> {
    return this.#items('readwrite', async (items) => {
      const complete = promisifyRequest(items.transaction);
      complete.catch(() => undefined);
      await work(items);
      await complete;
    });
  }
}

function matchIn(items: IDBObjectStore, matchId: string): Promise<KeptMatch | undefined> {
  return promisifyRequest<KeptMatch | undefined>(items.get(matchKey(matchId)));
}

function putRecords(items: IDBObjectStore, matchId: string, after: number, records: readonly LogRecord[]): void {
  for (const [at, record] of records.entries()) items.put(record, recordKey(matchId, after + at));
}
