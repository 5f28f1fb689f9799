/** Bot matches that the property tests look at turn by turn. */
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { type PlayedTurn, playMatch } from '#shared/experiment/simulate.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import type { Resolution } from '#shared/rules/resolve.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';

export const { ruleset } = await loadBaseRuleset();
export const SCENARIOS = Object.keys(ruleset.scenarios).sort();

/** A planned turn of a match: the state before it, what was put in and what came out. */
export interface Step {
  readonly before: MatchState;
  readonly inputs: Pick<PlayedTurn, 'orders' | 'deals'>;
  readonly resolution: Resolution;
}

/** A seed of 32 hex digits from a few words. */
export const seedOf = (...words: readonly (string | number)[]): string => deriveSeed(words.join('/'), 'property');

/** All planned turns of a match between bots. */
export function stepsOf(scenario: string, seed: string, rules: Ruleset = ruleset, maxTurns?: number): Step[] {
  const steps: Step[] = [];
  let before = newMatch(rules, scenario, seed);
  playMatch(rules, {
    scenario,
    seed,
    ...(maxTurns === undefined ? {} : { maxTurns }),
    onTurn: ({ orders, deals, resolution }) => {
      steps.push({ before, inputs: { orders, deals }, resolution });
      before = resolution.state;
    },
  });
  return steps;
}

/** The same plain data with the keys of every object in another order. */
export function reordered<T>(value: T, order: (keys: string[]) => string[]): T {
  if (Array.isArray(value)) return value.map((item) => reordered(item, order)) as T;
  if (value === null || typeof value !== 'object') return value;
  const source = value as Record<string, unknown>;
  return Object.fromEntries(order(Object.keys(source)).map((key) => [key, reordered(source[key], order)])) as T;
}
