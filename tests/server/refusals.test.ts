/** Late, stale, illegal, oversized, malformed, replayed and hurried requests get a typed reason and change nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '#shared/protocol/commands.ts';
import { bootServer, createMatch, joinMatch, Player, reasonOf, SCENARIO, type TestServer } from './harness.ts';

let server: TestServer;
let ada: Player;
let bo: Player;
let watcher: Player;
let seats: string[];
beforeAll(async () => {
  server = await bootServer({ pace: { burst: 40, perSecond: 1 } });
  const response = await fetch(`${server.origin}/api/scenarios`);
  const scenarios = (await response.json()) as { id: string; seats: string[] }[];
  seats = scenarios.find(({ id }) => id === SCENARIO)?.seats ?? [];
  const { matchId, token } = await createMatch(server.origin, { seat: seats[0] ?? '' });
  ada = await Player.join(server.origin, matchId, token);
  bo = await Player.join(server.origin, matchId, await joinMatch(server.origin, matchId, seats[1] ?? ''));
  watcher = await Player.join(server.origin, matchId, await joinMatch(server.origin, matchId, null, 'Cy'));
});
afterAll(() => server.stop());

/** What must not change when something is refused. */
const kept = () => JSON.stringify([ada.planning, ada.table?.turn, ada.table?.seats, ada.view?.view.state.turn]);

async function refused(player: Player, message: unknown): Promise<string | null> {
  const before = kept();
  const reason = reasonOf(await player.raw(message));
  expect(kept()).toBe(before);
  return reason;
}

test('malformed requests', async () => {
  for (const message of [
    null,
    7,
    'x',
    [],
    {},
    { do: 'nope' },
    { do: 'ready', turn: -1, ready: true },
    { do: 'start', more: 1 },
  ]) {
    expect(await refused(ada, message)).toBe('reject.malformed');
  }
  expect(await refused(ada, JSON.parse('{"do":"chat","to":"table","text":"x","__proto__":{"a":1}}'))).toBe('reject.malformed');
});

test('oversized requests', async () => {
  expect(await refused(ada, { do: 'chat', to: 'table', text: 'x'.repeat(40_000) })).toBe('reject.too-large');
  expect(await refused(ada, { do: 'chat', to: 'table', text: 'x'.repeat(4_000) })).toBe('reject.malformed');
});

test('late, stale, replayed and illegal drafts', async () => {
  const { turn = 0, revision = 0 } = ada.planning ?? {};
  const draft = (orders: { kind: string }[], at = turn, of = revision): Command => ({
    do: 'draft',
    turn: at,
    revision: of,
    orders,
  });
  expect(await refused(ada, draft([], turn + 1))).toBe('reject.wrong-turn');
  expect(await refused(ada, draft([], turn, revision + 5))).toBe('reject.stale-draft');
  expect(await refused(ada, draft([{ kind: 'no-such-kind' }]))).toMatch(/^reject\./);
  expect((await ada.command(draft([]))).ok).toBe(true);
  await ada.until(() => ada.planning?.revision === revision + 1);
  expect(await refused(ada, draft([]))).toBe('reject.stale-draft');
});

test('what is not theirs', async () => {
  expect(await refused(watcher, { do: 'draft', turn: 0, revision: 0, orders: [] })).toBe('reject.no-seat');
  expect(await refused(bo, { do: 'pause', paused: true })).toBe('reject.not-host');
  expect(await refused(bo, { do: 'rewind', turn: 0 })).toBe('reject.not-host');
  expect(await refused(bo, { do: 'take-seat', seat: seats[0] })).toBe('reject.seat-taken');
  expect(await refused(bo, { do: 'take-seat', seat: 'base:nobody' })).toBe('reject.unknown-seat');
  expect(await refused(ada, { do: 'start' })).toBe('reject.already-started');
  expect(await refused(bo, { do: 'answer', turn: 0, offerId: 'none', accept: true })).toBe('reject.unknown-offer');
  const terms = [{ term: 'money', from: seats[0], to: seats[1], kusd: 1 }];
  const offer = { id: 'x', from: seats[0], to: seats[1], turns: 1, terms };
  expect(await refused(bo, { do: 'offer', turn: 0, offer })).toBe('reject.not-your-seat');
});

test('reports that do not exist', async () => {
  await expect(ada.report(99)).rejects.toMatchObject({ reason: { id: 'reject.no-report' } });
  await expect(ada.room.request('report', { turn: 'x' } as never)).rejects.toMatchObject({ reason: { id: 'reject.malformed' } });
});

test('too many requests', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, () => watcher.raw({ do: 'leave-seat' })));
  const reasons = answers.map(reasonOf);
  expect(reasons).toContain('reject.too-fast');
  expect(reasons[0]).toBe('reject.no-seat');
});

test('a frame beyond all measure ends the connection, not the server', async () => {
  const left = new Promise((resolve) => watcher.room.onLeave(resolve));
  watcher.room.send('command', { text: 'x'.repeat(100_000) } as never);
  await left;
  expect((await fetch(`${server.origin}/health`)).status).toBe(200);
  expect((await bo.ready(false)).ok).toBe(true);
});

test('unknown message types end the connection, not the server', async () => {
  const left = new Promise((resolve) => bo.room.onLeave(resolve));
  bo.room.send('no-such-message' as never, {} as never);
  await left;
  expect((await ada.ready(false)).ok).toBe(true);
});
