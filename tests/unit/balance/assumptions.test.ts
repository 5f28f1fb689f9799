/** The committed sheet of assumptions is the one that the ruleset gives. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assumptionsSheet, SHEET } from '#server/cli/assumptions.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';

test('docs/assumptions.md is up to date; else run `npm run -s chokepoint -- assumptions --write`', async () => {
  const { ruleset } = await loadBaseRuleset();
  expect(readFileSync(SHEET, 'utf8')).toBe(assumptionsSheet(ruleset));
});
