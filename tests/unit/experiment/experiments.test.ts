/** Experiments: faults have their place, changes do what they say, verdicts follow the data, and workers change nothing. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runGroups } from '#server/cli/experiment-run.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { changedOrders, mergeChanges } from '#shared/experiment/change.ts';
import { designPoints } from '#shared/experiment/design.ts';
import { type Experiment, experimentSchema } from '#shared/experiment/experiment-file.ts';
import { groupOf, planGroups, reportOf } from '#shared/experiment/experiment-plan.ts';
import type { JobResult, UseCounts } from '#shared/experiment/job.ts';
import { judge } from '#shared/experiment/judge.ts';
import { elementaryEffects, morrisTrajectory } from '#shared/experiment/morris.ts';
import { readExperiment } from '#shared/experiment/read-experiment.ts';
import { planSensitivity } from '#shared/experiment/sensitivity.ts';
import { DESIGNS, type Method } from '#shared/experiment/sensitivity-designs.ts';
import type { TechMark } from '#shared/experiment/tech-marks.ts';
import { draw } from '#shared/util/keyed-random.ts';

const { ruleset } = await loadBaseRuleset();
const scenario =
  Object.keys(ruleset.scenarios).sort((a, b) => (ruleset.scenarios[a]?.turns ?? 0) - (ruleset.scenarios[b]?.turns ?? 0))[0] ?? '';
const bloc = Object.keys(ruleset.blocs).sort()[0] ?? '';
const [parameter = '', other = ''] = Object.keys(ruleset.parameters).sort();

const small = (extra: object = {}): Experiment =>
  experimentSchema.parse({
    id: 'small',
    title: 'Small',
    scenario,
    games: 3,
    maxTurns: 1,
    arms: { plain: {}, idle: { orders: [{ seat: '*', drop: ['train', 'research', 'buy'] }] } },
    figures: { score: { figure: 'bloc-score', of: bloc } },
    verdict: { is: 'apart', figure: 'score', control: 'plain', treated: 'idle' },
    ...extra,
  });

const at = (text: string): string[] =>
  readExperiment('e.jsonc', text, ruleset).diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`);

test('faults of a file have their line and column', () => {
  const head = `{\n  "id": "x", "title": "X", "scenario": "${scenario}", "games": 4,\n`;
  expect(at(`${head}  "arms": { "a": {} }\n}`)).toEqual([]);
  expect(at(`${head}  "arms": { "a": { "colour": 1 } }\n}`)).toEqual(['3:20 M003']);
  expect(at(`${head}  "arms": { "a": {} },\n  "figures": { "f": { "figure": "nonsense" } }\n}`)).toEqual(['4:33 M005']);
  expect(at(`${head}  "arms": { "a": { "parameters": {\n "x:no": 1 } } }\n}`)).toEqual(['4:10 M006']);
  expect(at(`${head}  "arms": { "a": { "orders": [{ "seat": "*", "add": [{ "kind": "train" }] }] } }\n}`)).toHaveLength(1);
  expect(
    at(`${head}  "arms": { "a": {} },\n  "verdict": { "is": "apart", "figure": "f", "control": "a", "treated": "b" }\n}`),
  ).toEqual(['4:14 M006', '4:41 M006']);
  expect(at('{ "id": ')).toEqual(['1:9 M001']);
});

test('the examples of the guide are sound', () => {
  const guide = readFileSync(new URL('../../../docs/experiments.md', import.meta.url), 'utf8');
  const [file = '', vary = ''] = [...guide.matchAll(/```jsonc\n([\s\S]*?)```/g)].map(([, text]) => text);
  expect(at(file)).toEqual([]);
  expect(at(file.replace('"arms"', `${vary.trimEnd()},\n"arms"`))).toEqual([]);
});

test('a change of orders takes kinds out and puts orders first, in its turns only', () => {
  const change = changedOrders({
    orders: [{ seat: 'a:b', from: 2, to: 3, drop: ['buy'], add: [{ kind: 'train', turns: 1 }] }],
  });
  const own = [{ kind: 'buy' }, { kind: 'hire' }];
  expect(change?.(0, 'a:b', own)).toEqual(own);
  expect(change?.(1, 'a:b', own).map(({ kind }) => kind)).toEqual(['train', 'hire']);
  expect(change?.(2, 'a:c', own)).toEqual(own);
  expect(change?.(3, 'a:b', own)).toEqual(own);
  expect(mergeChanges({ bots: { 'a:b': 'easy' } }, { bots: { 'a:c': 'hard' } }).bots).toEqual({ 'a:b': 'easy', 'a:c': 'hard' });
});

const result = (score: number): JobResult => ({
  seed: '',
  hash: String(score),
  turns: 1,
  ended: 'time',
  winner: null,
  winningBloc: null,
  values: { score },
});
const evidence = (arms: Record<string, number[]>) => ({
  results: (arm: string) => (arms[arm] ?? []).map(result),
  markOf: () => null,
  historyChecks: () => [],
});

test('verdicts follow the data, and say when chance may explain them', () => {
  const scores = evidence({ a: [1, 2, 3, 4], b: [2, 3.1, 4, 5.1], c: [1, 0, 1, 0], d: [1, 2, 3, 4] });
  const effect = { figure: 'score', control: 'a', treated: 'b', than: 0 };
  expect(judge({ is: 'above', ...effect }, scores)).toMatchObject({ holds: true, certain: true, games: 4 });
  expect(judge({ is: 'below', ...effect }, scores)).toMatchObject({ holds: false, certain: true });
  expect(judge({ is: 'above', ...effect, treated: 'd' }, scores)).toMatchObject({ holds: false, effect: 0, interval: [0, 0] });
  expect(judge({ is: 'within', figure: 'score', arm: 'c', low: 0.45, high: 0.55 }, scores)).toMatchObject({
    holds: true,
    certain: false,
    effect: 0.5,
  });
  expect(judge({ is: 'same', control: 'a', treated: 'd' }, scores).holds).toBe(true);
  expect(judge({ is: 'same', control: 'a', treated: 'b' }, scores).holds).toBe(false);
  expect(judge({ is: 'best', figure: 'score', arm: 'b', among: ['a', 'd'] }, scores).holds).toBe(true);
  expect(judge({ is: 'always', figure: 'score', arm: 'c', value: 1 }, scores).holds).toBe(false);
  const both = [
    { is: 'above' as const, ...effect },
    { is: 'below' as const, ...effect },
  ];
  expect(judge({ is: 'all', of: both }, scores).holds).toBe(false);
  expect(judge({ is: 'any', of: both }, scores).holds).toBe(true);
});

test('useless and a must are told by enough seats, and a road may be learned by all', () => {
  const marks: Record<string, TechMark> = { road: 'road', lonely: 'road', begin: 'start' };
  const uses = { must: 90, road: 90, begin: 90, lonely: 0, fair: 45, seldom: 2 };
  const techs: UseCounts = { few: [60, 0, 60, 0] };
  for (const [id, using] of Object.entries(uses)) techs[id] = [90, using, 270, using];
  const found = judge(
    { is: 'used', what: 'techs', arm: 'a', low: 0.05, high: 0.95 },
    { ...evidence({}), results: () => [{ ...result(1), use: { techs, orders: {} } }], markOf: (tech) => marks[tech] ?? null },
  );
  expect(found.details?.map((line) => line.split(':')[0])).toEqual(['lonely', 'must', 'seldom']);
  expect(found.holds).toBe(false);
});

test('designs: a factorial has all levels, a sample covers each range evenly', () => {
  const factors = {
    number: { parameter, range: [0, 1], steps: 3 },
    level: { levels: { on: {}, off: { systems: { pressure: false } } } },
  };
  const full = designPoints(small({ vary: { design: 'factorial', factors } }), ruleset);
  expect(new Set(full.map(({ name }) => name)).size).toBe(full.length);
  expect(full.filter(({ levels }) => levels.level === 'off')).toHaveLength(full.length / 2);
  const range = {
    real: {
      parameter: Object.keys(ruleset.parameters).find((id) => !Number.isInteger(ruleset.parameters[id]?.value)),
      range: [0, 10],
    },
  };
  const sampled = designPoints(small({ vary: { design: 'sampled', samples: 10, factors: range } }), ruleset);
  expect(sampled.map(({ levels }) => Math.floor(Number(levels.real))).sort((a, b) => a - b)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});

test('Morris finds the effects of a known function', () => {
  const walks = Array.from({ length: 6 }, (_, number) => morrisTrajectory(3, 'test', number));
  for (const { points } of walks)
    for (const share of points.flat()) expect(share >= -1e-9 && share <= 1 + 1e-9, String(share)).toBe(true);
  const [linear, twisted, idle] = elementaryEffects(
    walks,
    walks.map(({ points }) => points.map(([a = 0, b = 0]) => 3 * a + b * b)),
  );
  expect(linear?.muStar).toBeCloseTo(3);
  expect(linear?.sigma).toBeCloseTo(0);
  expect(twisted?.muStar).toBeGreaterThan(0.5);
  expect(twisted?.sigma).toBeGreaterThan(0);
  expect(idle).toMatchObject({ mu: 0, muStar: 0 });
});

test('the same results with one thread and with two, and the report carries them', async () => {
  const experiment = small();
  const planned = planGroups(experiment, ruleset);
  const groups = planned.map(({ group }) => group);
  const one = await runGroups(groups, { games: 3, workers: 1, fresh: true });
  const two = await runGroups(groups, { games: 3, workers: 2, fresh: true });
  expect(two).toEqual(one);
  expect(new Set(one.flat().map(({ seed }) => seed)).size).toBe(3);
  const report = reportOf(experiment, planned, one, { markOf: () => null, historyChecks: () => [] });
  expect(report).toMatchObject({ id: 'small', games: 3, ablation: null });
  expect(report.points[0]?.arms.map(({ arm }) => arm)).toEqual(['plain', 'idle']);
});

test('an experiment that was stopped goes on where it was', async () => {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'chokepoint-cache-'));
  const [group] = planGroups(small(), ruleset).map((planned) => planned.group);
  if (group === undefined) throw new Error('no group');
  const played = await runGroups([group], { games: 2, workers: 1, cacheFolder });
  const [name = ''] = readdirSync(cacheFolder);
  const kept = readFileSync(join(cacheFolder, name), 'utf8').trim().split('\n');
  expect(kept).toHaveLength(2);
  // The first line is marked, the second cut off as by a stop while it was written.
  const marked = kept.map((line) => line.replace(/"turns":\d+/, '"turns":99'));
  writeFileSync(join(cacheFolder, name), `${marked[0]}\n${marked[1]?.slice(0, -20)}\n`);
  const again = await runGroups([group], { games: 3, workers: 1, cacheFolder });
  expect(again[0]?.map(({ turns }) => turns)).toEqual([99, 1, 1]);
  expect(again[0]?.[1]).toEqual(played[0]?.[1]);
  rmSync(cacheFolder, { recursive: true });
});

test('sensitivity plans both ends of each range, each step of each trajectory, and each point of a sample', () => {
  const groups = (method: Method) =>
    planSensitivity(small(), ruleset, { method, parameters: [parameter, other], samples: 3 })?.groups ?? [];
  expect(groups('oat')).toHaveLength(2 * 2 * 2);
  expect(groups('morris')).toHaveLength(3 * 3 * 2);
  expect(groups('sampled')).toHaveLength(3 * 2);
  expect(groups('oat')[0]?.change.parameters?.[parameter]).toBe(ruleset.parameters[parameter]?.min);
  expect(new Set(groups('sampled').map(({ series }) => series)).size).toBe(3);
  expect(groupOf(small(), 'idle').change.orders).toHaveLength(1);
});

test('main effects of a sample are found, with their intervals', () => {
  const { points, measure } = DESIGNS.sampled({ parameters: ['a', 'b', 'c'], samples: 200 }, 'test');
  const values = points.map(({ shares: { a = 0, b = 0 } }, number) => [5 * a - 2 * b + (draw('test', 'noise', number) - 0.5)]);
  const [a, b, c] = measure(values);
  expect(a?.effect).toBeCloseTo(5, 0);
  expect([a?.low, a?.high].every((end) => Math.abs((end ?? 0) - 5) < 0.5)).toBe(true);
  expect(b?.effect).toBeCloseTo(-2, 0);
  expect((c?.low ?? 1) < 0 && (c?.high ?? -1) > 0).toBe(true);
});
