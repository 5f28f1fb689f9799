/** What is wrong with a single file or folder gives one diagnostic, with its code and place. */
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#shared/ruleset/load/limits.ts';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import { base, codesOf, extra, linesOf, tech } from './sample-mods.ts';

test('the sample has no fault', () => {
  const { ruleset, diagnostics } = loadMods([base()]);
  expect(diagnostics).toEqual([]);
  expect(Object.keys(ruleset?.techs ?? {})).toEqual(['base:evals', 'base:sparse']);
  expect(Object.values(ruleset?.systems ?? {})).not.toContain(false);
});

test('comments and trailing commas are allowed, and $schema', () => {
  expect(linesOf(base({ 'more.jsonc': '// words\n{ "$schema": "x", /* none */ "techs": [], }' }))).toEqual([]);
});

const withTech = (more: object) => base({ 'more.json': { techs: [tech('base:more', more)] } });

describe('each fault gives its code at its place', () => {
  test.each([
    ['syntax error', base({ 'more.json': '{ "techs": [ }' }), 'base/more.json:1:14 error M001 not valid JSON: value expected'],
    ['empty file', base({ 'more.json': ' \n' }), 'base/more.json:1:1 error M001 the file is empty'],
    [
      'duplicate key',
      base({ 'more.json': '{ "techs": [],\n  "techs": [] }' }),
      'base/more.json:2:3 error M002 the key "techs" stands twice in this object',
    ],
    [
      'unknown field',
      withTech({ priceKusdd: 1 }),
      'base/more.json:12:7 error M003 unknown field "priceKusdd"; did you mean "priceKusd"?',
    ],
    [
      'unknown section',
      base({ 'more.json': { tech: [] } }),
      'base/more.json:2:3 error M003 unknown section "tech"; did you mean "techs"?',
    ],
    ['wrong type', withTech({ talent: 'ten' }), 'base/more.json:9:17 error M004 "talent" must be a number, not a text'],
    ['missing', withTech({ talent: undefined }), 'base/more.json:3:5 error M004 the field "talent" is missing'],
    ['fractional', withTech({ talent: 1.5 }), 'base/more.json:9:17 error M004 "talent" must be a whole number, not 1.5'],
    ['out of range', withTech({ column: 13 }), 'base/more.json:7:17 error M004 "column" must be at most 12, not 13'],
    [
      'out of the range of the statistic',
      withTech({ effects: [{ stat: 'yield-growth', value: 900 }] }),
      'base/more.json:15:20 error M004 "value" of yield-growth must be from 0 to 200 (perMille), not 900',
    ],
    [
      'unknown statistic',
      withTech({ effects: [{ stat: 'research-sped', value: 1100 }] }),
      'base/more.json:14:19 error M005 unknown statistic "research-sped"; did you mean "research-speed"?',
    ],
    [
      'unknown choice',
      withTech({ mark: 'begin' }),
      'base/more.json:12:15 error M005 unknown choice for "mark" "begin"; one of start, road, long-shot',
    ],
    [
      'unknown system',
      base({ 'more.json': { systems: { presure: false } } }),
      'base/more.json:3:5 error M005 unknown system "presure"; did you mean "pressure"?',
    ],
    [
      'dangling reference',
      withTech({ requires: ['base:evls'] }),
      'base/more.json:13:9 error M006 unknown technology "base:evls"; did you mean "base:evals"?',
    ],
    [
      'prerequisite cycle',
      base({ 'more.json': { techs: [tech('base:a', { requires: ['base:b'] }), tech('base:b', { requires: ['base:a'] })] } }),
      'base/more.json:26:9 error M007 prerequisites go in a circle: base:a -> base:b -> base:a',
    ],
    ['entry without id', base({ 'more.json': { techs: [{}] } }), 'base/more.json:3:5 error M004 the entry has no "id"'],
    [
      'duplicate id',
      base({ 'more.json': { techs: [tech('base:evals')] } }),
      'base/techs.json:4:13 error M009 technology "base:evals" is already defined at base/more.json:4:13',
    ],
    [
      'foreign namespace',
      base({ 'more.json': { techs: [tech('other:more')] } }),
      'base/more.json:4:13 error M010 the id "other:more" belongs to the mod "other"; name it "base:more", or change the other mod\'s entry with a patch',
    ],
    [
      'forbidden key',
      base({ 'more.json': '{ "__proto__": { "techs": [] } }' }),
      'base/more.json:1:3 error M011 the key "__proto__" is forbidden',
    ],
    [
      'file too large',
      base({ 'more.json': ' '.repeat(LIMITS.fileBytes + 1) }),
      /^base\/more.json:1:1 error M012 the file has more/,
    ],
    [
      'nested too deep',
      base({ 'more.json': '['.repeat(100_000) }),
      'base/more.json:1:25 error M012 values are nested more than 24 deep',
    ],
    [
      'too many entries',
      base({ 'more.json': { techs: new Array(LIMITS.entries + 1).fill(null) } }),
      /M012 the mod has too many entries/,
    ],
    [
      'too many files',
      base(Object.fromEntries(Array.from({ length: LIMITS.files + 1 }, (_, i) => [`notes/${i}.md`, '']))),
      'base/mod.json:1:1 error M012 the mod has more than 2000 files',
    ],
    ['text too long', base({ 'locales/en.json': { a: 'x'.repeat(LIMITS.textLength + 1) } }), /M012 the text "a" is longer/],
    [
      'forbidden file type',
      base({ 'run.js': 'alert(1)' }),
      'base/run.js:1:1 error M013 files of this type are not allowed in a mod',
    ],
    ['hidden file', base({ '.env.json': '{}' }), /M013/],
    [
      'path that leaves the folder',
      base({ '../evil.json': '{}' }),
      'base/../evil.json:1:1 error M014 the path leaves the folder of the mod',
    ],
    ['path with a drive', base({ 'C:\\evil.json': '{}' }), /M014/],
    [
      'text with markup',
      base({ 'locales/en.json': { a: 'see <b>this</b>' } }),
      'base/locales/en.json:2:8 warning M015 markup in a text is shown as text',
    ],
    [
      'text that is none',
      base({ 'locales/en.json': { a: 1 } }),
      'base/locales/en.json:2:8 error M004 the text "a" must be a text',
    ],
    [
      'text written twice',
      base({ 'locales/en.json': { a: '1' }, 'locales/en/more.json': { a: '2' } }),
      /M009 the text "a" is also written at/,
    ],
    [
      'parameter outside its own bounds',
      base({ 'more.json': { parameters: [{ id: 'base:k', value: 3, unit: 'x', min: 0, max: 2, doc: 'd', source: 's' }] } }),
      /M004 "value" must be from 0 to 2, not 3/,
    ],
  ] as const)('%s', (_, broken, wanted) => {
    const lines = linesOf(broken);
    if (typeof wanted === 'string') expect(lines).toContain(wanted);
    else expect(lines).toContainEqual(expect.stringMatching(wanted));
    const severity = lines.some((line) => line.includes(' error '));
    expect(loadMods([broken]).ruleset === null).toBe(severity);
  });
});

test('a technology that nobody can ever reach', () => {
  const role = { roles: [{ id: 'base:crown', icon: 'crown' }] };
  const branch = {
    id: 'base:palace',
    letter: 'P',
    colour: '#123456',
    roles: ['base:crown'],
    pricePermille: 1,
    pressureSpeedPercent: 0,
    pressurePricePercent: 0,
  };
  const more = {
    ...role,
    branches: [branch],
    techs: [tech('base:throne', { branch: 'base:palace' }), tech('base:after', { requires: ['base:throne'] })],
  };
  expect(linesOf(base({ 'more.json': more }))).toEqual([
    expect.stringMatching(/M008 nobody can ever reach "base:throne"; no actor has both its branch and its bloc$/),
  ]);
});

test('all errors come at once, and one fault is not reported many times', () => {
  const more = { techs: [tech('base:one', { talent: -1 }), tech('base:two', { requires: ['base:one', 'base:evls'] })] };
  expect(codesOf(base({ 'more.json': more, 'other.json': '{' }))).toEqual(['M004', 'M006', 'M001']);
});

test('nothing reaches the prototype of objects', () => {
  loadMods([base({ 'more.json': '{ "techs": [{ "id": "base:x", "__proto__": { "polluted": true } }] }' })]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('files of any order give the same hash and diagnostics', () => {
  const files = base({ 'locales/en.json': { b: '1', a: '2' } }).files;
  const backwards = { id: 'base', files: Object.fromEntries(Object.entries(files).reverse()) };
  expect(loadMods([backwards])).toEqual(loadMods([{ id: 'base', files }]));
});

test('a mod from elsewhere may add entries', () => {
  const { ruleset, diagnostics } = loadMods([
    base(),
    extra('more', { 'a.json': { techs: [tech('more:x', { requires: ['base:evals'] })] } }),
  ]);
  expect(diagnostics).toEqual([]);
  expect(ruleset?.mods.map(({ id }) => id)).toEqual(['base', 'more']);
});
