/** Phase 3, state: capital comes in and laws cost upkeep; without capital the dearest law lapses; alliances fade. */
import { expect, test } from 'vitest';
import { actorOf, BEIJING, capitalOf, EAST, enact, october, ruleset, WASHINGTON, WEST } from '../situation.ts';
import { about, figures, lineIds, phase } from './one-phase.ts';

const RULES = figures({ 'capital-per-turn': 8, 'capital-most': 60, 'alignment-rest': 40 });
const upkeep = (law: string): number => ruleset.laws[`base:${law}`]?.upkeepCapital ?? Number.NaN;

const government = (capital: number, change: Parameters<typeof october>[0] = () => undefined) =>
  october((state) => {
    state.laws = {};
    actorOf(state, WASHINGTON).open.capital = capital;
    actorOf(state, WASHINGTON).open.enforcement = {};
    change(state);
  });

test('10 and 8 more, less upkeep of a law and of two steps of enforcement', () => {
  const state = government(10, (now) => {
    enact(now, 'tools', 'total', WASHINGTON, EAST);
    actorOf(now, WASHINGTON).open.enforcement = { 'base:singapore': 2 };
  });
  const turn = phase('state', state, { rules: RULES });
  expect(capitalOf(turn.state, WASHINGTON)).toBe(10 + 8 - upkeep('tools') - 2);
  const [entry] = about(turn, 'capital', WASHINGTON);
  expect(entry?.causes.reduce((sum, cause) => sum + (cause.amount ?? 0), 0)).toBe((entry?.after ?? 0) - (entry?.before ?? 0));
});

test('a law that does not bite yet costs no upkeep, and no more than 60 is kept', () => {
  const coming = government(10, (state) => enact(state, 'tools', 'total', WASHINGTON, EAST, { forceTurn: 2 }));
  expect(capitalOf(phase('state', coming, { rules: RULES }).state, WASHINGTON)).toBe(18);
  expect(capitalOf(phase('state', government(57), { rules: RULES }).state, WASHINGTON)).toBe(60);
});

test('below nothing the dearest law lapses, and capital is nothing', () => {
  const poor = government(0, (state) => {
    enact(state, 'tools', 'total', WASHINGTON, EAST);
    enact(state, 'entity', 'listed', WASHINGTON, 'base:huawei');
    actorOf(state, WASHINGTON).open.enforcement = { 'base:singapore': 5 };
  });
  const turn = phase('state', poor, { rules: figures({ 'capital-per-turn': 5 }) });
  const costs = ['tools', 'entity'].map((law) => ruleset.laws[`base:${law}`]?.capital ?? 0);
  expect(costs[0]).toBeGreaterThan(costs[1] ?? 0);
  expect(Object.values(turn.state.laws).map((law) => law.law)).toEqual(['base:entity']);
  expect(capitalOf(turn.state, WASHINGTON)).toBe(0);
  expect(lineIds(turn)).toContain('report.law.lapsed');
  // What can't be paid for is enforced a step less.
  expect(actorOf(turn.state, WASHINGTON).open.enforcement).toEqual({ 'base:singapore': 4 });
});

test('allies fade by a point a turn down to their rest', () => {
  const state = government(10, (now) => {
    now.alignment = { 'base:netherlands': { [WEST]: 55, [EAST]: 41 }, 'base:japan': { [WEST]: 40, [EAST]: 12 } };
  });
  expect(phase('state', state, { rules: RULES }).state.alignment).toEqual({
    'base:netherlands': { [WEST]: 54, [EAST]: 40 },
    'base:japan': { [WEST]: 40, [EAST]: 12 },
  });
});

test('each government has its own', () => {
  const turn = phase(
    'state',
    government(10, (state) => (actorOf(state, BEIJING).open.capital = 20)),
    { rules: RULES },
  );
  expect([capitalOf(turn.state, WASHINGTON), capitalOf(turn.state, BEIJING)]).toEqual([18, 28]);
});
