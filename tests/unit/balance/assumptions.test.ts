/** The committed sheet of assumptions is the one that the ruleset gives. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assumptionsSheet, readMeasured, SHEET } from '#server/cli/assumptions.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';

test('docs/assumptions.md is up to date; else run `npm run -s chokepoint -- assumptions --write`', async () => {
  const { ruleset } = await loadBaseRuleset();
  expect(readFileSync(SHEET, 'utf8')).toBe(assumptionsSheet(ruleset, await readMeasured()));
});

test('the sensitivity to nearly every parameter was measured', async () => {
  const { ruleset } = await loadBaseRuleset();
  const { outcomes } = await readMeasured();
  const ids = Object.keys(ruleset.parameters);
  expect(outcomes.length).toBeGreaterThan(0);
  for (const { title, effects } of outcomes)
    expect(ids.filter((id) => effects[id] === undefined).length, title).toBeLessThan(ids.length / 10);
});
