/** Phase 8, research: programmes move on by their speed and end in a technology. */
import { expect, test } from 'vitest';
import { researchSpeed } from '#shared/rules/research.ts';
import { BEIJING, DEEPSEEK, EAST, october, ownOf, QWEN, ruleset, without } from '../situation.ts';
import { about, phase } from './one-phase.ts';

const TECH = 'base:latent-attention';
const programme = (donePermille: number, computePermille = 0) => ({
  startedTurn: 0,
  donePermille,
  paidKusd: 16_000,
  talent: 20,
  computePermille,
});
const under = (donePermille: number, computePermille = 0) =>
  october((state) => {
    delete ownOf(state, DEEPSEEK).techs[TECH];
    ownOf(state, DEEPSEEK).programmes = { [TECH]: programme(donePermille, computePermille) };
  });
const tech = ruleset.techs[TECH];
if (tech === undefined) throw new RangeError('no technology');

test('moves on by its speed; experiments are faster and bind compute', () => {
  const steady = researchSpeed({ ruleset, state: under(0) }, DEEPSEEK, tech, { computePermille: 0, joint: false }).permille;
  const full = researchSpeed({ ruleset, state: under(0) }, DEEPSEEK, tech, { computePermille: 200, joint: false }).permille;
  expect(ownOf(phase('research', under(100)).state, DEEPSEEK).programmes[TECH]?.donePermille).toBe(100 + steady);
  const turn = phase('research', under(100, 200));
  expect(ownOf(turn.state, DEEPSEEK).programmes[TECH]?.donePermille).toBe(100 + full);
  expect(full).toBeGreaterThan(steady);
  expect(turn.scratch.boundPermille).toEqual({ [DEEPSEEK]: 200 });
  expect(about(turn, 'flop', DEEPSEEK)).toHaveLength(1);
});

test('done, it is known from this turn on, secretly, and the programme ends', () => {
  const state = under(999);
  state.turn = 3;
  const turn = phase('research', state);
  expect(ownOf(turn.state, DEEPSEEK).techs[TECH]).toBe(3);
  expect(ownOf(turn.state, DEEPSEEK).programmes).toEqual({});
  expect(turn.scratch.learned).toEqual([{ actor: DEEPSEEK, tech: TECH }]);
  for (const entry of about(turn, 'research')) expect(entry.audience).toEqual([DEEPSEEK]);
});

test('what helps the whole bloc is noted for it, with who brought it', () => {
  const helpful = Object.values(ruleset.techs).find(
    (item) => item.sharedInBloc && !item.mark?.includes('start') && (ruleset.branches[item.branch]?.roles.length ?? 0) > 0,
  );
  if (helpful === undefined) throw new RangeError('no shared technology');
  const seat = ruleset.branches[helpful.branch]?.roles.includes('base:government') ? BEIJING : DEEPSEEK;
  const state = october((now) => {
    delete now.blocs[EAST]?.shared.techs[helpful.id];
    delete ownOf(now, seat).techs[helpful.id];
    ownOf(now, seat).programmes = { [helpful.id]: programme(999) };
  });
  expect(phase('research', state).state.blocs[EAST]?.shared.techs[helpful.id]).toBe(seat);
});

test('joint work of two is faster for both', () => {
  const state = under(0);
  ownOf(state, QWEN).programmes = { [TECH]: programme(0) };
  delete ownOf(state, QWEN).techs[TECH];
  const joint = structuredClone(state);
  joint.deals.j = {
    id: 'j',
    parties: [DEEPSEEK, QWEN],
    signedTurn: 0,
    untilTurn: 3,
    terms: [{ term: 'joint-research', from: DEEPSEEK, to: QWEN, tech: TECH }],
    broken: false,
  };
  for (const seat of [DEEPSEEK, QWEN]) {
    const done = (from: typeof state) => ownOf(phase('research', from).state, seat).programmes[TECH]?.donePermille ?? 0;
    expect(done(joint)).toBeGreaterThan(done(state));
  }
});

test('without research nothing moves', () => {
  const turn = phase('research', under(999), { rules: without('research') });
  expect(ownOf(turn.state, DEEPSEEK).programmes[TECH]?.donePermille).toBe(999);
});
