/** Every parameter that the rules read is in the base game, and kept rulesets are completed with neutral values only. */
import { beforeAll, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { completeRuleset } from '#shared/ruleset/complete-ruleset.ts';
import { NEUTRAL_PARAMETERS, PARAMETER_NAMES } from '#shared/ruleset/parameter-names.ts';
import { type Ruleset, rulesetSchema } from '#shared/ruleset/schema/ruleset.ts';

let base: Ruleset;
beforeAll(async () => {
  base = (await loadBaseRuleset()).ruleset;
});

const without = (...lost: string[]): Ruleset => ({
  ...base,
  parameters: Object.fromEntries(Object.entries(base.parameters).filter(([id]) => !lost.includes(id.replace(/^.*:/, '')))),
});

test('the base game brings just the parameters that the rules read', () => {
  expect(PARAMETER_NAMES).toEqual(
    Object.keys(base.parameters)
      .map((id) => id.replace(/^.*:/, ''))
      .sort(),
  );
});

test('a complete ruleset is left as it is', () => {
  expect(completeRuleset(base)).toEqual({ ruleset: base });
});

test('all parameters that came later are filled with their neutral value, and the result is sound', () => {
  const later = Object.keys(NEUTRAL_PARAMETERS);
  const completed = completeRuleset(without(...later));
  if (!('ruleset' in completed)) throw new Error('not completed');
  rulesetSchema.parse(completed.ruleset);
  for (const [name, neutral] of Object.entries(NEUTRAL_PARAMETERS)) {
    const found = Object.values(completed.ruleset.parameters).find(({ id }) => id.endsWith(`:${name}`));
    expect(found).toMatchObject({ value: neutral.value, source: expect.stringContaining(neutral.since) });
  }
});

test('what has no neutral value is named', () => {
  expect(completeRuleset(without('run-failure', 'tuning-share', 'grey-work'))).toEqual({ lacks: ['grey-work', 'run-failure'] });
});
