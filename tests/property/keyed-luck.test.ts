/** Luck is drawn by what it decides: another seat's other orders leave it as it was. */
import { describe, expect, test } from 'vitest';
import { resolve } from '#shared/rules/resolve.ts';
import type { Ledger } from '#shared/state/ledger.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { FULL } from '#tests/counts.ts';
import { ruleset, SCENARIOS, type Step, seedOf, stepsOf } from './matches.ts';

/** Luck of every run that finished, by lab, and which runs failed. */
function luckOf(ledger: Ledger): Record<string, number | 'failed'> {
  const luck: Record<string, number | 'failed'> = {};
  for (const entry of ledger) {
    if (entry.topic === 'training' && entry.after === 0) luck[entry.subject] = 'failed';
    const noise = entry.topic === 'capability' ? entry.causes.find(({ id }) => id === 'rule.luck') : undefined;
    if (noise?.amount !== undefined) luck[entry.subject] = noise.amount;
  }
  return luck;
}

const without = (step: Step, seat: string): Step['inputs'] => ({ ...step.inputs, orders: { ...step.inputs.orders, [seat]: [] } });

describe.each(SCENARIOS)('%s', (scenario) => {
  const steps = stepsOf(scenario, seedOf('luck', scenario), ruleset, 10).filter(
    ({ before, resolution }) => resolution.state.turn === before.turn + 1 && Object.keys(luckOf(resolution.ledger)).length > 1,
  );

  test('a seat that does nothing leaves the luck of the others’ runs as it was', () => {
    let compared = 0;
    for (const step of steps.slice(0, FULL ? steps.length : 3)) {
      const usual = luckOf(step.resolution.ledger);
      for (const seat of step.before.seats) {
        const changed = luckOf(resolve(ruleset, step.before, without(step, seat)).ledger);
        for (const lab of Object.keys(usual)) {
          if (lab === seat || usual[lab] === 'failed' || changed[lab] === 'failed') continue;
          expect(changed[lab], `${lab} at turn ${step.before.turn} without ${seat}`).toBe(usual[lab]);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  test('labs differ in luck, and another seed gives other luck', () => {
    const step = steps[0] as Step;
    const usual = luckOf(step.resolution.ledger);
    expect(new Set(Object.values(usual)).size).toBeGreaterThan(1);
    const other: MatchState = { ...step.before, hidden: { seed: seedOf('another') } };
    expect(luckOf(resolve(ruleset, other, step.inputs).ledger)).not.toEqual(usual);
  });
});
