/** In which order seats send their orders and deals decides nothing: the same state and ledger come out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from '#shared/rules/resolve.ts';
import type { DealOffer } from '#shared/state/deal.ts';
import { stableHash } from '#shared/util/stable-hash.ts';
import { counts } from '#tests/counts.ts';
import { ruleset, SCENARIOS, type Step, seedOf, stepsOf } from './matches.ts';

/** Deals that compete: one giver promises more money than it has, and two deals bear the same id. */
function contested({ before }: Step): DealOffer[] {
  const [from = '', ...others] = before.seats.filter((seat) => before.actors[seat]?.open.capital === null);
  const cash = Math.max(1, before.actors[from]?.own.cashKusd ?? 1);
  const offer = (id: string, to: string, kusd: number): DealOffer => ({
    id,
    from,
    to,
    turns: 2,
    terms: [
      { term: 'money', from, to, kusd },
      { term: 'promise', from: to, to: from, conduct: 'no-poaching' },
    ],
  });
  return [
    ...others.slice(0, 3).map((to, n) => offer(`gift-${n}`, to, Math.floor(cash / 2) + 1)),
    ...others.slice(0, 2).map((to, n) => offer('twice', to, 1000 + n)),
  ];
}

const digest = (step: Step, inputs: Step['inputs']): string => {
  const { state, ledger, refused } = resolve(ruleset, step.before, inputs);
  return stableHash({ state, ledger, refused });
};

describe.each(SCENARIOS)('%s', (scenario) => {
  const steps = stepsOf(scenario, seedOf('arrival', scenario), ruleset, 10);

  test('any order of arrival gives the same state and ledger', () => {
    const shuffled = fc.integer({ min: 0, max: steps.length - 1 }).chain((at) => {
      const step = steps[at] as Step;
      const deals = [...step.inputs.deals, ...contested(step)];
      const seats = Object.keys(step.inputs.orders);
      return fc.record({
        step: fc.constant(step),
        deals: fc.shuffledSubarray(deals, { minLength: deals.length }),
        seats: fc.shuffledSubarray(seats, { minLength: seats.length }),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ step, deals, seats }) => {
        const orders = Object.fromEntries(seats.map((seat) => [seat, step.inputs.orders[seat] ?? []]));
        const usual = digest(step, { orders: step.inputs.orders, deals: [...step.inputs.deals, ...contested(step)] });
        expect(digest(step, { orders, deals })).toBe(usual);
      }),
      { numRuns: counts.propertyRuns, seed: 1 },
    );
  });

  test('the deals that compete are carried out, and what is put in does matter', () => {
    const step = steps[1] as Step;
    const usual = resolve(ruleset, step.before, step.inputs);
    const more = resolve(ruleset, step.before, { ...step.inputs, deals: [...step.inputs.deals, ...contested(step)] });
    expect(Object.keys(more.state.deals).length).toBe(Object.keys(usual.state.deals).length + 4);
    expect(stableHash(more.state)).not.toBe(stableHash(usual.state));
  });
});
