/** Who loses the connection, reloads or closes the tab gets seat and draft back; strangers get in nowhere. */
import { Client } from '@colyseus/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScenarioInfo } from '#shared/protocol/scenario-info.ts';
import { ask, bootServer, createMatch, joinMatch, Player, SCENARIO, type TestServer } from './harness.ts';

let server: TestServer;
let seat: string;
beforeAll(async () => {
  server = await bootServer();
  const scenarios = (await ask<ScenarioInfo[]>(server.origin, '/api/scenarios')).body;
  seat = scenarios.find(({ id }) => id === SCENARIO)?.suggestedSeat ?? '';
});
afterAll(() => server.stop());

test('a dropped client comes back by its reconnection token', async () => {
  const { matchId, token } = await createMatch(server.origin, { seat });
  const player = await Player.join(server.origin, matchId, token);
  const saved = player.room.reconnectionToken;
  (player.room.connection.transport as unknown as { close(code: number): void }).close(4010);
  const watcher = await Player.join(server.origin, matchId, await joinMatch(server.origin, matchId, null));
  await watcher.until(() => watcher.table?.seats.some(({ people }) => people[0]?.connected === false) ?? false);
  const again = new Player(await new Client(server.origin).reconnect(saved));
  await again.until(() => again.view !== null && again.planning !== null);
  expect(again.table?.you.seat).toBe(seat);
  await watcher.until(() => watcher.table?.seats.some(({ people }) => people[0]?.connected === true) ?? false);
});

test('a reloaded page joins with its own token and finds the draft', async () => {
  const { matchId, token } = await createMatch(server.origin, { seat });
  const before = await Player.join(server.origin, matchId, token);
  const ready = await before.ready(false);
  expect(ready.ok).toBe(true);
  const drafted = await before.draft([]);
  expect(drafted.ok).toBe(true);
  await before.room.leave();
  const after = await Player.join(server.origin, matchId, token);
  expect(after.table?.you).toMatchObject({ seat, host: true });
  expect(after.planning?.revision).toBe(drafted.ok ? drafted.revision : -1);
});

test('two tabs of one person count as one', async () => {
  const { matchId, token } = await createMatch(server.origin, { seat });
  const one = await Player.join(server.origin, matchId, token);
  const two = await Player.join(server.origin, matchId, token);
  expect(two.table?.seats.find((shown) => shown.seat === seat)?.people).toHaveLength(1);
  await one.room.leave();
  const health = await ask(server.origin, '/health');
  expect(health.body).toMatchObject({ ok: true });
  expect(two.table?.seats.find((shown) => shown.seat === seat)?.people[0]?.connected).toBe(true);
});

test('without a token of this match nobody comes in', async () => {
  const { matchId } = await createMatch(server.origin, { seat });
  const other = await createMatch(server.origin, { seat });
  const client = new Client(server.origin);
  await expect(client.joinOrCreate('match', { matchId })).rejects.toThrow();
  await expect(client.joinOrCreate('match', { matchId, token: other.token })).rejects.toThrow();
  await expect(client.joinOrCreate('match', { matchId: 'AAAAAAAAAAAAAAAA', token: other.token })).rejects.toThrow();
  await expect(client.joinOrCreate('match', { matchId, token: other.token, epoch: 7 })).rejects.toThrow();
  await expect(client.create('match', { matchId, token: other.token })).rejects.toThrow();
});

test('a match can be joined by its id whether its room is there or not', async () => {
  const { matchId, token } = await createMatch(server.origin, { seat });
  for (let visit = 0; visit < 2; visit += 1) {
    const player = new Player(await new Client(server.origin).joinById(matchId, { matchId, token }));
    await player.until(() => player.view !== null);
    await player.room.leave();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});
