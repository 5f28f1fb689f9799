/** The HTTP side: validation, limits, origins, headers, rulesets and the client's files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScenarioInfo } from '#shared/protocol/scenario-info.ts';
import { stableHash } from '#shared/util/stable-hash.ts';
import { ask, bootServer, createMatch, type Opened, type Refusal, SCENARIO, type TestServer } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'chokepoint-client-'));
let server: TestServer;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Chokepoint</title>');
  writeFileSync(join(folder, 'assets', 'main-abcd1234.js'), 'plain');
  writeFileSync(join(folder, 'assets', 'main-abcd1234.js.br'), brotliCompressSync('squeezed'));
  server = await bootServer({
    clientFolder: folder,
    origins: 'https://friend.example',
    limits: { read: 200, create: 12, join: 100, matchmaking: 20 },
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('scenarios name their ruleset, which is sent once and for ever', async () => {
  const scenarios = (await ask<ScenarioInfo[]>(server.origin, '/api/scenarios')).body;
  const rulesetHash = scenarios.find(({ id }) => id === SCENARIO)?.rulesetHash;
  const answer = await ask<{ ruleset: unknown }>(server.origin, `/api/rulesets/${rulesetHash}`);
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(stableHash(answer.body.ruleset)).toBe(rulesetHash);
  expect((await ask(server.origin, `/api/rulesets/${'0'.repeat(64)}`)).status).toBe(404);
  expect((await ask(server.origin, '/api/rulesets/..%2f..')).status).toBe(404);
});

test('bad bodies are refused with a reason', async () => {
  const good = { settings: { scenario: SCENARIO }, seat: null, name: 'Ada', start: false };
  const reason = async (body: unknown) => {
    const answer = await ask<Refusal>(server.origin, '/api/matches', body);
    return [answer.status, answer.body.error.id];
  };
  expect(await reason({ ...good, more: 1 })).toEqual([400, 'reject.malformed']);
  expect(await reason({ ...good, name: '' })).toEqual([400, 'reject.malformed']);
  expect(await reason({ ...good, settings: { scenario: 'base:nowhere' } })).toEqual([409, 'reject.unknown-scenario']);
  expect(await reason({ ...good, seat: 'base:nobody' })).toEqual([409, 'reject.unknown-seat']);
  expect(await reason({ ...good, name: 'x'.repeat(40_000) })).toEqual([413, 'reject.too-large']);
  const broken = await fetch(`${server.origin}/api/matches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(broken.status).toBe(400);
  expect(
    (await ask<Refusal>(server.origin, '/api/matches/AAAAAAAAAAAAAAAA/join', { name: 'Bo', seat: null })).body.error.id,
  ).toBe('reject.unknown-match');
  expect((await ask<Refusal>(server.origin, '/api/codes/ZZZZZZ')).body.error.id).toBe('reject.unknown-code');
  expect((await ask(server.origin, '/api/nothing')).status).toBe(404);
});

test('only listed matches are listed, and a held token is given back', async () => {
  const hidden = await createMatch(server.origin, { start: false });
  const shown = await createMatch(server.origin, { start: false, settings: { listed: true } });
  const ids = (await ask<Opened[]>(server.origin, '/api/matches')).body.map(({ matchId }) => matchId);
  expect(ids).toContain(shown.matchId);
  expect(ids).not.toContain(hidden.matchId);
  const again = await ask<Opened>(server.origin, `/api/matches/${shown.matchId}/join`, {
    name: 'Ada',
    seat: null,
    token: shown.token,
  });
  expect(again.body.token).toBe(shown.token);
  const other = await ask<Opened>(server.origin, `/api/matches/${hidden.matchId}/join`, {
    name: 'Ada',
    seat: null,
    token: shown.token,
  });
  expect(other.body.token).not.toBe(shown.token);
});

test('pages of other origins are refused', async () => {
  const foreign = { origin: 'https://evil.example' };
  expect((await ask<Refusal>(server.origin, '/api/scenarios', undefined, foreign)).body.error.id).toBe('reject.origin');
  expect((await ask(server.origin, '/matchmake/joinOrCreate/match', {}, foreign)).status).toBe(403);
  const friend = await ask(server.origin, '/api/scenarios', undefined, { origin: 'https://friend.example' });
  expect(friend.status).toBe(200);
  expect(friend.headers.get('access-control-allow-origin')).toBe('https://friend.example');
  const own = await ask(server.origin, '/api/scenarios', undefined, { origin: server.origin });
  expect(own.headers.get('access-control-allow-origin')).toBeNull();
  const { createConnection } = await import('node:net');
  const status = await new Promise<string>((resolve) => {
    const socket = createConnection(server.port, '127.0.0.1', () =>
      socket.write(
        `GET /x/y?sessionId=z HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: https://evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      ),
    );
    socket.once('data', (data) => {
      resolve(data.toString().split('\r\n')[0] ?? '');
      socket.destroy();
    });
  });
  expect(status).toContain('403');
});

test('answers carry the security headers', async () => {
  const { headers } = await ask(server.origin, '/');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('the client is served: page uncached, hashed files for ever and compressed', async () => {
  const page = await ask(server.origin, '/');
  expect(page.body).toContain('Chokepoint');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect((await ask(server.origin, '/match/whatever')).body).toContain('Chokepoint');
  const script = await ask(server.origin, '/assets/main-abcd1234.js', undefined, { 'accept-encoding': 'br' });
  expect(script.body).toBe('squeezed');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('content-type')).toContain('javascript');
  expect((await ask(server.origin, '/assets/main-abcd1234.js', undefined, { 'accept-encoding': 'identity' })).body).toBe('plain');
  expect((await ask(server.origin, '/assets/none.js')).status).toBe(404);
});

test('health and metrics', async () => {
  expect((await ask(server.origin, '/health')).body).toMatchObject({ ok: true });
  expect((await ask(server.origin, '/metrics')).body).toMatch(/^chokepoint_matches_created_total \d+$/m);
});

test('matchmaking is limited in method, options, size and rate', async () => {
  expect((await ask(server.origin, '/matchmake/create/match', { matchId: 'AAAAAAAAAAAAAAAA' })).status).toBeGreaterThanOrEqual(
    400,
  );
  expect(
    (await ask<Refusal>(server.origin, '/matchmake/joinOrCreate/match', { matchId: 'AAAAAAAAAAAAAAAA', state: {} })).body.error
      .id,
  ).toBe('reject.malformed');
  expect((await ask(server.origin, '/matchmake/joinOrCreate/match', { x: 'x'.repeat(5000) })).status).toBe(413);
  let last = 0;
  for (let n = 0; n < 25; n += 1)
    last = (await ask(server.origin, '/matchmake/joinOrCreate/match', { matchId: 'AAAAAAAAAAAAAAAA' })).status;
  expect(last).toBe(429);
});

test('creating is limited', async () => {
  let last = 0;
  for (let n = 0; n < 15; n += 1) last = (await ask(server.origin, '/api/matches', {})).status;
  expect(last).toBe(429);
});
