/** Train: a share of the compute works on a model for some turns; what comes out is what was forecast, give or take luck. */
import { expect, test } from 'vitest';
import { trainForecast } from '#shared/rules/orders/train.ts';
import { checked, DEEPSEEK, knownTo, october, ownOf, play, reasonOf } from '../situation.ts';

const train = (sharePermille: number, turns = 1, name = 'V9') => ({ kind: 'train' as const, name, sharePermille, turns });

test('a run of one turn leaves a secret model near its forecast, and costs what it said', () => {
  const before = october();
  const forecast = trainForecast(knownTo(before, DEEPSEEK), train(500));
  const { state, ledger } = play(before, { [DEEPSEEK]: [train(500)] });
  const [model] = Object.values(ownOf(state, DEEPSEEK).models);
  expect(model).toMatchObject({ name: 'V9', by: DEEPSEEK });
  expect(Math.abs((model?.capabilityMilli ?? 0) - forecast)).toBeLessThan(3000);
  expect(ownOf(state, DEEPSEEK).run).toBeNull();
  expect(Object.values(state.models).some((one) => one.name === 'V9')).toBe(false);
  const paid = ledger
    .filter((entry) => entry.topic === 'money' && entry.from === `actor:${DEEPSEEK}` && entry.to === 'world:power')
    .reduce((sum, entry) => sum + entry.amount, 0);
  // What is paid is for the compute that there is after installing, which the plan can't know to the last chip.
  const said = checked(before, DEEPSEEK, train(500)).cost.kusd;
  expect(paid / said).toBeGreaterThan(0.9);
  expect(paid / said).toBeLessThan(1.1);
});

test('a longer run goes on by itself and holds the others up', () => {
  const { state } = play(october(), { [DEEPSEEK]: [train(500, 3)] });
  expect(ownOf(state, DEEPSEEK).run).toMatchObject({ name: 'V9', startedTurn: 0, endsTurn: 2 });
  expect(reasonOf(state, DEEPSEEK, train(200))).toBe('reject.train.running');
  const second = play(state).state;
  expect(ownOf(second, DEEPSEEK).run).not.toBeNull();
  expect(ownOf(second, DEEPSEEK).run?.eflop).toBeGreaterThan(ownOf(state, DEEPSEEK).run?.eflop ?? 0);
  expect(ownOf(play(second).state, DEEPSEEK).run).toBeNull();
});

test('more compute and more turns are forecast to give more', () => {
  const known = knownTo(october(), DEEPSEEK);
  expect(trainForecast(known, train(900))).toBeGreaterThan(trainForecast(known, train(300)));
  expect(trainForecast(known, train(300, 3))).toBeGreaterThan(trainForecast(known, train(300)));
});

test('not without compute, and not with the share that experiments bind', () => {
  const bare = october((state) => {
    ownOf(state, DEEPSEEK).trainMilliH100e = 99;
  });
  expect(reasonOf(bare, DEEPSEEK, train(500))).toBe('reject.train.no-compute');
  const bound = october((state) => {
    for (const tech of ['base:latent-attention', 'base:muon-optimiser'])
      ownOf(state, DEEPSEEK).programmes[tech] = { startedTurn: 0, donePermille: 0, paidKusd: 0, talent: 0, computePermille: 200 };
  });
  expect(reasonOf(bound, DEEPSEEK, train(601))).toBe('reject.compute-share');
  expect(reasonOf(bound, DEEPSEEK, train(600))).toBeNull();
});
