/** Names of further models: a version on, a new one where the number is a size, never one that the lab has used. */
import { expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { nextName } from '#shared/rules/model-name.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import type { Model } from '#shared/state/schema.ts';

const { ruleset } = await loadBaseRuleset();
const LAB = 'base:deepseek';

/** What the lab would name its next model after these, the last one the best. */
function after(...names: string[]): string {
  const state = newMatch(ruleset, 'base:october-rule', 'names');
  const own = state.actors[LAB]?.own;
  const [pattern] = Object.values(state.models);
  if (own === undefined || pattern === undefined) throw new Error('the scenario has no lab or no model');
  state.models = {};
  own.models = Object.fromEntries(
    names.map((name, index): [string, Model] => [
      `m${index}`,
      { ...pattern, id: `m${index}`, by: LAB, name, capabilityMilli: 1000 * (index + 1) },
    ]),
  );
  return nextName({ ruleset, seat: LAB, state });
}

test.each([
  ['GPT-4 Turbo', 'GPT-5'],
  ['Claude 3.5', 'Claude 4'],
  ['V2.5', 'V3'],
  ['M6', 'M7'],
  ['PaLM', 'PaLM 2'],
  ['OPT-175B', 'OPT 2'],
  ['Kimi 1.5', 'Kimi 2'],
])('%s is followed by %s', (name, next) => {
  expect(after(name)).toBe(next);
});

test('a lab without a model begins, and no name is given twice', () => {
  expect(after()).toBe('V1');
  expect(after('V4', 'V3')).toBe('V5');
  // Past the versions that look like sizes too: names run on and never in a circle.
  const many = Array.from({ length: 30 }, (_, index) => `V ${index + 2}`);
  expect(after(...many)).toBe('V 32');
  expect(after(`A${'-'.repeat(22)}9`).length).toBeLessThanOrEqual(24);
  expect(after('A name of just 24 letters').length).toBeLessThanOrEqual(24);
});
