/** Lines of the report in words: what an event does is said with it, in every language and for every event of the base game. */
import { expect, test } from 'vitest';
import { lineText } from '#client/ui/report/line-text.ts';
import { language } from '#client/ui/text/language.ts';
import { addRulesetWords, loadWords } from '#client/ui/text/words.ts';
import { missingKeys } from '#client/ui/text.ts';
import { ruleset as shown } from '#client/ui/world.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';

const { ruleset, locales } = await loadBaseRuleset();
await loadWords('en');
addRulesetWords(locales);
shown.value = ruleset;
const event = (id: string) => lineText({ id: 'report.event', params: { event: id, subject: 'base:deepseek' } });

test('an event says whom it struck and what it does', () => {
  expect(event('base:listing')).toBe('Stock market listing, DeepSeek: cash +$600m.');
  expect(event('base:failed-run')).toBe('Failed run, DeepSeek: 50% of the work is kept.');
  expect(event('base:distillers-named')).toContain('the next model control at 50% of its cost, escalation +1');
});

test.each(['en', 'de', 'zh', 'es'] as const)('no event leaves a gap in %s', async (lang) => {
  await loadWords(lang);
  language.value = lang;
  for (const id of Object.keys(ruleset.events)) expect(event(id)).not.toMatch(/[{}]|undefined|NaN|outcome\./);
  expect([...missingKeys]).toEqual([]);
  language.value = 'en';
});

test('research that costs no money is not said to cost nothing', () => {
  const line = (paidKusd: number) =>
    lineText({ id: 'report.research.started', params: { actor: 'base:huawei', tech: 'base:big-fund', paidKusd } });
  expect(line(0)).toBe('Huawei begins research on Big Fund.');
  expect(line(5000)).toBe('Huawei begins research on Big Fund for $5m.');
});
