/** Phase 10, release: the commons fade, the board stays readable. */
import { expect, test } from 'vitest';
import { addToCommons, retireModels } from '#shared/rules/phases/release.ts';
import { startTurn } from '#shared/rules/turn.ts';
import { DEEPSEEK, EAST, META, october, ruleset, WEST, without } from '../situation.ts';
import { figures, phase } from './one-phase.ts';

test('the gauge of each bloc fades by its share: 50 to 47, 3 to 2', () => {
  const state = october((now) => {
    Object.assign(now.blocs[EAST]?.open ?? {}, { commonsGauge: 50 });
    Object.assign(now.blocs[WEST]?.open ?? {}, { commonsGauge: 3 });
  });
  const { blocs } = phase('release', state, { rules: figures({ 'commons-fade': 0.05 }) }).state;
  expect([blocs[EAST]?.open.commonsGauge, blocs[WEST]?.open.commonsGauge]).toEqual([47, 2]);
});

test('a publisher is named once, in order', () => {
  const turn = startTurn(ruleset, october(), [], []);
  turn.state.commons = {};
  for (const lab of [META, DEEPSEEK, META]) addToCommons(turn, 'base:latent-attention', lab);
  expect(turn.state.commons).toEqual({ 'base:latent-attention': [DEEPSEEK, META] });
  const off = startTurn(without('open-source'), october(), [], []);
  off.state.commons = {};
  addToCommons(off, 'base:latent-attention', META);
  expect(off.state.commons).toEqual({});
});

test('a lab keeps its three best on the board, and its best open one', () => {
  const state = october();
  const [any] = Object.values(state.models);
  if (any === undefined) throw new RangeError('no model');
  state.models = {};
  for (const [id, capabilityMilli, open] of [
    ['a', 10_000, true],
    ['b', 20_000, true],
    ['c', 30_000, false],
    ['d', 40_000, false],
    ['e', 50_000, false],
  ] as const)
    state.models[id] = { ...any, id, by: META, capabilityMilli, open };
  state.models.other = { ...any, id: 'other', by: DEEPSEEK };
  const turn = startTurn(ruleset, state, [], []);
  retireModels(turn, META);
  expect(Object.keys(turn.state.models).sort()).toEqual(['b', 'c', 'd', 'e', 'other']);
});
