/** The experiment command as it is called: JSON, rows and page of a small experiment, and faults with their place. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chokepoint-experiment-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function call(...args: string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env, REDIS_URL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'experiment', ...args], { encoding: 'utf8', env });
  return { code: status, out: stdout, err: stderr };
}

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const SMALL = `{
  "id": "small", "title": "Orders <matter>", "scenario": "base:october-rule", "games": 3, "maxTurns": 1,
  "arms": { "plain": {}, "idle": { "orders": [{ "seat": "*", "drop": ["research", "train"] }] } },
  "figures": { "cash": { "figure": "best-model" } },
  "verdict": { "is": "same", "control": "plain", "treated": "idle" },
  "ablation": { "title": "With seeds of their own", "change": { "luck": "own" } }
}`;

test('an experiment gives its verdict as JSON, a row for each game, and a page that needs nothing else', () => {
  const page = join(folder, 'page.html');
  const args = [fileOf('small.jsonc', SMALL), '--fresh', '--games', '2', '--csv', join(folder, 'rows'), '--html', page];
  const { code, out, err } = call(...args, '--json');
  expect(code, err).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ id: 'small', games: 2, holds: false, effect: 1, ablation: { fails: true } });
  expect(JSON.parse(out).interval).toHaveLength(2);
  const rows = readFileSync(join(folder, 'rows', 'small.csv'), 'utf8')
    .trim()
    .split('\n');
  expect(rows[0]).toBe('game,seed,arm,ablated,cash,turns,ended,winner,winning_bloc,hash');
  expect(rows).toHaveLength(1 + 2 * 2 * 2);
  const html = readFileSync(page, 'utf8');
  expect(html).toContain('Orders &lt;matter&gt;');
  expect(html).toContain('<svg');
  expect(html).not.toMatch(/<script|src=|href=|url\(/);
});

test('a fault in a file is a wrong call that names file, line and column', () => {
  const file = fileOf('bad.jsonc', SMALL.replace('"treated": "idle"', '"treated": "idel"'));
  const { code, out, err } = call(file, '--games', '2');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('bad.jsonc:5:');
  expect(err).toContain('idle');
  expect(call(join(folder, 'none.jsonc')).err).toContain("can't be read");
  expect(call(file, '--games', '0').code).toBe(2);
});
