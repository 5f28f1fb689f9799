/** `branch` as it is called: bots of the recorded level answer as they did, and mistakes end with code 2 and name the choices. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { branch as branchCommand } from '#server/cli/branch.ts';
import { rulesetWith } from '#server/cli/mods.ts';
import { playGame } from '#server/cli/play-games.ts';
import type { MatchLog } from '#shared/replay/log.ts';

const MAIN = fileURLToPath(new URL('../../../server/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chokepoint-branch-'));
const file = join(folder, 'log.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function branch(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'branch', file, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

test('a branch of the command line', async () => {
  const { scenarios } = await rulesetWith();
  const turns = (id: string) => scenarios[id]?.turns ?? 0;
  const scenario = Object.keys(scenarios).sort((a, b) => turns(a) - turns(b))[0] ?? '';
  const seats = scenarios[scenario]?.seats ?? [];
  const bots = Object.fromEntries(seats.map((seat) => [seat, 'easy' as const]));
  const { log } = await playGame({ series: { scenario, seed: 'branch', bots }, index: 0 });
  writeFileSync(file, JSON.stringify(log));
  const recorded = (JSON.parse(readFileSync(file, 'utf8')) as MatchLog).records.flatMap((record) =>
    record.record === 'turn' ? [record.hash] : [],
  );
  const [seat = ''] = seats;

  const same = branch('--turn', '2', '--bots', '--json');
  expect(same.code, same.err).toBe(0);
  const { turn, original, branch: branched, causes } = JSON.parse(same.out);
  expect(turn).toBe(2);
  expect(branched.hashes.slice(1)).toEqual(recorded);
  expect(original.hashes).toEqual(branched.hashes);
  expect(causes).toEqual([]);

  const dropped = branch('--turn', '1', '--drop', `${seat}:1`, '--games', '2', '--json');
  expect(dropped.code, dropped.err).toBe(0);
  expect(JSON.parse(dropped.out).seats[seat].games).toBe(2);

  expect(branch('--turn', '99')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/no turn 99 .* 1 to \d+/) });
  const typed = { turn: '1', games: '1', drop: [], add: [], replace: [], mod: [] };
  for (const [changes, said] of [
    [{ drop: ['nobody:1'] }, /no seat "nobody"/],
    [{ drop: [`${seat}:12`] }, /no order 12/],
    [{ add: [`${seat}:{"kind":"dance"}`] }, /no known form/],
    [{ replace: [`${seat}:1:dance`] }, /SEAT:NUMBER:JSON/],
  ] as const)
    await expect(branchCommand(file, { ...typed, ...changes })).rejects.toThrow(said);
});
