/** A quarter is named as each language names it, wherever a turn is. */
import { expect, test } from 'vitest';
import { language } from '#client/ui/text/language.ts';
import { quarterOfTurn } from '#client/ui/text/quantity.ts';
import { loadWords } from '#client/ui/text/words.ts';
import { quarter, startQuarter, t } from '#client/ui/text.ts';
import { quarterIndex } from '#shared/util/quarter.ts';

test.each([
  { lang: 'en', name: '2024 Q3', bites: 'bites 2024 Q4' },
  { lang: 'de', name: 'Q3 2024', bites: 'greift ab Q4 2024' },
  { lang: 'zh', name: '2024年三季度', bites: '2024年四季度生效' },
  { lang: 'es', name: 'T3 2024', bites: 'rige desde T4 2024' },
] as const)('$lang', async ({ lang, name, bites }) => {
  language.value = lang;
  await loadWords(lang);
  startQuarter.value = quarterIndex(2022, 4);
  expect(quarter(quarterIndex(2024, 3))).toBe(name);
  expect(quarterOfTurn(7)).toBe(name);
  expect(t('ui.map.law.announced', { forceTurn: 8 })).toBe(bites);
  expect(t('ui.policy.bites', { quarter: quarterOfTurn(8) })).toBe(bites);
});
