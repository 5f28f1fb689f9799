/** Enforce: officers at a place; each step costs when it is set and every turn after. */
import { expect, test } from 'vitest';
import { capitalFor, causedBy, checked, october, play, reasonOf, WASHINGTON } from '../situation.ts';

const enforce = (site: string, steps: number) => ({ kind: 'enforce', site: `base:${site}`, steps });

test('sets the steps and charges those that are new', () => {
  const before = october();
  const { state, ledger } = play(before, { [WASHINGTON]: [enforce('singapore', 3)] });
  expect(state.actors[WASHINGTON]?.open.enforcement).toEqual({ 'base:singapore': 3 });
  expect(capitalFor(ledger, WASHINGTON, 'enforce')).toBe(3);
  expect(checked(before, WASHINGTON, enforce('singapore', 3)).cost.capital).toBe(3);
  expect(causedBy(ledger, WASHINGTON, 'enforce').map((entry) => entry.topic)).toContain('enforcement');
  const fewer = play(state, { [WASHINGTON]: [enforce('singapore', 1)] });
  expect(capitalFor(fewer.ledger, WASHINGTON, 'enforce')).toBe(0);
  const upkeep = play(fewer.state)
    .ledger.flatMap((entry) => entry.causes)
    .find((cause) => cause.id === 'rule.enforcement-upkeep');
  expect(upkeep?.amount).toBe(-1);
});

test.each([
  ['reject.enforce.site', enforce('texas', 1)],
  ['reject.enforce.same', enforce('singapore', 0)],
])('%s: %o', (reason, order) => {
  expect(reasonOf(october(), WASHINGTON, order)).toBe(reason);
});
