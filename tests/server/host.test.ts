/** What a host does: pause, rewind, bots; and what happens when time is up. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScenarioInfo } from '#shared/protocol/scenario-info.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import { ask, bootServer, createMatch, joinMatch, Player, SCENARIO, type TestServer } from './harness.ts';

let server: TestServer;
let seats: readonly string[];
let nowMs = Date.now();
beforeAll(async () => {
  server = await bootServer({ now: () => nowMs });
  const scenarios = (await ask<ScenarioInfo[]>(server.origin, '/api/scenarios')).body;
  seats = scenarios.find(({ id }) => id === SCENARIO)?.seats ?? [];
});
afterAll(() => server.stop());

async function turnIs(player: Player, turn: number): Promise<void> {
  await player.until(
    () => player.table?.turn === turn && player.planning?.turn === turn && player.view?.view.state.turn === turn,
  );
}

test('a host rewinds a turn, and what comes after is played anew', async () => {
  const { matchId, token } = await createMatch(server.origin, { seat: seats[0] ?? '' });
  const host = await Player.join(server.origin, matchId, token);
  const start = JSON.stringify(host.view?.view.state);
  for (const turn of [1, 2]) {
    await host.ready();
    await turnIs(host, turn);
  }
  expect((await host.command({ do: 'rewind', turn: 0 })).ok).toBe(true);
  await turnIs(host, 0);
  expect(JSON.stringify(host.view?.view.state)).toBe(start);
  expect(host.view?.report).toEqual([]);
  for (let turn = 1; turn <= 8; turn += 1) {
    await host.ready();
    if (turn < 8) await turnIs(host, turn);
  }
  await host.until(() => host.table?.status === 'ended');
  const log = await ask<MatchLog>(server.origin, `/api/matches/${matchId}/log`);
  expect(log.body.records.filter(({ record }) => record === 'rewind')).toEqual([
    { record: 'rewind', turn: 2, to: 0, person: expect.any(String) },
  ]);
  expect(log.body.records.filter(({ record }) => record === 'turn')).toHaveLength(10);
});

test('ready is taken back, and the turn waits', async () => {
  const { matchId, token } = await createMatch(server.origin, { seat: seats[0] ?? '' });
  const ada = await Player.join(server.origin, matchId, token);
  const bo = await Player.join(server.origin, matchId, await joinMatch(server.origin, matchId, seats[1] ?? ''));
  await ada.ready();
  await bo.until(() => bo.table?.seats.find(({ seat }) => seat === seats[0])?.ready === true);
  await ada.ready(false);
  await bo.ready();
  await ada.until(() => ada.table?.seats.find(({ seat }) => seat === seats[1])?.ready === true);
  expect(ada.table?.turn).toBe(0);
  await bo.draft([]);
  await ada.until(() => ada.table?.seats.find(({ seat }) => seat === seats[1])?.ready === false);
  await ada.ready();
  await bo.ready();
  await turnIs(ada, 1);
});

test('an offer between people is signed and goes into the turn', async () => {
  const { matchId, token } = await createMatch(server.origin, { seat: seats[0] ?? '' });
  const ada = await Player.join(server.origin, matchId, token);
  const bo = await Player.join(server.origin, matchId, await joinMatch(server.origin, matchId, seats[1] ?? ''));
  const cy = await Player.join(server.origin, matchId, await joinMatch(server.origin, matchId, null, 'Cy'));
  const [from = '', to = ''] = seats;
  const offer = { id: 'ours', from, to, turns: 1, terms: [{ term: 'money' as const, from, to, kusd: 1000 }] };
  expect((await ada.command({ do: 'offer', turn: 0, offer })).ok).toBe(true);
  await bo.until(() => bo.planning?.offers.some((made) => made.offer.id === 'ours') ?? false);
  expect(cy.planning?.offers).toEqual([]);
  expect((await bo.command({ do: 'answer', turn: 0, offerId: 'ours', accept: true })).ok).toBe(true);
  await ada.until(
    () => ada.planning?.offers.some(({ offer: made, status }) => made.id === 'ours' && status === 'signed') ?? false,
  );
  await ada.ready();
  await bo.ready();
  await turnIs(ada, 1);
  expect(ada.planning?.offers.some((made) => made.offer.id === 'ours')).toBe(false);
});

test('when time is up the turn goes on, with the advisor for who drafted nothing', async () => {
  const { matchId, token } = await createMatch(server.origin, { seat: seats[0] ?? '', settings: { turnSeconds: 60 } });
  const host = await Player.join(server.origin, matchId, token);
  expect(host.table?.deadlineMs).toBe(nowMs + 60_000);
  nowMs += 30_000;
  expect((await host.command({ do: 'pause', paused: true })).ok).toBe(true);
  nowMs += 600_000;
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(host.table?.turn).toBe(0);
  await host.command({ do: 'pause', paused: false });
  nowMs += 31_000;
  await turnIs(host, 1);
  expect(host.table?.deadlineMs).toBe(nowMs + 60_000);
});

test('chat reaches those it is meant for', async () => {
  const { matchId, token } = await createMatch(server.origin, { seat: seats[0] ?? '' });
  const ada = await Player.join(server.origin, matchId, token);
  const cy = await Player.join(server.origin, matchId, await joinMatch(server.origin, matchId, null, 'Cy'));
  await ada.command({ do: 'chat', to: 'bloc', text: 'secret' });
  await ada.command({ do: 'chat', to: 'table', text: 'hello' });
  await cy.until(() => cy.planning?.chat.length === 1);
  expect(cy.planning?.chat[0]).toMatchObject({ name: 'Ada', text: 'hello', to: 'table' });
  expect(ada.planning?.chat).toHaveLength(2);
});
