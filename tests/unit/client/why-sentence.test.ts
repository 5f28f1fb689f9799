/** Every step of a chain of causes has one short sentence, in every language: orders, laws, technologies, events, rules and lines. */
import { afterAll, describe, expect, test } from 'vitest';
import { sentenceOfCause, sentenceOfEntry } from '#client/ui/report/why-sentence.ts';
import { language } from '#client/ui/text/language.ts';
import { addRulesetWords, loadWords } from '#client/ui/text/words.ts';
import { ruleset as shown } from '#client/ui/world.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import type { Cause, Entry } from '#shared/state/ledger.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { LANGUAGES, readMessages, rulesWords } from '../locales/read-locales.ts';

const { ruleset, locales } = await loadBaseRuleset();
for (const lang of LANGUAGES) await loadWords(lang);
addRulesetWords(locales);
shown.value = ruleset;
const state = { laws: {} } as unknown as KnownState;
const english = rulesWords('en');
const cause = (kind: Cause['kind'], id: string): string => sentenceOfCause({ kind, id }, state);
const entry = (more: Partial<Entry>): string => sentenceOfEntry({ topic: '', line: null, item: null, ...more } as Entry);
const keysOf = (start: string): string[] => Object.keys(english).filter((key) => key.startsWith(start));

/** Names by what each cause says. */
const said = (): Record<string, string> => ({
  ...Object.fromEntries(
    Object.values(ruleset.orders).map(({ kind }) => [`order ${kind}`, cause('order', `base:meta/${kind}/1`)]),
  ),
  ...Object.fromEntries(Object.keys(ruleset.laws).map((id) => [`law ${id}`, cause('law', `${id}#1`)])),
  ...Object.fromEntries(Object.keys(ruleset.techs).map((id) => [`tech ${id}`, cause('tech', id)])),
  ...Object.fromEntries(Object.keys(ruleset.events).map((id) => [`event ${id}`, cause('event', id)])),
  ...Object.fromEntries([...keysOf('rule.'), ...keysOf('condition.')].map((id) => [id, cause('rule', id)])),
  ...Object.fromEntries((['deal', 'entry', 'undisclosed'] as const).map((kind) => [kind, cause(kind, 'any')])),
  ...Object.fromEntries(keysOf('topic.').map((id) => [id, entry({ topic: id.slice('topic.'.length) })])),
  ...Object.fromEntries(
    Object.keys(readMessages('locales/en/why.json'))
      .filter((key) => key.startsWith('why.report.'))
      .map((key) => [key, entry({ topic: 'line', line: { id: key.slice('why.'.length), params: {} } })]),
  ),
});

afterAll(() => {
  language.value = 'en';
});

describe.each(LANGUAGES)('%s', (lang) => {
  test('has one short sentence for every cause and line of the base game', () => {
    language.value = lang;
    const all = Object.entries(said());
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(([, words]) => words === '' || /[{}]|undefined|^why\./.test(words)).map(([id]) => id)).toEqual([]);
    expect(all.filter(([, words]) => words.length > 125)).toEqual([]);
  });

  test('has the keys of English', () => {
    expect(Object.keys(readMessages(`locales/${lang}/why.json`))).toEqual(Object.keys(readMessages('locales/en/why.json')));
  });
});

test('no sentence stands for what the rules do not know', () => {
  const known = new Set([...Object.keys(english), ...Object.values(ruleset.orders).map(({ kind }) => `order.${kind}`)]);
  const special = ['why.deal', 'why.entry', 'why.undisclosed', 'why.condition'];
  const extra = Object.keys(readMessages('locales/en/why.json')).filter(
    (key) => !special.includes(key) && !known.has(key.slice('why.'.length)),
  );
  expect(extra).toEqual([]);
});

test('a law that is lifted is not said to stand', () => {
  language.value = 'en';
  const line = (id: string): string => entry({ topic: 'law', line: { id, params: { law: 'base:memory' } } });
  expect(line('report.law.force')).toContain('No high-bandwidth memory');
  expect(line('report.law.lifted')).not.toContain('No high-bandwidth memory');
});

const SPOKEN_TO = {
  en: /\byour?\b/i,
  de: /\b(du|dich|dir|dein\w*)\b/i,
  zh: /你/,
  es: /(?<!\p{L})(tú|tus?|te|ti)(?!\p{L})/iu,
};

test.each(LANGUAGES)('what speaks to the one who orders does not speak to the reader in %s', (lang) => {
  language.value = lang;
  // What the reader may not know is about the reader; of a technique “you” is anyone.
  const others = Object.entries(said()).filter(([id]) => id !== 'undisclosed' && !id.startsWith('tech '));
  expect(others.filter(([, words]) => SPOKEN_TO[lang].test(words))).toEqual([]);
});
