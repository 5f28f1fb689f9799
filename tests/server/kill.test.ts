/** A server that is killed after it acknowledged a draft has lost nothing when it starts again; SIGTERM ends it cleanly. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScenarioInfo } from '#shared/protocol/scenario-info.ts';
import { freePort } from '#tests/free-port.ts';
import { ask, createMatch, Player, SCENARIO } from './harness.ts';

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chokepoint-'));
const running = new Set<ChildProcess>();
let port: number;
beforeAll(async () => {
  port = await freePort();
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly line: string;
}

/** Resolves with the line that the server prints, or its exit code. */
async function start(): Promise<Started> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: String(port), HOST: '', DATA_DIR: folder, LOG_LEVEL: 'silent' },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const line = await new Promise<string>((resolve) => {
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(output.trim());
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  return { child, origin: `http://127.0.0.1:${port}`, line };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

test('kill -9 after an acknowledged draft and a resolved turn loses nothing', async () => {
  const first = await start();
  expect(first.line).toBe(`Chokepoint is running at http://127.0.0.1:${port}`);
  const scenarios = (await ask<ScenarioInfo[]>(first.origin, '/api/scenarios')).body;
  const seat = scenarios.find(({ id }) => id === SCENARIO)?.suggestedSeat ?? '';
  const { matchId, token } = await createMatch(first.origin, { seat });
  const before = await Player.join(first.origin, matchId, token);
  await before.ready();
  await before.until(() => before.table?.turn === 1 && before.planning?.turn === 1 && before.view?.view.state.turn === 1);
  const history = JSON.stringify(before.view?.view.state.history);
  const drafted = await before.draft([]);
  expect(drafted.ok).toBe(true);
  await end(first.child, 'SIGKILL');

  const second = await start();
  const after = await Player.join(second.origin, matchId, token);
  expect(after.table).toMatchObject({ turn: 1, status: 'planning', you: { seat, host: true } });
  expect(after.planning?.revision).toBe(drafted.ok ? drafted.revision : -1);
  expect(JSON.stringify(after.view?.view.state.history)).toBe(history);
  await after.ready();
  await after.until(() => after.table?.turn === 2);

  const occupied = await start();
  expect(occupied.line).toMatch(/^Port \d+ is in use\.[^\n]*$/);
  expect(
    await new Promise((resolve) =>
      occupied.child.exitCode === null ? occupied.child.once('exit', resolve) : resolve(occupied.child.exitCode),
    ),
  ).toBe(1);

  expect(await end(second.child, 'SIGTERM')).toBe(0);
  const third = await start();
  expect((await Player.join(third.origin, matchId, token)).table?.turn).toBe(2);
  expect(await end(third.child, 'SIGINT')).toBe(0);
});
