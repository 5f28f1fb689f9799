/** Phase 12, reckoning: pressure, lost sales, escalation, the end by the strait, and the standing. */
import { expect, test } from 'vitest';
import { blamedBloc } from '#shared/rules/scoring/blame.ts';
import type { Turn } from '#shared/rules/turn.ts';
import { actorOf, BEIJING, capitalOf, EAST, NVIDIA, october, ruleset, WASHINGTON, WEST } from '../situation.ts';
import { about, figures, lineIds, phase } from './one-phase.ts';

const RULES = figures({
  'pressure-move': 0.3,
  'pressure-bend': 1,
  'escalation-most-per-turn': 15,
  'lost-sales-kusd-per-capital': 1_000_000,
  'lost-sales-most-capital': 3,
});
const at = (escalation: number, change: Parameters<typeof october>[0] = () => undefined) =>
  october((state) => {
    state.escalation = escalation;
    change(state);
  });
const raised =
  (...points: number[]) =>
  (turn: Turn): void => {
    for (const one of points)
      turn.scratch.escalation.push({ by: null, points: one, cause: { kind: 'rule', id: 'rule.seizure' } });
  };

test.each([
  [30, 800, 45],
  [30, 300, 30],
  [62, 200, 49],
  [30, 320, 31],
  [99, 1000, 100],
])('pressure %i moves three tenths of the way to the %i that are denied: %i', (pressure, deniedPermille, after) => {
  const state = at(20, (now) => Object.assign(now.blocs[EAST]?.open ?? {}, { pressure, deniedPermille }));
  expect(phase('reckoning', state, { rules: RULES }).state.blocs[EAST]?.open).toMatchObject({
    pressure: after,
    pressureBefore: pressure,
  });
});

test.each([
  [0, 800, 19],
  [0, 400, 5],
  [0, 1000, 30],
])(
  'a bend of 2 bears a small part denied and makes much of the last: pressure %i, %i denied, then %i',
  (pressure, deniedPermille, after) => {
    const state = at(20, (now) => Object.assign(now.blocs[EAST]?.open ?? {}, { pressure, deniedPermille }));
    const rules = figures({ 'pressure-move': 0.3, 'pressure-bend': 2 });
    expect(phase('reckoning', state, { rules }).state.blocs[EAST]?.open.pressure).toBe(after);
  },
);

test('a quiet turn calms by a point; what raises it adds up, to fifteen at most; calm is taken off', () => {
  const end = (...points: number[]) => phase('reckoning', at(40), { rules: RULES, before: raised(...points) }).state.escalation;
  expect(end()).toBe(39);
  expect(end(3, 8)).toBe(51);
  expect(end(8, 8, 8)).toBe(55);
  expect(end(3, -8)).toBe(35);
  expect(end(-8)).toBe(31);
});

test('the causes of a change add up to it, also at the ends of the track', () => {
  for (const [from, points] of [
    [40, [8, 8, 8]],
    [95, [8, 8]],
    [2, [-8]],
  ] as const) {
    const turn = phase('reckoning', at(from), { rules: RULES, before: raised(...points) });
    const [entry] = about(turn, 'escalation').filter((item) => item.amount !== 0 && item.causes.some((cause) => cause.amount));
    expect(entry?.causes.reduce((sum, cause) => sum + (cause.amount ?? 0), 0)).toBe((entry?.after ?? 0) - (entry?.before ?? 0));
  }
});

test('at the top the strait closes and nobody goes on', () => {
  const closed = phase('reckoning', at(95), { rules: RULES, before: raised(8) });
  expect(closed.state).toMatchObject({ escalation: 100, ended: 'strait' });
  expect(lineIds(closed)).toContain('report.strait');
  expect(phase('reckoning', at(91), { rules: RULES, before: raised(8) }).state.ended).toBe('no');
});

test('who pushed most since 50 has lost; before 50, and where both pushed alike, nobody is blamed', () => {
  const pushed =
    (...list: [string, number][]) =>
    (turn: Turn): void => {
      for (const [by, points] of list) turn.scratch.escalation.push({ by, points, cause: { kind: 'rule', id: 'rule.seizure' } });
    };
  const first = phase('reckoning', at(49), { rules: RULES, before: pushed([WEST, 8]) }).state;
  expect(first.escalationBy).toEqual({});
  const second = phase('reckoning', first, { rules: RULES, before: pushed([WEST, 8], [EAST, 3]) }).state;
  expect(second.escalationBy).toEqual({ [WEST]: 8, [EAST]: 3 });
  expect(blamedBloc(second)).toBeNull();
  second.escalation = 95;
  const close = (...list: [string, number][]) => phase('reckoning', second, { rules: RULES, before: pushed(...list) });
  const level = close([EAST, 5]);
  expect(level.state).toMatchObject({ ended: 'strait', escalationBy: { [WEST]: 8, [EAST]: 8 } });
  expect(blamedBloc(level.state)).toBeNull();
  expect(lineIds(level)).toContain('report.strait');
  const east = close([EAST, 8]);
  expect(blamedBloc(east.state)).toBe(EAST);
  expect(lineIds(east)).toContain('report.strait.blamed');
  // Its seats lose as many points as a winner's would gain, and nobody gains any.
  const scores = (turn: Turn, seat: string) => turn.state.history.at(-1)?.actors[seat]?.score ?? 0;
  const points = ruleset.scenarios['base:october-rule']?.weights.winningBlocPoints ?? Number.NaN;
  expect(scores(level, BEIJING) - scores(east, BEIJING)).toBeCloseTo(points, 1);
  expect(scores(level, WASHINGTON)).toBe(scores(east, WASHINGTON));
});

test('at 50 allies worry: each alignment falls by five, once', () => {
  const state = at(48, (now) => {
    now.alignment = { 'base:japan': { [EAST]: 3, 'base:washington': 60 } };
  });
  const crossed = phase('reckoning', state, { rules: RULES, before: raised(3) }).state;
  expect(crossed.alignment).toEqual({ 'base:japan': { [EAST]: 0, 'base:washington': 55 } });
  crossed.escalation = 55;
  expect(phase('reckoning', crossed, { rules: RULES, before: raised(3) }).state.alignment).toEqual(crossed.alignment);
});

test('2.9 billion of lost sales cost its government two of capital, ten billion three at most', () => {
  const paid = (kusd: number) => {
    const state = at(20, (now) => {
      actorOf(now, WASHINGTON).open.capital = 20;
    });
    const turn = phase('reckoning', state, {
      rules: RULES,
      before: (now) => {
        now.scratch.lostSalesKusd = { [NVIDIA]: kusd };
      },
    });
    return 20 - capitalOf(turn.state, WASHINGTON);
  };
  expect([paid(900_000), paid(2_900_000), paid(10_000_000)]).toEqual([0, 2, 3]);
});

test('the standing of the turn is kept, blocs sharing 100 points', () => {
  const state = at(20);
  const { history } = phase('reckoning', state, { rules: RULES }).state;
  expect(history).toHaveLength(state.history.length + 1);
  const last = history[history.length - 1];
  expect(last?.turn).toBe(0);
  const sum = Object.values(last?.blocs ?? {}).reduce((total, bloc) => total + bloc.score, 0);
  expect(Math.abs(sum - 100)).toBeLessThanOrEqual(0.2);
  expect(Object.keys(last?.actors ?? {})).toEqual([...state.seats].sort());
});
