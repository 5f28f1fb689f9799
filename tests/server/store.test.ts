/** The store: appends are conditional on epoch and turn, and a match that was taken over can't be written by its old owner. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '#server/store/open-store.ts';
import type { Store } from '#server/store/store.ts';
import { FencedError } from '#shared/match/match-store.ts';
import { newTable } from '#shared/match/table.ts';
import { matchSettingsSchema } from '#shared/protocol/commands.ts';
import type { MatchState } from '#shared/state/schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'chokepoint-store-'));
const HASH = 'a'.repeat(64);
const state = { turn: 0 } as unknown as MatchState;
const table = newTable({
  matchId: 'm',
  code: 'ABCDEF',
  settings: matchSettingsSchema.parse({ scenario: 't:s' }),
  rulesetHash: HASH,
  seats: ['t:a', 't:b'],
});
let store: Store;
beforeAll(async () => {
  store = await openStore(folder);
  const start = { turn: 0, hash: HASH, state, ledger: [] };
  await store.insertMatch({ id: 'm', code: 'ABCDEF', engine: '1', rulesetHash: HASH, seed: 's', table, start, records: [] }, 1);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the newest claim writes, older ones are fenced, and nothing of theirs stays', async () => {
  const old = await store.claim('m');
  const owner = await store.claim('m');
  expect(owner?.epoch).toBe((old?.epoch ?? 0) + 1);
  const records = [{ record: 'intervention', turn: 0, what: 'start', person: 'p' }] as const;
  await store.append({ matchId: 'm', epoch: owner?.epoch ?? 0, turn: 0 }, { table, records }, 2);
  await expect(store.append({ matchId: 'm', epoch: old?.epoch ?? 0, turn: 0 }, { table, records }, 3)).rejects.toBeInstanceOf(
    FencedError,
  );
  await expect(store.append({ matchId: 'm', epoch: owner?.epoch ?? 0, turn: 4 }, { table, records }, 3)).rejects.toBeInstanceOf(
    FencedError,
  );
  expect(await store.records('m')).toHaveLength(1);
});

test('a turn is written with its table, and a rewind drops the later ones', async () => {
  const epoch = (await store.claim('m'))?.epoch ?? 0;
  for (const turn of [1, 2, 3]) {
    const change = {
      table: { ...table, turn },
      turn: { turn, hash: HASH, state: { turn } as unknown as MatchState, ledger: [] },
    };
    await store.append({ matchId: 'm', epoch, turn: turn - 1 }, change, 4);
  }
  expect((await store.turn('m', 3))?.state).toEqual({ turn: 3 });
  const back = { table: { ...table, turn: 1 }, turn: { turn: 1, hash: HASH, state, ledger: [] } };
  await store.append({ matchId: 'm', epoch, turn: 3 }, back, 5);
  expect(await store.turn('m', 2)).toBeNull();
  expect((await store.match('m'))?.turn).toBe(1);
});

test('transactions that overlap do not mix', async () => {
  const epoch = (await store.claim('m'))?.epoch ?? 0;
  const claim = { matchId: 'm', epoch, turn: 1 };
  const before = (await store.records('m')).length;
  const record = { record: 'intervention', turn: 1, what: 'pause', person: null } as const;
  const change = { table: { ...table, turn: 1 }, records: [record, record] };
  await Promise.all(Array.from({ length: 20 }, () => store.append(claim, change, 6)));
  expect(await store.records('m')).toHaveLength(before + 40);
});

test('a second process on the same folder sees what was written', async () => {
  const other = await openStore(folder);
  expect((await other.matchByCode('ABCDEF'))?.id).toBe('m');
  expect(await other.match('none')).toBeNull();
  await other.close();
});
