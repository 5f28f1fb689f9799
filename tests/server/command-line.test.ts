/** The command line as it is called: the same call gives the same bytes, and mistakes are named with the choices. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { MatchLog } from '#shared/replay/log.ts';

const MAIN = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chokepoint-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function call(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

test('simulate twice gives the same bytes, on one thread or several, and different games', () => {
  const args = ['simulate', '--scenario', 'october-rule', '--seed', '7', '--bots', 'easy', '--json'];
  const few = call(...args, '--games', '2');
  const many = call(...args, '--games', '7');
  expect(few.code, few.err).toBe(0);
  const games = JSON.parse(many.out).games as { seed: string; hash: string; turns: number; winner: string; scores: object }[];
  expect(games.slice(0, 2)).toEqual(JSON.parse(few.out).games);
  expect(new Set(games.map(({ hash }) => hash)).size).toBe(7);
  expect(new Set(games.map(({ seed }) => seed)).size).toBe(7);
  expect(Object.keys(games[0]?.scores ?? {})).toContain(games[0]?.winner);
  expect(call(...args, '--games', '7').out).toBe(many.out);
});

test('the level of one seat can be set by its short id', () => {
  const args = ['simulate', '--scenario', 'base:october-rule', '--seed', '7', '--bots', 'easy', '--json'];
  const all = call(...args);
  const one = call(...args, '--set', 'deepseek=hard');
  expect(one.code, one.err).toBe(0);
  expect(one.out).not.toBe(all.out);
});

test('a log is written, replayed and verified; a false one is found out', () => {
  const file = join(folder, 'log.json');
  expect(call('simulate', '--scenario', 'october-rule', '--seed', '3', '--bots', 'easy', '--log', file).code).toBe(0);
  expect(call('replay', file).out.trim().split('\n')).toHaveLength(8);
  const good = call('replay', file, '--verify');
  expect([good.code, good.out]).toEqual([0, expect.stringMatching(/^All 8 turns agree/)]);
  const log = JSON.parse(readFileSync(file, 'utf8')) as MatchLog;
  const turns = log.records.filter((record) => record.record === 'turn');
  const third = turns[2];
  if (third !== undefined) third.orders = {};
  writeFileSync(file, JSON.stringify(log));
  const bad = call('replay', file, '--verify');
  expect([bad.code, bad.out]).toEqual([1, expect.stringMatching(/^Turn 3 differs/)]);
  const foreign = { ...log, header: { ...log.header, engineVersion: '0.0.1' } };
  writeFileSync(file, JSON.stringify(foreign));
  expect(call('replay', file, '--verify')).toMatchObject({ code: 1, out: expect.stringMatching(/^Refused: .*0\.0\.1/) });
});

test('mistakes end with code 2 and name the choices', () => {
  const wrong = (...args: string[]) => {
    const { code, out, err } = call(...args);
    expect([code, out]).toEqual([2, '']);
    return err;
  };
  expect(wrong('simulate', '--scenario', 'november-rule')).toMatch(/november-rule.*base:october-rule/);
  expect(wrong('simulate', '--scenario', 'october-rule', '--set', 'deepsea=hard')).toMatch(/deepsea.*base:deepseek/);
  expect(wrong('simulate', '--scenario', 'october-rule', '--bots', 'genius')).toMatch(/easy, normal, hard/);
  expect(wrong('simulate', '--scenario', 'october-rule', '--games', '0')).toMatch(/--games/);
  expect(wrong('simulate')).toMatch(/--scenario/);
  expect(wrong('replay', join(folder, 'none.json'))).toMatch(/none\.json/);
  expect(wrong('juggle')).toMatch(/juggle/);
});

test('every verb explains itself, and the rules are sound', () => {
  for (const verb of [['simulate'], ['replay'], ['rules'], ['rules', 'check']])
    expect(call(...verb, '--help')).toMatchObject({ code: 0 });
  const checked = call('rules', 'check', '--json');
  expect([checked.code, JSON.parse(checked.out).ok]).toEqual([0, true]);
});
