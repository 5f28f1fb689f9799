/** Every word that code or content needs is there in English, and no language asks for more than English does. */
import { describe, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import type { ContentKind, Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { messagesInCode, type UsedMessage } from './messages-in-code.ts';
import { readSources } from './sources.ts';
import { argumentsOf, readWords, wordFaults } from './words.ts';

const words = readWords(['assets/locales', 'assets/rulesets/base/locales']);
const english = words.get('en') ?? new Map<string, string>();
const { ruleset } = await loadBaseRuleset();

/** Kinds of content that have a name, and the first part of its key. */
const NAMED: Partial<Record<ContentKind, string>> = {
  blocs: 'bloc',
  roles: 'role',
  actors: 'actor',
  allies: 'ally',
  sites: 'site',
  regions: 'region',
  lines: 'line',
  chips: 'chip',
  branches: 'branch',
  techs: 'tech',
  laws: 'law',
  events: 'event',
  orders: 'order',
  scenarios: 'scenario',
};

/** Keys that the content of a ruleset needs. */
function keysOfContent(rules: Ruleset): string[] {
  const names = Object.entries(NAMED).flatMap(([kind, word]) =>
    Object.keys(rules[kind as ContentKind]).map((id) => `${word}.${id}`),
  );
  const texts = Object.keys(rules.techs).map((id) => `tech.${id}.text`);
  const settings = Object.values(rules.laws).flatMap((law) => law.settings.map(({ key }) => `law.${law.id}.${key}`));
  return [...names, ...texts, ...settings];
}

/** What is wrong with the messages that code uses. */
function faultsInUse(used: readonly UsedMessage[], texts: ReadonlyMap<string, string>): string[] {
  return used.flatMap(({ at, id, params }) => {
    if (id.includes('*')) {
      const pattern = new RegExp(
        `^${id
          .split('*')
          .map((part) => part.replaceAll('.', '\\.'))
          .join('.+')}$`,
      );
      return [...texts.keys()].some((key) => pattern.test(key)) ? [] : [`${at} ${id}: no such word`];
    }
    const text = texts.get(id);
    if (text === undefined) return [`${at} ${id}: no such word`];
    const missing = params === null ? [] : argumentsOf(text, 'en').filter((name) => !params.includes(name));
    return missing.length === 0 ? [] : [`${at} ${id}: needs ${missing.join(', ')}`];
  });
}

test('messages are well formed, and no language has more than English', () => {
  expect([...words.keys()].sort()).toEqual(['de', 'en', 'es', 'zh']);
  expect(wordFaults(words)).toEqual([]);
});

test('all content has its English words', () => {
  expect(keysOfContent(ruleset).filter((key) => !english.has(key))).toEqual([]);
});

test('no word is left of content that is gone', () => {
  const known = new Set(Object.keys(NAMED).flatMap((kind) => Object.keys(ruleset[kind as ContentKind])));
  const ids = [...english.keys()].map((key) => ({ key, id: key.match(/[a-z][a-z0-9-]*:[a-z0-9][a-z0-9-]*/)?.[0] }));
  expect(ids.filter(({ id }) => id !== undefined && !known.has(id)).map(({ key }) => key)).toEqual([]);
});

test('all messages that code uses are there, with the parameters that they need', () => {
  expect(faultsInUse(readSources(['shared', 'server', 'client']).flatMap(messagesInCode), english)).toEqual([]);
});

describe('the checks see', () => {
  const texts = new Map([
    ['reject.slots', 'Only {slots, number} slots.'],
    ['report.lobby.for', 'For.'],
  ]);
  test.each([
    ["const m = { id: 'reject.slot', params: {} };", 'no such word'],
    ["const m = { id: 'reject.slots', params: { count: 1 } };", 'needs slots'],
    ['const m = { id: `report.lobbying.${side}`, params: {} };', 'no such word'],
  ])('%s', (text, fault) => {
    expect(faultsInUse(messagesInCode({ path: 'shared/rules/a.ts', text }), texts)).toEqual([expect.stringContaining(fault)]);
  });

  test.each([
    "const m = { id: 'reject.slots', params: { slots } };",
    'const m = { id: `report.lobby.${side}`, params };',
    "say('reject.slots', more);",
  ])('nothing wrong with %s', (text) => {
    expect(faultsInUse(messagesInCode({ path: 'shared/rules/a.ts', text }), texts)).toEqual([]);
  });

  test('faults of languages', () => {
    const faulty = new Map([
      [
        'en',
        new Map([
          ['a', '{x}'],
          ['b', '{broken'],
        ]),
      ],
      [
        'de',
        new Map([
          ['a', '{y}'],
          ['c', 'nur hier'],
        ]),
      ],
    ]);
    expect(wordFaults(faulty)).toEqual([expect.stringMatching(/^en b: /), 'de a: unknown arguments y', 'de c: not in English']);
  });
});
