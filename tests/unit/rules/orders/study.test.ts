/** Study: an estimate of a rival's secret that holds the truth and is kept for two turns. */
import { expect, test } from 'vitest';
import {
  BEIJING,
  capitalFor,
  checked,
  DEEPSEEK,
  HUAWEI,
  lines,
  META,
  october,
  ownOf,
  paidFor,
  parameter,
  play,
  QWEN,
  reasonOf,
  without,
} from '../situation.ts';

const study = (target: string, topic: string) => ({ kind: 'study', target, topic });

test.each([
  ['compute', META, (state: ReturnType<typeof october>) => ownOf(state, META).trainMilliH100e],
  ['cash', QWEN, (state: ReturnType<typeof october>) => ownOf(state, QWEN).cashKusd],
  ['talent', META, (state: ReturnType<typeof october>) => ownOf(state, META).talent],
  ['training', HUAWEI, (state: ReturnType<typeof october>) => ownOf(state, HUAWEI).softwarePermille],
  [
    'stock',
    HUAWEI,
    (state: ReturnType<typeof october>) => Object.values(ownOf(state, HUAWEI).inventory).reduce((a, b) => a + b, 0),
  ],
] as const)('%s: the truth lies within, and no further off than the spread', (topic, target, truthOf) => {
  const { state } = play(october(), { [DEEPSEEK]: [study(target, topic)] });
  const intel = ownOf(state, DEEPSEEK).intel[`${target}/${topic}`];
  // Studied in the research phase: what changes after it in the turn is not in the estimate.
  const spread = parameter('study-spread');
  const truth = truthOf(state);
  expect(intel).toMatchObject({ turn: 0, untilTurn: 2 });
  expect(intel?.low).toBeLessThanOrEqual(intel?.high ?? 0);
  if (topic === 'talent' || topic === 'training' || topic === 'stock' || topic === 'compute') {
    expect(intel?.low).toBeLessThanOrEqual(truth + 1);
    expect(intel?.high).toBeGreaterThanOrEqual(truth - 1);
    expect(intel?.high).toBeLessThanOrEqual((truth * (1 + spread)) / (1 - spread) + 1);
  }
});

test('firms pay money, governments capital', () => {
  const firm = play(october(), { [DEEPSEEK]: [study(META, 'cash')] });
  expect(paidFor(firm.ledger, DEEPSEEK, 'study')).toBe(parameter('study-kusd'));
  expect(checked(october(), BEIJING, study(META, 'cash')).cost).toEqual({ kusd: 0, capital: 1, talent: 0 });
  expect(capitalFor(play(october(), { [BEIJING]: [study(META, 'cash')] }).ledger, BEIJING, 'study')).toBe(1);
});

test('nobody but the student and, now and then, the studied learns of it', () => {
  const noticed = Array.from({ length: 12 }, (_, n) => {
    const state = october((now) => {
      now.hidden.seed = n.toString(16).padStart(32, '0');
    });
    const { ledger } = play(state, { [DEEPSEEK]: [study(META, 'cash')] });
    for (const entry of lines(ledger, 'report.study')) expect(entry.audience).toEqual([DEEPSEEK]);
    const found = lines(ledger, 'report.study.noticed');
    for (const entry of found) expect(entry.audience).toEqual([META, DEEPSEEK]);
    return found.length;
  }).reduce((sum, one) => sum + one, 0);
  expect(noticed).toBeGreaterThan(0);
  expect(noticed).toBeLessThan(12);
});

test('not oneself, and not where there are no secrets', () => {
  expect(reasonOf(october(), DEEPSEEK, study(DEEPSEEK, 'cash'))).toBe('reject.unknown-actor');
  expect(reasonOf(october(), DEEPSEEK, study(META, 'cash'), without('hidden-information'))).toBe('reject.study.open');
});
