/** The rules stay a pure function of their inputs, and the check sees each kind of impurity. */
import { describe, expect, test } from 'vitest';
import { impurities } from './purity.ts';
import { readSources } from './sources.ts';

const PURE_FOLDERS = ['util', 'ruleset', 'state', 'rules', 'bots', 'replay', 'match'].map((name) => `shared/${name}`);

test('nothing in the rules depends on the machine', () => {
  expect(readSources(PURE_FOLDERS).flatMap(impurities)).toEqual([]);
});

describe('the check sees', () => {
  const impure = [
    'const x = 2 ** 3;',
    'let x = 2; x **= 3;',
    'const x = Math.pow(2, 3);',
    "const x = Math['log'](2);",
    'const x = Math.LN2;',
    'const { exp } = Math;',
    'const x = Math.random();',
    'const x = Date.now();',
    'const x = new Date();',
    'const x = performance.now();',
    'const x = crypto.randomUUID();',
    "const x = new Intl.NumberFormat('en');",
    "const x = 'a'.localeCompare('b');",
    'const x = (1).toLocaleString();',
    'const x = structuredClone({});',
    'const x = globalThis;',
    'const x = window;',
    'const x = document;',
    'const x = process.env;',
    'const o = { process };',
  ];
  test.each(impure)('%s', (text) => {
    expect(impurities({ path: 'shared/rules/a.ts', text })).not.toEqual([]);
  });
});

describe('the check allows', () => {
  const pure = [
    'const x = Math.floor(Math.sqrt(2));',
    'const o = { process: 1, window: 2 }; const y = o.process;',
    'interface A { readonly document: string }',
    '// Math.pow and Date.now are banned here',
  ];
  test.each(pure)('%s', (text) => {
    expect(impurities({ path: 'shared/rules/a.ts', text })).toEqual([]);
  });
});
