/** Nothing that anybody sends makes `resolve` throw or leave a state that is not sound; what is refused says why. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOrder } from '#shared/rules/orders/registry.ts';
import { type Resolution, resolve } from '#shared/rules/resolve.ts';
import { type MatchState, matchStateSchema } from '#shared/state/schema.ts';
import { canonicalText } from '#shared/util/stable-hash.ts';
import { counts } from '#tests/counts.ts';
import { chipsOf, moneyOf, movedBy, overused, unbalanced } from './accounts.ts';
import { inputsOf, turnGenes } from './fuzz-input.ts';
import { ruleset, SCENARIOS, seedOf, stepsOf } from './matches.ts';

const WORDS = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../assets/locales/en/rules.json', import.meta.url)), 'utf8'),
) as Record<string, string>;

/** What must hold after any turn. */
function checkSound(before: MatchState, { state, ledger, refused }: Resolution): void {
  expect(() => canonicalText([state, ledger])).not.toThrow();
  expect(matchStateSchema.safeParse(state).error).toBeUndefined();
  expect(unbalanced(moneyOf(before), moneyOf(state), movedBy(ledger, 'money'))).toEqual([]);
  expect(unbalanced(chipsOf(before), chipsOf(state), movedBy(ledger, 'chips'))).toEqual([]);
  expect(overused(before, ledger)).toEqual([]);
  for (const [seat, list] of Object.entries(refused)) {
    expect(before.seats).toContain(seat);
    for (const { reason } of list) expect(WORDS, reason.id).toHaveProperty([reason.id]);
  }
}

describe.each(SCENARIOS)('%s', (scenario) => {
  const steps = stepsOf(scenario, seedOf('fuzz', scenario), ruleset, 10);
  const starts = [0, 1, 3, 6, steps.length - 1].map((at) => steps[at]?.before as MatchState);
  const refusals = new Map<string, number>();
  let carried = 0;

  test('any inputs give a sound state and reasons', () => {
    fc.assert(
      fc.property(fc.nat(starts.length - 1), fc.array(turnGenes, { minLength: 1, maxLength: 3 }), (start, turns) => {
        let state = starts[start] as MatchState;
        for (const genes of turns) {
          const inputs = inputsOf(state, genes);
          const played = resolve(ruleset, state, inputs);
          checkSound(state, played);
          for (const { reason } of Object.values(played.refused).flat())
            refusals.set(reason.id, (refusals.get(reason.id) ?? 0) + 1);
          for (const [seat, orders] of Object.entries(inputs.orders))
            if (Array.isArray(orders) && state.seats.includes(seat))
              carried += orders.length - (played.refused[seat]?.length ?? 0);
          state = played.state;
        }
      }),
      { numRuns: counts.fuzzRuns, seed: 1 },
    );
  });

  test('orders of many kinds were refused, and many carried out', () => {
    expect(refusals.size).toBeGreaterThan(12);
    expect(carried).toBeGreaterThan(counts.fuzzRuns);
  });

  test('seats that are not in the match are ignored, whatever they are called', () => {
    const { before, inputs, resolution } = steps[0] as (typeof steps)[number];
    const names = ['__proto__', 'constructor', 'toString', 'base:nobody', ''];
    const orders = Object.fromEntries([...Object.entries(inputs.orders), ...names.map((name) => [name, [{ kind: 'hire' }]])]);
    const played = resolve(ruleset, before, { ...inputs, orders });
    expect(canonicalText(played.state)).toBe(canonicalText(resolution.state));
    expect(played.refused).toEqual(resolution.refused);
  });

  test('inputs that are no inputs at all are a turn without orders', () => {
    const { before } = steps[0] as (typeof steps)[number];
    const idle = canonicalText(resolve(ruleset, before, { orders: {}, deals: [] }).state);
    for (const orders of [[], { [before.seats[0] ?? '']: 'hire' }, Object.create(null)])
      for (const deals of [null, 'x', {}])
        expect(canonicalText(resolve(ruleset, before, { orders, deals } as never).state)).toBe(idle);
  });
});

test('an order of any shape is parsed or rejected, never thrown at', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withObjectString: true, withBigInt: true }), (value) => {
      const parsed = parseOrder(value);
      if ('rejection' in parsed) expect(WORDS).toHaveProperty([parsed.rejection.id]);
    }),
    { numRuns: 10 * counts.fuzzRuns, seed: 1 },
  );
});
