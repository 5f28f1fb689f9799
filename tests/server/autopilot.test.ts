/** A seat on autopilot in a real match: it plays within its limits, its owner takes a turn back, and the log replays. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { NO_LIMITS } from '#shared/protocol/autopilot.ts';
import { type MatchLog, matchLogSchema } from '#shared/replay/log.ts';
import { verifyLog } from '#shared/replay/replay.ts';
import { ask, bootServer, createMatch, Player, type TestServer } from './harness.ts';

let server: TestServer;
let nowMs = Date.now();
beforeAll(async () => {
  server = await bootServer({ now: () => nowMs });
});
afterAll(() => server.stop());

test('an autopilot plays within its limits until its owner drafts an order', async () => {
  const seat = 'base:deepseek';
  const { matchId, token } = await createMatch(server.origin, { seat, settings: { turnSeconds: 60 } });
  const owner = await Player.join(server.origin, matchId, token);
  const limits = { ...NO_LIMITS, noDeals: true, noOpenWeights: true, noGreyMarket: true, noPoaching: true, keepCashKusd: 20_000 };
  expect((await owner.command({ do: 'autopilot', on: true, limits })).ok).toBe(true);
  await owner.until(() => owner.planning?.autopilot?.on === true);
  for (let turn = 0; turn < 8; turn += 1) {
    if (turn === 2) {
      await owner.draft([{ kind: 'hire', people: 5, source: 'pool' }]);
      await owner.ready();
    } else if (turn === 3) await owner.command({ do: 'autopilot', on: false, limits });
    else if (turn === 4) await owner.command({ do: 'autopilot', on: true, limits });
    else await owner.ready();
    if (turn === 3 || turn === 4) nowMs += 61_000;
    await owner.until(() => (owner.table?.turn ?? 0) > turn);
  }
  await owner.until(() => owner.table?.status === 'ended');
  const { body } = await ask<MatchLog>(server.origin, `/api/matches/${matchId}/log`);
  const log = matchLogSchema.parse(body);
  const turns = log.records.filter((record) => record.record === 'turn');
  expect(turns.map(({ orders }) => orders[seat]?.source)).toEqual([
    'autopilot',
    'autopilot',
    'person',
    'advisor',
    'autopilot',
    'autopilot',
    'autopilot',
    'autopilot',
  ]);
  const given = turns.flatMap(({ orders }) => orders[seat]?.orders ?? []);
  expect(given.length).toBeGreaterThan(8);
  for (const order of given) {
    expect(order.kind).not.toBe('buy-grey');
    if (order.kind === 'release') expect(order.way).toBe('api');
    if (order.kind === 'hire') expect(order.source).toBe('pool');
  }
  expect(turns.flatMap(({ deals }) => deals).filter((deal) => deal.from === seat || deal.to === seat)).toEqual([]);
  expect(log.records.filter(({ record }) => record === 'autopilot')).toHaveLength(3);
  const { ruleset } = await loadBaseRuleset();
  expect(verifyLog(ruleset, log)).toMatchObject({ ok: true, turns: 8 });
});
