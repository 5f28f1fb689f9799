/** The rules page shows the whole ruleset in words, and a search finds rows by all their words. */
import { expect, test } from 'vitest';
import { ruleTables } from '#client/ui/rules/rule-tables.ts';
import { search } from '#client/ui/rules/table.ts';
import { addRulesetWords, loadWords } from '#client/ui/text/words.ts';
import { missingKeys } from '#client/ui/text.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { PHASES } from '#shared/state/ledger.ts';
import english from '../../../assets/rulesets/base/locales/en.json' with { type: 'json' };

const { ruleset } = await loadBaseRuleset();
await loadWords('en');
addRulesetWords({ en: english });
const tables = ruleTables(ruleset);
const rowsOf = (id: string) => tables.find((table) => table.id === id)?.rows.length;

test('everything is there, each row as long as its head', () => {
  expect(rowsOf('orders')).toBe(Object.keys(ruleset.orders).length);
  expect(rowsOf('techs')).toBe(Object.keys(ruleset.techs).length);
  expect(rowsOf('laws')).toBe(Object.keys(ruleset.laws).length);
  expect(rowsOf('chips')).toBe(Object.keys(ruleset.chips).length);
  expect(rowsOf('parameters')).toBe(Object.keys(ruleset.parameters).length);
  expect(rowsOf('phases')).toBe(PHASES.length);
  for (const table of tables) for (const row of table.rows) expect(row.length).toBe(table.columns.length);
});

test('no word is missing', () => {
  expect([...missingKeys]).toEqual([]);
});

test('a search keeps rows with all its words, and whole tables by title', () => {
  const found = search(tables, 'grey market');
  expect(found.length).toBeGreaterThan(0);
  for (const table of found)
    for (const row of table.rows) expect(row.join(' ').toLowerCase()).toMatch(/grey.*market|market.*grey/);
  expect(search(tables, 'technologies')[0]?.rows.length).toBe(Object.keys(ruleset.techs).length);
  expect(search(tables, 'no such words at all')).toEqual([]);
});
