/** Reads the words of all languages and what their messages ask for. */
import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { listFiles } from './sources.ts';

/** By language, then key. */
export type Words = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
  readonly children?: readonly Part[];
}

const LITERAL = 0;
const POUND = 7;

/** `assets/locales/<language>/*.json` and `<ruleset>/locales/<language>.json`; throws on what is not flat text. */
export function readWords(folders: readonly string[]): Words {
  const words = new Map<string, Map<string, string>>();
  for (const path of listFiles(folders).filter((file) => file.endsWith('.json'))) {
    const language = path.match(/locales\/([a-z]{2})[/.]/)?.[1] ?? '';
    const keys = words.get(language) ?? new Map<string, string>();
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)) {
      if (typeof text !== 'string') throw new TypeError(`${path}: "${key}" is not a text`);
      if (keys.has(key)) throw new TypeError(`${path}: "${key}" is written twice`);
      keys.set(key, text);
    }
    words.set(language, keys);
  }
  return words;
}

/** Names of the arguments of a message; throws when it is not well formed. */
export function argumentsOf(text: string, language: string): string[] {
  const names = new Set<string>();
  const visit = (parts: readonly Part[]): void => {
    for (const { type, value, options, children } of parts) {
      if (type !== LITERAL && type !== POUND && value !== undefined) names.add(value);
      for (const option of Object.values(options ?? {})) visit(option.value);
      visit(children ?? []);
    }
  };
  visit(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() as readonly Part[]);
  return [...names].sort();
}

/** What is wrong with the messages of all languages: form, keys and arguments that English does not have. */
export function wordFaults(words: Words): string[] {
  const english = words.get('en') ?? new Map<string, string>();
  return [...words].flatMap(([language, keys]) =>
    [...keys].flatMap(([key, text]) => {
      const original = english.get(key);
      if (original === undefined) return [`${language} ${key}: not in English`];
      try {
        const known = argumentsOf(original, 'en');
        const unknown = argumentsOf(text, language).filter((name) => !known.includes(name));
        return unknown.length === 0 ? [] : [`${language} ${key}: unknown arguments ${unknown.join(', ')}`];
      } catch (error) {
        return [`${language} ${key}: ${error instanceof Error ? error.message : error}`];
      }
    }),
  );
}
