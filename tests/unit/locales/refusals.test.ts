/** Whatever rules, table, server or client may refuse or warn of has words in every language, and none of it stays English. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { argumentsOf, LANGUAGES, type Language, type Messages, readMessages, sharedWords, textsOf } from './read-locales.ts';

const ROOT = new URL('../../../', import.meta.url);
const FOLDERS = ['shared', 'server', 'client'];
const WRITTEN = /(['`])((?:reject|care|ui\.error)\.(?:\$\{[^}]*\}|[a-z0-9.-])+)\1/g;
/** The table's and the server's short form of `reject.…`. */
const SHORT = /\brefuse\(\s*'([a-z0-9.-]+)'/g;

/** Ids of refusals and warnings in code; `*` where a part is worked out. */
function refusalsIn(text: string): string[] {
  const whole = [...text.matchAll(WRITTEN)].map((match) => (match[2] ?? '').replaceAll(/\$\{[^}]*\}/g, '*'));
  return [...whole, ...[...text.matchAll(SHORT)].map((match) => `reject.${match[1]}`)];
}

function refusalsInCode(): string[] {
  const found = new Set<string>();
  for (const folder of FOLDERS)
    for (const file of readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(file))
        for (const id of refusalsIn(readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8'))) found.add(id);
  // What `refuse` itself puts together is found where it is called.
  found.delete('reject.*');
  return [...found].sort();
}

const words = (language: Language): Messages => ({ ...sharedWords(language), ...readMessages(`locales/${language}/ui.json`) });

const RUN = 3;
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[a-z']+/g) ?? [];

/** Three English words in a row that stand in the other text too, or null. */
function leftInEnglish(english: readonly string[], other: readonly string[]): string | null {
  const there = ` ${other.map((text) => wordsIn(text).join(' ')).join(' | ')} `;
  for (const text of english) {
    const at = wordsIn(text);
    for (let from = 0; from + RUN <= at.length; from += 1) {
      const run = at.slice(from, from + RUN).join(' ');
      if (there.includes(` ${run} `)) return run;
    }
  }
  return null;
}

/** What is wrong with one text beside the English one. */
function faultOf(language: Language, english: string, other: string | undefined): string | null {
  if (other === undefined || other.trim() === '') return 'no words';
  if (argumentsOf(english, 'en').join() !== argumentsOf(other, language).join()) return 'other arguments than in English';
  if (language === 'en') return null;
  if (other === english) return 'English words';
  if (language === 'zh' && !/\p{Script=Han}/u.test(other)) return 'no Chinese';
  const left = leftInEnglish(textsOf(english, 'en'), textsOf(other, language));
  return left === null ? null : `still says “${left}”`;
}

/** Keys that an id stands for. */
const shapeOfId = (id: string): RegExp => new RegExp(`^${id.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`);
const written = refusalsInCode();
const keys = Object.keys(words('en'));
const spoken = keys.filter((key) => /^(reject|care|ui\.error)\./.test(key));

test('refusals are found in rules, table, server and client', () => {
  for (const id of ['reject.fault', 'reject.unknown-match', 'reject.too-fast', 'ui.error.no-line']) expect(written).toContain(id);
  expect(written.filter((id) => id.startsWith('care.')).length).toBeGreaterThan(0);
  expect(written.length).toBeGreaterThan(80);
});

test('every refusal in code has English words, and every such word is asked for', () => {
  expect(written.filter((id) => !keys.some((key) => shapeOfId(id).test(key)))).toEqual([]);
  const shapes = written.map(shapeOfId);
  expect(spoken.filter((key) => !shapes.some((shape) => shape.test(key)))).toEqual([]);
});

test.each(LANGUAGES)('every refusal can be read in %s', (language) => {
  const english = words('en');
  const other = words(language);
  const faults = spoken.flatMap((key) => {
    const fault = faultOf(language, english[key] ?? '', other[key]);
    return fault === null ? [] : [`${key}: ${fault}`];
  });
  expect(faults).toEqual([]);
});

test.each(['ui', 'table', 'rules'])('no language lacks a word of %s.json', (file) => {
  const english = Object.keys(readMessages(`locales/en/${file}.json`));
  const missing = LANGUAGES.flatMap((language) => {
    const there = readMessages(`locales/${language}/${file}.json`);
    return english.filter((key) => there[key] === undefined).map((key) => `${language} ${key}`);
  });
  expect(missing).toEqual([]);
});

describe('the checks see', () => {
  test('both ways of writing a refusal', () => {
    const parts = ['$', '{kind}'].join('');
    expect(refusalsIn(`refuse('late'); throw { id: 'reject.gone' }; const a = \`care.${parts}.x\`;`)).toEqual([
      'reject.gone',
      'care.*.x',
      'reject.late',
    ]);
  });

  test.each([
    ['de', 'You are too late.', undefined, 'no words'],
    ['de', 'You are too late.', 'You are too late.', 'English words'],
    ['de', 'At most {n} seats.', 'Höchstens viele Plätze.', 'other arguments than in English'],
    ['es', 'Wait until the next turn, then ask again.', 'Espera until the next turn y pide.', 'still says “until the next”'],
    ['zh', 'Too late.', 'Tai wan le.', 'no Chinese'],
    ['zh', 'Too late.', '太晚了。', null],
    ['de', 'Chips for {actor} only.', 'Chips nur für {actor}.', null],
  ] as const)('%s “%s” as “%s”', (language, english, other, fault) => {
    expect(faultOf(language, english, other)).toBe(fault);
  });
});
