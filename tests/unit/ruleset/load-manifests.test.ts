/** Manifests: what is required, in which order, and each fault with its code. */
import { expect, test } from 'vitest';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import { base, extra, linesOf, manifest, mod } from './sample-mods.ts';

test.each([
  ['no manifest', [mod('bare', { 'a.json': {} })], 'bare/mod.json:1:1 error M030 the mod has no mod.json'],
  [
    'bad format number',
    [extra('my', {}, { format: 7 })],
    'my/mod.json:4:13 error M031 format 7 is not known; this game reads format 1',
  ],
  [
    'id that is not the folder',
    [mod('my', { 'mod.json': manifest('other') })],
    'my/mod.json:2:9 error M004 the id "other" is not the folder\'s name "my"',
  ],
  ['unknown field', [extra('my', {}, { require: [] })], /M003 unknown field "require"; did you mean "requires"\?/],
  [
    'unmet requirement',
    [extra('my', {}, { requires: ['bass'] })],
    'my/mod.json:8:5 error M032 requires the mod "bass", which is not there; did you mean "base"?',
  ],
  [
    'version too low',
    [extra('my', {}, { requires: ['base >=2.0.0'] })],
    /M032 requires "base" >=2.0.0, but version 1.0.0 is there/,
  ],
  [
    'badly formed requirement',
    [extra('my', {}, { requires: ['base @@'] })],
    /M004 "base @@" is not a mod id with a version range/,
  ],
  ['badly formed game range', [extra('my', {}, { game: 'new' })], /M004 "new" is not a version range/],
  ['other game version', [extra('my', {}, { game: '>=9.0.0' })], /M032 needs game version >=9.0.0; this is 0.1.0/],
  [
    'conflict',
    [extra('my', {}, { conflicts: ['no'] }), extra('no', {})],
    'my/mod.json:11:5 error M034 can not be used together with the mod "no"',
  ],
  [
    'circle',
    [extra('my', {}, { requires: ['no'] }), extra('no', {}, { requires: ['my'] })],
    /M033 mods require each other in a circle: my, no/,
  ],
] as const)('%s', (_, mods, wanted) => {
  const { ruleset, diagnostics } = loadMods([base(), ...mods], { gameVersion: '0.1.0' });
  expect(ruleset).toBeNull();
  expect(diagnostics).toHaveLength(1);
  if (typeof wanted === 'string') expect(linesOf(base(), ...mods)).toEqual([wanted]);
  else
    expect(`${diagnostics[0]?.code} ${diagnostics[0]?.message}${diagnostics[0]?.hint ? `; ${diagnostics[0].hint}` : ''}`).toMatch(
      wanted,
    );
});

test('what is required, or comes before, is loaded first', () => {
  const mods = [
    extra('aa', {}, { requires: ['base >=1.0.0 <2.0.0', 'cc'] }),
    extra('bb', {}),
    extra('cc', {}, { after: ['bb', 'absent'] }),
    base(),
  ];
  const { ruleset, diagnostics } = loadMods(mods);
  expect(diagnostics).toEqual([]);
  expect(ruleset?.mods.map(({ id }) => id)).toEqual(['base', 'bb', 'cc', 'aa']);
});
