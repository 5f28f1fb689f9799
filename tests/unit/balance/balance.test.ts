/** The balance report counts what was played: shares with sound intervals, and flags only for what is outside the goals. */
import { beforeAll, expect, test } from 'vitest';
import { playGame } from '#server/cli/play-games.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { balanceReport } from '#shared/experiment/balance.ts';
import { shareOf } from '#shared/experiment/balance-interval.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';

let ruleset: Ruleset;
let scenario = '';
beforeAll(async () => {
  ({ ruleset } = await loadBaseRuleset());
  const turns = (id: string) => ruleset.scenarios[id]?.turns ?? 0;
  scenario = Object.keys(ruleset.scenarios).sort((a, b) => turns(a) - turns(b))[0] ?? '';
});

test('Wilson intervals agree with the book', () => {
  const half = shareOf(20, 40);
  expect([half.low, half.high].map((value) => value.toFixed(3))).toEqual(['0.352', '0.648']);
  const none = shareOf(0, 10);
  expect([none.low, none.high].map((value) => value.toFixed(3))).toEqual(['0.000', '0.278']);
  expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1 });
});

test('a watched game plays as an unwatched one, and its choices were possible', async () => {
  const series = { scenario, seed: 'balance-test', bots: {} };
  const plain = await playGame({ series, index: 1 });
  const { watched, ...game } = await playGame({ series: { ...series, watch: true }, index: 1 });
  expect(game).toEqual(plain);
  const choices = Object.values(watched?.orders ?? {}).flatMap((byKind) => Object.values(byKind));
  expect(choices.length).toBeGreaterThan(50);
  for (const { possible, chosen } of choices) {
    expect(chosen).toBeLessThanOrEqual(possible);
    expect(possible).toBeLessThanOrEqual(game.turns);
  }
  const report = balanceReport(ruleset, scenario, 'normal', [{ ...game, watched }]);
  expect(report.blocs.reduce((sum, { wins }) => sum + wins.count, 0)).toBe(game.winningBloc === null ? 0 : 1);
  expect(report.seats.reduce((sum, { wins }) => sum + wins.count, 0)).toBe(game.winner === null ? 0 : 1);
  expect(report.orders.find(({ id }) => id === 'research')?.used.share).toBeGreaterThan(0);
});

test('an even split is not flagged; a lopsided one is, and surely when the interval excludes the goal', () => {
  const blocs = Object.keys(ruleset.blocs).sort();
  const [first = '', second = ''] = blocs;
  const games = (won: number) =>
    Array.from({ length: 200 }, (_, at) => ({
      turns: 8,
      winner: null,
      winningBloc: at < won ? first : second,
      scores: {},
      blocScores: { [first]: 50, [second]: 50 },
      ended: 'time',
    }));
  const flags = (won: number) =>
    balanceReport(ruleset, scenario, 'normal', games(won)).flags.map(({ goal, certain }) => [goal, certain]);
  expect(flags(100)).toEqual([]);
  expect(flags(113)).toEqual([
    ['bloc-wins', false],
    ['bloc-wins', false],
  ]);
  expect(flags(160)).toEqual([
    ['bloc-wins', true],
    ['bloc-wins', true],
  ]);
});
