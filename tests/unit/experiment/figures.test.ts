/** Figures of experiments that are reckoned from a whole match, on matches made up for the purpose. */
import { expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { FIGURES } from '#shared/experiment/figure-catalogue.ts';
import type { MatchRecord } from '#shared/experiment/simulate.ts';

const { ruleset } = await loadBaseRuleset();
const at = { ruleset, of: 'x:behind', turns: undefined, unbalanced: 0 };

/** Best models of two blocs, points, turn by turn; the first row is the state before the first turn. */
const race = (ahead: readonly number[], behind: readonly number[]): MatchRecord => {
  const history = ahead.map((points, index) => ({
    turn: index - 1,
    blocs: { 'x:ahead': { bestMilli: points * 1000 }, 'x:behind': { bestMilli: (behind[index] ?? 0) * 1000 } },
  }));
  return { state: { history } } as unknown as MatchRecord;
};

test('the lag is the time since others had a model as good, between quarters too', () => {
  const lag = FIGURES['bloc-lag'].read;
  expect(lag(race([0, 10, 20, 30, 40], [0, 0, 0, 0, 20]), at)).toBe(6);
  expect(lag(race([0, 10, 20, 30, 40], [0, 0, 0, 0, 25]), at)).toBe(4.5);
  expect(lag(race([0, 10, 20], [0, 0, 20]), at)).toBe(0);
  expect(lag(race([0, 10, 20], [0, 0, 30]), at)).toBe(0);
  expect(lag(race([0, 10, 20, 30, 40], [0, 0, 10, 20, 20]), { ...at, turns: 2 })).toBe(3);
});

const model = (by: string, capabilityMilli: number, costKusd: number, turn: number) => ({
  by,
  capabilityMilli,
  costKusd,
  turn,
  releasedTurn: turn,
});
const shelf = (...models: object[]): MatchRecord =>
  ({ state: { models: Object.fromEntries(models.map((one, index) => [`m${index}`, one])) } }) as unknown as MatchRecord;

test('an underdog costs a tenth or less, is made in play, and is measured against what others had out by then', () => {
  const gap = FIGURES['underdog-gap'].read;
  const leader = model('x:rich', 90_000, 1000, 0);
  expect(gap(shelf(leader, model('x:poor', 87_000, 100, 1)), at)).toBe(3);
  expect(gap(shelf(leader, model('x:poor', 87_000, 101, 1)), at)).toBe(100);
  expect(gap(shelf(leader, model('x:poor', 87_000, 100, -1)), at)).toBe(100);
  expect(gap(shelf(leader, model('x:rich', 89_000, 100, 1)), at)).toBe(100);
  expect(gap(shelf(leader, model('x:rich', 99_000, 9000, 2), model('x:poor', 88_000, 100, 1)), at)).toBe(2);
  expect(FIGURES['underdog-reaches'].read(shelf(leader, model('x:poor', 86_000, 100, 1)), at)).toBe(1);
  expect(FIGURES['underdog-reaches'].read(shelf(leader, model('x:poor', 85_000, 100, 1)), at)).toBe(0);
});
