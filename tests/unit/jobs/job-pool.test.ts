/** Jobs give the same results on any number of threads, in the order of their inputs, and say why they failed. */
import { beforeAll, expect, test } from 'vitest';
import { JobFailure, type JobInput, JobPool, runAll } from '#server/cli/job-pool.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';

type Game = JobInput<'seriesGame'>;
let inputs: Game[] = [];
beforeAll(async () => {
  const { ruleset } = await loadBaseRuleset();
  const turns = (id: string) => ruleset.scenarios[id]?.turns ?? 0;
  const scenario = Object.keys(ruleset.scenarios).sort((a, b) => turns(a) - turns(b))[0] ?? '';
  const bots = Object.fromEntries((ruleset.scenarios[scenario]?.seats ?? []).map((seat) => [seat, 'easy' as const]));
  inputs = Array.from({ length: 4 }, (_, index) => ({ series: { scenario, seed: 'pool', bots }, index }));
});

const atFault = (game: Game): Game => ({ ...game, series: { ...game.series, mods: ['/no/such/folder'] } });

test('three threads, one and none give the same results in the same order', async () => {
  const done: number[] = [];
  const none = await runAll('seriesGame', inputs, { threads: 0, onDone: (at) => done.push(at) });
  expect(done.sort()).toEqual([0, 1, 2, 3]);
  expect(new Set(none.map(({ hash }) => hash)).size).toBe(4);
  expect(await runAll('seriesGame', inputs, { threads: 1 })).toEqual(none);
  expect(await runAll('seriesGame', inputs, { threads: 3 })).toEqual(none);
});

test.each([0, 2])('a job that fails on %i threads is told with its cause', async (threads) => {
  const game = atFault(inputs[1] as Game);
  const failure = await runAll('seriesGame', [inputs[0] as Game, game], { threads }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(JobFailure);
  expect((failure as Error).message).toMatch(/^The job seriesGame of .* failed: The folder "\/no\/such\/folder" can't be read/);
  expect((failure as Error).cause).toBeInstanceOf(Error);
});

test.each([0, 1])('the first job that fails on %i threads ends those after it', async (threads) => {
  const done: number[] = [];
  const [first, second] = [atFault(inputs[0] as Game), inputs[1] as Game];
  const all = runAll('seriesGame', [first, second, second], { threads, onDone: (at) => done.push(at) });
  await expect(all).rejects.toThrow(JobFailure);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(done).toEqual([]);
});

test('a pool plays on after a job that failed', async () => {
  const pool = new JobPool(1);
  try {
    const game = inputs[0] as Game;
    await expect(pool.run('seriesGame', atFault(game))).rejects.toThrow(JobFailure);
    expect((await pool.run('seriesGame', game)).turns).toBeGreaterThan(0);
  } finally {
    await pool.close();
  }
});
