/** The words that are loaded: files of the client by language, and the names that come with a ruleset. */
import { signal } from '@preact/signals';
import english from '#assets/locales/en/ui.json';
import type { Language } from './language.ts';

export type Words = Readonly<Record<string, string>>;

const files = import.meta.glob<Words>(['../../../assets/locales/*/*.json', '!../../../assets/locales/en/ui.json'], {
  import: 'default',
});

/** Words by language; English of the interface is always there, so that the first frame has text. */
export const words = signal<Readonly<Record<string, Words>>>({ en: english });
const loaded = new Set<string>();

function add(lang: string, more: Words): void {
  words.value = { ...words.value, [lang]: { ...words.value[lang], ...more } };
}

/** Loads the client's own files of a language (interface and rules), once. */
export async function loadWords(lang: Language): Promise<void> {
  if (lang === 'zh') await Promise.all([import('@fontsource/noto-sans-sc/400.css'), import('@fontsource/noto-sans-sc/700.css')]);
  const wanted = Object.entries(files).filter(([path]) => path.includes(`/${lang}/`) && !loaded.has(path));
  for (const [path, load] of wanted) {
    loaded.add(path);
    add(lang, await load());
  }
}

/** Adds the names that a ruleset brings, by language. */
export function addRulesetWords(locales: Readonly<Record<string, Words>>): void {
  for (const [lang, more] of Object.entries(locales)) add(lang, more);
}

/** The message of a key in a language, else in English, else undefined. */
export function messageOf(lang: string, key: string): string | undefined {
  return words.value[lang]?.[key] ?? words.value.en?.[key];
}
