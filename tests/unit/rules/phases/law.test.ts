/** Phase 1, law: what was announced bites, what has run out ends. */
import { expect, test } from 'vitest';
import { BEIJING, EAST, enact, NVIDIA, october, ownOf, WASHINGTON, WEST, without } from '../situation.ts';
import { about, figures, lineIds, moved, phase } from './one-phase.ts';

const bare = (change: Parameters<typeof october>[0] = () => undefined) =>
  october((state) => {
    state.laws = {};
    state.turn = 3;
    change(state);
  });

test('a law bites in its turn, and is said to, once', () => {
  for (const [forceTurn, said] of [
    [2, 0],
    [3, 1],
    [4, 0],
  ] as const) {
    const turn = phase(
      'law',
      bare((state) => enact(state, 'tools', 'total', WASHINGTON, EAST, { forceTurn })),
    );
    expect(lineIds(turn).filter((id) => id === 'report.law.force')).toHaveLength(said);
    expect(Object.keys(turn.state.laws)).toHaveLength(1);
  }
});

test('a law ends with its last turn', () => {
  const until = (untilTurn: number) =>
    phase(
      'law',
      bare((state) => enact(state, 'tools', 'total', WASHINGTON, EAST, { untilTurn })),
    );
  expect(Object.keys(until(4).state.laws)).toHaveLength(1);
  expect(until(3).state.laws).toEqual({});
  expect(lineIds(until(3))).toEqual(['report.law.ended']);
});

test('a truce ends with its last turn', () => {
  const turn = phase(
    'law',
    bare((state) => {
      state.truces = [
        { blocs: [EAST, WEST], untilTurn: 3 },
        { blocs: [EAST, WEST], untilTurn: 4 },
      ];
    }),
  );
  expect(turn.state.truces).toEqual([{ blocs: [EAST, WEST], untilTurn: 4 }]);
  expect(lineIds(turn)).toEqual(['report.truce.ended']);
});

test('a court case that bites costs a tenth of last turn’s sales: 50,000 of 500,000', () => {
  const state = bare((now) => {
    enact(now, 'antitrust', 'ruling', BEIJING, NVIDIA, { forceTurn: 3 });
    ownOf(now, NVIDIA).salesByTurnKusd = [900_000, 500_000];
  });
  const turn = phase('law', state, { rules: figures({ 'antitrust-fine-share': 0.1 }) });
  expect(moved(turn, `actor:${NVIDIA}`, `actor:${BEIJING}`)).toBe(50_000);
  expect(about(turn, 'money')[0]?.audience).toBe('all');
});

test('without sanctions no law stands', () => {
  const turn = phase('law', october(), { rules: without('sanctions') });
  expect(turn.state.laws).toEqual({});
});
