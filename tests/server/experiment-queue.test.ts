/** Experiments on several machines: through a queue on Redis the results are those of one machine, and the other one helps. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRedis } from '#tests/engines-found.ts';
import { freePort } from '#tests/free-port.ts';

const MAIN = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));
const redis = findRedis();
const folder = mkdtempSync(join(tmpdir(), 'chokepoint-queue-'));
const running: ChildProcess[] = [];
let url = '';

const file = join(folder, 'small.jsonc');
writeFileSync(
  file,
  `{
  "id": "small", "title": "Small", "scenario": "base:october-rule", "games": 60, "maxTurns": 1,
  "arms": { "plain": {}, "idle": { "orders": [{ "seat": "*", "drop": ["research", "train"] }] } },
  "figures": { "escalation": { "figure": "escalation" } },
  "verdict": { "is": "same", "control": "plain", "treated": "idle" }
}`,
);

/** Resolves when the process has printed `mark`. */
function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv, mark: string): Promise<() => string> {
  const child = spawn(command, args, { env: { ...process.env, ...env } });
  running.push(child);
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(mark)) resolve(() => output);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}: ${output}`)));
  });
}

interface Called {
  readonly code: number | string | null | undefined;
  readonly out: string;
  readonly err: string;
}

function call(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Called> {
  const options = { env: { ...process.env, REDIS_URL: '', ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, 'experiment', file, ...args], options, (error, out, err) =>
      resolve({ code: error === null ? 0 : error.code, out, err }),
    );
  });
}

beforeAll(async () => {
  if (redis === null) return;
  const port = await freePort();
  url = `redis://127.0.0.1:${port}`;
  await start(redis, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder], {}, 'Ready to accept');
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(redis === null)('a queue gives the results of one machine, and a second one takes part', async () => {
  const helper = await start(process.execPath, [MAIN, 'work', '--workers', '1'], { REDIS_URL: url }, 'Ready');
  const alone = await call({}, '--fresh', '--json', '--workers', '1');
  const shared = await call({ REDIS_URL: url }, '--fresh', '--json', '--workers', '1');
  expect(alone.code, alone.err).toBe(0);
  expect(shared.code, shared.err).toBe(0);
  expect(shared.out).toBe(alone.out);
  expect(helper()).toMatch(/\d+ games of small/);
});

test('a Redis that does not answer is named, and nothing waits for it', async () => {
  const { code, err } = await call({ REDIS_URL: `redis://127.0.0.1:${await freePort()}` }, '--fresh', '--games', '2');
  expect(code).toBe(2);
  expect(err).toContain('No Redis answers at REDIS_URL');
});
