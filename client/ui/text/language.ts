/** Which language the client speaks: chosen by the player, else by the browser; kept between visits. */
import { signal } from '@preact/signals';

export const LANGUAGES = ['en', 'de', 'zh', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Each language by its own name, which is never translated. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', zh: '中文', es: 'Español' };

const KEY = 'chokepoint:language';

function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.includes(value as Language);
}

function firstLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(KEY);
  if (isLanguage(stored)) return stored;
  const wanted = (globalThis.navigator?.languages ?? []).map((tag) => tag.slice(0, 2)).find(isLanguage);
  return wanted ?? 'en';
}

export const language = signal<Language>(firstLanguage());

/** Changes the language, for this and later visits. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(KEY, next);
  language.value = next;
}
