/** Lobby: the next law of a lever becomes dearer or cheaper for a government. */
import { expect, test } from 'vitest';
import { causedBy, checked, EAST, NVIDIA, OPENAI, october, paidFor, play, reasonOf, WASHINGTON } from '../situation.ts';

const lobby = (side: 'for' | 'against', government = WASHINGTON) => ({ kind: 'lobby', government, lever: 'tools', side });
const law = { kind: 'announce', law: 'base:tools', setting: 'total', target: EAST };

test('two capital a step, six at most, gone with the law', () => {
  let state = october();
  // The turn itself may move the price, as when smuggled chips are seized.
  const without = checked(play(state, {}).state, WASHINGTON, law).cost.capital;
  const first = play(state, { [NVIDIA]: [lobby('against')] });
  expect(paidFor(first.ledger, NVIDIA, 'lobby')).toBe(checked(state, NVIDIA, lobby('against')).cost.kusd);
  expect(causedBy(first.ledger, NVIDIA, 'lobby').find((entry) => entry.topic === 'lobbying')?.amount).toBe(2);
  expect(checked(first.state, WASHINGTON, law).cost.capital).toBe(without + 2);
  state = first.state;
  for (let n = 0; n < 3; n += 1) state = play(state, { [NVIDIA]: [lobby('against')] }).state;
  expect(state.actors[WASHINGTON]?.open.lobbying).toEqual({ tools: 6 });
  expect(play(state, { [WASHINGTON]: [law] }).state.actors[WASHINGTON]?.open.lobbying).toEqual({ tools: 0 });
});

test('two sides cancel', () => {
  const { state } = play(october(), { [NVIDIA]: [lobby('against')], [OPENAI]: [lobby('for')] });
  expect(state.actors[WASHINGTON]?.open.lobbying).toEqual({ tools: 0 });
});

test('refuses whoever does not govern', () => {
  expect(reasonOf(october(), NVIDIA, lobby('for', OPENAI))).toBe('reject.unknown-actor');
});
