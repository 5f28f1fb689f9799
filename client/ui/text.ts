/**
 * Every word on screen goes through `t`: a message id with parameters becomes text in the chosen language. Content ids
 * in parameters become names, numbers get their unit from the parameter's name, a missing message shows its key.
 */

import { signal } from '@preact/signals';
import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageRef } from '#shared/state/ledger.ts';
import { quarterOf } from '#shared/util/quarter.ts';
import { byUnit } from './text/format.ts';
import { language } from './text/language.ts';
import { designOf, nameIn } from './text/names.ts';
import { messageOf } from './text/words.ts';

export type Params = Readonly<Record<string, string | number>>;

/** First quarter of the match that is shown, so that turns read as quarters. */
export const startQuarter = signal(0);
/** Keys that were asked for and have no message in English; tests read it. */
export const missingKeys = new Set<string>();

const compiled = new Map<string, IntlMessageFormat>();

function compile(lang: string, message: string): IntlMessageFormat | null {
  const key = `${lang}\0${message}`;
  const found = compiled.get(key);
  if (found !== undefined) return found;
  try {
    const made = new IntlMessageFormat(message, lang, undefined, { ignoreTag: true });
    compiled.set(key, made);
    return made;
  } catch {
    return null;
  }
}

/** Name of an actor, chip, site or other content; designs made in play read by their performance. */
export function name(id: string, hint = ''): string {
  const lang = language.value;
  const design = designOf(id);
  if (design === null) return nameIn(lang, id, hint);
  return t({ id: 'word.design', params: { chip: nameIn(lang, design.chip, 'chip'), tpp: design.tpp } });
}

const CONTENT_ID = /^[a-z][a-z0-9-]*:[a-z0-9][a-z0-9.@-]*$/;
const WORD_ID = /^(word|field|phase|ui)\.[a-z0-9.-]+$/;

function readable(key: string, value: string | number): string | number {
  if (typeof value === 'number') {
    return key.endsWith('Turn') ? quarter(startQuarter.value + value) : (byUnit(language.value, key, value) ?? value);
  }
  if (CONTENT_ID.test(value)) return name(value, key);
  if (WORD_ID.test(value)) return t(value);
  return value;
}

/** Text of a message: by key with parameters, or as the rules refer to it. */
export function t(message: MessageRef | string, params: Params = {}): string {
  const id = typeof message === 'string' ? message : message.id;
  const given = typeof message === 'string' ? params : message.params;
  const lang = language.value;
  const pattern = messageOf(lang, id);
  if (pattern === undefined) {
    missingKeys.add(id);
    return id;
  }
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(given)) values[key] = readable(key, value);
  try {
    return String(compile(lang, pattern)?.format(values) ?? pattern);
  } catch {
    return pattern;
  }
}

/** A quarter, counted from the year 0: "2024 Q3", in German "Q3 2024", in Chinese "2024年三季度". */
export function quarter(index: number): string {
  const { year, quarter: number } = quarterOf(index);
  // As words: a year has no comma for thousands.
  return t('ui.quarter.name', { year: String(year), quarter: String(number) });
}

/** True when a message exists, for words that only some content has. */
export function hasText(id: string): boolean {
  return messageOf(language.value, id) !== undefined;
}

/** "a, b and c" in the chosen language. */
export function listOf(items: readonly string[]): string {
  return new Intl.ListFormat(language.value, { type: 'conjunction' }).format(items);
}
