/** The stress test plays ahead on a copy that shares what supply only reads: the state itself must come out untouched. */
import { expect, test } from 'vitest';
import { playMatch } from '#shared/experiment/simulate.ts';
import { stressTests } from '#shared/rules/scoring/stress-test.ts';
import { startTurn } from '#shared/rules/turn.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { ruleset } from './situation.ts';

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}

test.each(Object.keys(ruleset.scenarios))('%s: no phase of supply writes into what the copy shares', (scenario) => {
  const states: MatchState[] = [];
  playMatch(ruleset, {
    scenario,
    seed: '5'.repeat(32),
    onTurn: ({ resolution }) => states.push(structuredClone(resolution.state)),
  });
  for (const state of states) {
    // Any write into a frozen part throws.
    const shares = stressTests(startTurn(ruleset, deepFreeze(state), [], []));
    for (const share of Object.values(shares)) expect(share >= 0 && share <= 1).toBe(true);
  }
});
