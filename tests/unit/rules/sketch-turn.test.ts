/** A sketched turn is the turn itself, but for ledger, deals, the map's flows and the resilience that it leaves as it stood. */
import { expect, test } from 'vitest';
import type { Order } from '#shared/rules/order-kind.ts';
import { resolve, sketchTurn } from '#shared/rules/resolve.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { DEEPSEEK, later, NVIDIA, october, ruleset } from './situation.ts';

/** The state without what depends on the stress test, and without the map's flows. */
function withoutScores(state: MatchState): object {
  const { history: _history, debrief: _debrief, flows: _flows, ...rest } = state;
  return rest;
}

test('stocks, models and laws come out as in the real turn', () => {
  const before = later(october(), 2);
  const orders: Record<string, Order[]> = {
    [DEEPSEEK]: [
      { kind: 'train', name: 'V9', sharePermille: 500, turns: 1 },
      { kind: 'hire', people: 5, source: 'pool' },
    ],
    [NVIDIA]: [{ kind: 'reserve', input: 'packaging', units: 1000 }],
  };
  const real = resolve(ruleset, before, { orders, deals: [] }).state;
  const sketch = structuredClone(before);
  sketchTurn(ruleset, sketch, orders);
  expect(withoutScores(sketch)).toEqual(withoutScores(real));
  expect(sketch.history).toHaveLength(real.history.length);
});

test('a seat that orders nothing has its score, and nobody else has one', () => {
  const state = later(october(), 2);
  sketchTurn(ruleset, state, { [DEEPSEEK]: [] });
  const row = state.history.at(-1);
  expect(row?.actors[DEEPSEEK]?.score).toBeGreaterThan(0);
  expect(row?.actors[NVIDIA]?.score).toBe(0);
});

test('resilience stays as it stood, and the last turn ends the match', () => {
  const state = later(october(), 3);
  const bloc = (now: MatchState) => Object.values(now.history.at(-1)?.blocs ?? {}).map((row) => row.resilience);
  const stood = bloc(state);
  sketchTurn(ruleset, state, {});
  expect(bloc(state)).toEqual(stood);
  for (let n = 0; n < 20 && state.ended === 'no'; n += 1) sketchTurn(ruleset, state, {});
  expect(state).toMatchObject({ ended: 'time', turn: state.lengthTurns });
  const over = structuredClone(state);
  sketchTurn(ruleset, state, {});
  expect(state).toEqual(over);
});
