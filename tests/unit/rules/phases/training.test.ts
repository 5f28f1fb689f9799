/** Phase 9, training: a run uses its share, costs by it, and ends in a secret model, or fails. */
import { expect, test } from 'vitest';
import { DEEPSEEK, october, ownOf, teach } from '../situation.ts';
import { about, figures, lineIds, moved, phase } from './one-phase.ts';

const FIGURES = {
  'final-run-share': 0.2,
  'training-kusd-per-h100e-turn': 4,
  'eflop-per-h100e-turn': 1000,
  'run-noise-milli': 0,
  'tuning-share': 0,
};
const SAFE = figures({ ...FIGURES, 'run-failure': 0 });

/** 10,000 H100e, half of them for a run that ends in the turn given. */
const running = (endsTurn: number, domesticMilli = 0) =>
  october((state) => {
    Object.assign(ownOf(state, DEEPSEEK), {
      trainMilliH100e: 10_000_000,
      domesticMilliH100e: domesticMilli,
      distilled: null,
      run: { id: 'r', name: 'V9', startedTurn: 0, endsTurn, sharePermille: 500, eflop: 0, domesticEflop: 0, costKusd: 0 },
    });
  });

test('5,000 H100e for a turn: a fifth of 5,000,000 EFLOP counts, 20,000 are paid', () => {
  const turn = phase('training', running(1, 2_500_000), { rules: SAFE });
  expect(ownOf(turn.state, DEEPSEEK).run).toMatchObject({ eflop: 1_000_000, domesticEflop: 250_000, costKusd: 4000 });
  expect(moved(turn, `actor:${DEEPSEEK}`, 'world:power')).toBe(20_000);
  expect(moved(turn, `actor:${DEEPSEEK}/capacity`, 'world:training')).toBe(1_000_000);
  expect(moved(turn, `actor:${DEEPSEEK}/capacity`, 'world:trials')).toBe(4_000_000);
  expect(turn.scratch.boundPermille[DEEPSEEK]).toBe(500);
});

test('post-training is a fifth of the cost; with tuning at half its cost 18,000 are paid, and the published cost stays', () => {
  const rules = figures({ ...FIGURES, 'run-failure': 0, 'tuning-share': 0.2 });
  const state = running(1);
  for (const tech of ['preference-tuning', 'group-relative-rl', 'distillation'])
    delete ownOf(state, DEEPSEEK).techs[`base:${tech}`];
  expect(moved(phase('training', state, { rules }), `actor:${DEEPSEEK}`, 'world:power')).toBe(20_000);
  teach(state, DEEPSEEK, 'preference-tuning');
  const turn = phase('training', state, { rules });
  expect(moved(turn, `actor:${DEEPSEEK}`, 'world:power')).toBe(18_000);
  expect(ownOf(turn.state, DEEPSEEK).run?.costKusd).toBe(4000);
});

test('experiments come first: where they bind 700, a run of 500 gets 300', () => {
  const turn = phase('training', running(1), {
    rules: SAFE,
    before: (now) => {
      now.scratch.boundPermille[DEEPSEEK] = 700;
    },
  });
  expect(ownOf(turn.state, DEEPSEEK).run?.eflop).toBe(600_000);
  expect(turn.scratch.boundPermille[DEEPSEEK]).toBe(1000);
});

test('in its last turn it leaves a model that nobody else sees, whose causes add up', () => {
  const turn = phase('training', running(0), { rules: SAFE });
  const model = ownOf(turn.state, DEEPSEEK).models.r;
  expect(model).toMatchObject({ by: DEEPSEEK, name: 'V9', eflop: 1_000_000, open: false, api: false, costKusd: 4000 });
  expect(ownOf(turn.state, DEEPSEEK).run).toBeNull();
  expect(turn.state.models.r).toBeUndefined();
  const [entry] = about(turn, 'capability', DEEPSEEK);
  expect(entry?.audience).toEqual([DEEPSEEK]);
  expect(entry?.causes.reduce((sum, cause) => sum + (cause.amount ?? 0), 0)).toBe(model?.capabilityMilli);
});

test('what was distilled closes a share of the gap, and stops short of the rival', () => {
  const own = phase('training', running(0), { rules: SAFE });
  const base = ownOf(own.state, DEEPSEEK).models.r?.capabilityMilli ?? 0;
  const taught = (capabilityMilli: number) => {
    const state = running(0);
    ownOf(state, DEEPSEEK).distilled = { from: 'base:openai', capabilityMilli, untilTurn: 1 };
    const rules = figures({ ...FIGURES, 'run-failure': 0, 'distil-share': 0.3, 'distil-stop-milli': 3000 });
    return (ownOf(phase('training', state, { rules }).state, DEEPSEEK).models.r?.capabilityMilli ?? 0) - base;
  };
  expect(taught(base + 10_000)).toBe(3000);
  expect(taught(base + 4000)).toBe(1000);
  expect(taught(base + 2000)).toBe(0);
});

test('a run that fails leaves nothing', () => {
  const turn = phase('training', running(0, 10_000_000), { rules: figures({ ...FIGURES, 'run-failure': 1 }) });
  const failed = lineIds(turn).includes('report.training.failed');
  expect(ownOf(turn.state, DEEPSEEK).run).toBeNull();
  // Two in a hundred survive even this.
  expect(Object.keys(ownOf(turn.state, DEEPSEEK).models)).toHaveLength(failed ? 0 : 1);
  expect(failed).toBe(true);
  expect(turn.scratch.failedRuns).toEqual([{ actor: DEEPSEEK }]);
});
