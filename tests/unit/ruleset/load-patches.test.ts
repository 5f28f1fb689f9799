/** Patches: what each operation does, that order decides nothing, and each fault with its code. */
import { describe, expect, test } from 'vitest';
import { hashRuleset } from '#shared/ruleset/load/hash-ruleset.ts';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import { base, extra, linesOf, tech } from './sample-mods.ts';

const patch = (more: object) => ({ kind: 'techs', id: 'base:evals', path: 'talent', op: 'set', value: 20, ...more });
const patches = (id: string, list: object[], more: object = {}) => extra(id, { 'patches/p.json': { patches: list } }, more);
const evals = (...mods: ReturnType<typeof extra>[]) => {
  const { ruleset, diagnostics } = loadMods([base(), ...mods]);
  expect(diagnostics).toEqual([]);
  return ruleset?.techs['base:evals'];
};

describe('operations', () => {
  test('set, with what it expects', () => {
    expect(evals(patches('my', [patch({ expect: 10 })]))?.talent).toBe(20);
  });

  test('set of a field that has a default', () => {
    expect(evals(patches('my', [patch({ path: 'capital', value: 3 })]))?.capital).toBe(3);
  });

  test('adds sum and scales multiply, rounded once, whatever the order', () => {
    const [a, b] = [
      patches('aa', [patch({ op: 'scale', value: 1250 })]),
      patches('bb', [patch({ op: 'scale', value: 1250 }), patch({ op: 'add', value: 1 })]),
    ];
    expect(evals(a, b)?.talent).toBe(17);
    expect(evals(b, a)?.talent).toBe(17);
  });

  test('append and remove', () => {
    const list = [patch({ path: 'blocs', op: 'append', value: 'base:north' })];
    expect(evals(patches('my', list))?.blocs).toEqual(['base:north']);
    const { ruleset } = loadMods([
      base(),
      patches('my', [patch({ id: 'base:sparse', path: 'requires', op: 'remove', value: 'base:evals' })]),
    ]);
    expect(ruleset?.techs['base:sparse']?.requires).toEqual([]);
  });

  test('remove of a key, and keys with dots and colons', () => {
    const brand = patch({ kind: 'actors', id: 'base:alpha', path: 'brandMilli', op: 'set', value: { 'base:market': 5 } });
    const { ruleset } = loadMods([
      base(),
      patches('my', [brand]),
      patches('no', [patch({ kind: 'actors', id: 'base:alpha', path: 'bot.openPermille', op: 'add', value: 7 })]),
    ]);
    expect(ruleset?.actors['base:alpha']?.brandMilli).toEqual({ 'base:market': 5 });
    expect(ruleset?.actors['base:alpha']?.bot.openPermille).toBe(507);
    const affinity = patch({ kind: 'regions', id: 'base:market', path: 'affinityMilli.base:north', value: 9 });
    expect(loadMods([base(), patches('my', [affinity])]).ruleset?.regions['base:market']?.affinityMilli).toEqual({
      'base:north': 9,
    });
  });

  test('delete', () => {
    const { ruleset, diagnostics } = loadMods([base(), patches('my', [{ kind: 'techs', id: 'base:sparse', op: 'delete' }])]);
    expect(diagnostics).toEqual([]);
    expect(Object.keys(ruleset?.techs ?? {})).toEqual(['base:evals']);
  });

  test('a mod that comes after wins, and may expect what it found', () => {
    const [a, b] = [patches('bb', [patch({ value: 30 })]), patches('aa', [patch({ value: 40, expect: 30 })], { after: ['bb'] })];
    expect(evals(a, b)?.talent).toBe(40);
  });
});

describe('each fault gives its code at its place', () => {
  test.each([
    [
      'missing target',
      [patch({ id: 'base:evls' })],
      'my/patches/p.json:3:5 error M020 unknown technology "base:evls"; did you mean "base:evals"?',
    ],
    [
      'missing field',
      [patch({ path: 'talents', op: 'add' })],
      'my/patches/p.json:3:5 error M020 base:evals has no field "talents"; did you mean "talent"?',
    ],
    [
      'unknown field',
      [patch({ path: 'talents' })],
      'my/patches/p.json:3:5 error M003 unknown field "talents"; did you mean "talent"?',
    ],
    [
      'missing in a list',
      [patch({ path: 'blocs', op: 'remove', value: 'base:x' })],
      /M020 base:evals.blocs does not hold "base:x"/,
    ],
    [
      'failed expectation',
      [patch({ expect: 11 })],
      'my/patches/p.json:3:5 error M022 expects 11 in base:evals.talent, but finds 10',
    ],
    [
      'clash within a mod',
      [patch({}), patch({ value: 21 })],
      'my/patches/p.json:3:5 error M021 base:evals.talent is also set by my/patches/p.json:10:5; keep one of them',
    ],
    ['operation that does not fit', [patch({ path: 'source', op: 'add' })], /M023 add does not fit a field that holds "made up"/],
    ['remove from a number', [patch({ op: 'remove' })], /M023 remove fits lists and objects only/],
    ['no path', [patch({ path: '' })], /M023 set needs a "path"/],
    ['delete of a field', [patch({ op: 'delete' })], /M023 delete takes away a whole entry/],
    ['change of an id', [patch({ path: 'id', value: 'base:x' })], /M023 an id can not be changed/],
    ['no value', [patch({ value: undefined })], /M004 the field "value" is missing/],
    ['value that does not fit', [patch({ value: -1 })], 'my/patches/p.json:3:5 error M004 "talent" must be at least 0, not -1'],
    ['unknown operation', [patch({ op: 'sett' })], /M005 unknown choice for "op" "sett"; did you mean "set"\?/],
    [
      'reference that leads nowhere',
      [patch({ path: 'requires', op: 'append', value: 'base:spars' })],
      'my/patches/p.json:3:5 error M006 unknown technology "base:spars"; did you mean "base:sparse"?',
    ],
  ] as const)('%s', (_, list, wanted) => {
    const lines = linesOf(base(), patches('my', [...list]));
    if (typeof wanted === 'string') expect(lines).toEqual([wanted]);
    else expect(lines).toEqual([expect.stringMatching(wanted)]);
  });

  test('deleting what others need', () => {
    expect(linesOf(base(), patches('my', [{ kind: 'techs', id: 'base:evals', op: 'delete' }]))).toEqual([
      expect.stringMatching(/^base\/techs.json:\d+:\d+ error M006 unknown technology "base:evals"/),
    ]);
  });

  test('two mods that set one field', () => {
    const lines = linesOf(base(), patches('deep-audit', [patch({})]), patches('fast-start', [patch({ value: 21 })]));
    expect(lines).toEqual([
      'deep-audit/patches/p.json:3:5 error M021 base:evals.talent is also set by fast-start/patches/p.json:3:5; use "add", or list fast-start in "after"',
    ]);
  });

  test('two mods that set a field and what holds it', () => {
    const [whole, part] = [
      patch({ kind: 'actors', id: 'base:alpha', path: 'bot', value: { openPermille: 1, boldPermille: 1 } }),
      patch({ kind: 'actors', id: 'base:alpha', path: 'bot.openPermille' }),
    ];
    expect(linesOf(base(), patches('aa', [whole]), patches('bb', [part]))).toEqual([expect.stringMatching(/M021/)]);
  });

  test('one mod deletes what another changes', () => {
    expect(
      linesOf(
        base(),
        patches('aa', [{ kind: 'techs', id: 'base:sparse', op: 'delete' }]),
        patches('bb', [patch({ id: 'base:sparse' })]),
      ),
    ).toEqual([expect.stringMatching(/^bb\/patches\/p.json:3:5 error M021 base:sparse is deleted by aa\/patches\/p.json:3:5/)]);
  });

  test('two mods that write one text', () => {
    const text = { 'locales/en.json': { 'tech.base:evals': 'Tests' } };
    expect(linesOf(base(), extra('aa', text), extra('bb', text))).toEqual([
      expect.stringMatching(/^bb\/locales\/en.json:2:22 error M021 .*list aa in "after"/),
    ]);
    expect(linesOf(base(), extra('aa', text), extra('bb', text, { after: ['aa'] }))).toEqual([]);
  });
});

test('renames lead old ids to new ones', () => {
  const renaming = extra('my', { 'a.json': { techs: [tech('my:new')] } }, { renames: { 'my:old': 'my:new' } });
  const user = extra('no', {
    'a.json': { techs: [tech('no:x', { requires: ['my:old'] })] },
    'patches/p.json': { patches: [patch({ id: 'my:old' })] },
  });
  const { ruleset, diagnostics } = loadMods([base(), renaming, user]);
  expect(diagnostics).toEqual([]);
  expect(ruleset?.techs['no:x']?.requires).toEqual(['my:new']);
  expect(ruleset?.techs['my:new']?.talent).toBe(20);
});

test('every entry and patched field remembers who wrote it', () => {
  const { writers } = loadMods([base(), patches('my', [patch({})])]);
  expect(writers['techs base:evals']).toEqual([{ mod: 'base', file: 'base/techs.json', line: 3, column: 5, op: 'define' }]);
  expect(writers['techs base:evals talent']).toEqual([{ mod: 'my', file: 'my/patches/p.json', line: 3, column: 5, op: 'set' }]);
});

test('the hash changes with any rule, and not with comments', () => {
  const hash = (...mods: Parameters<typeof loadMods>[0]) => {
    const { ruleset } = loadMods(mods);
    return ruleset && hashRuleset(ruleset);
  };
  expect(hash(base())).toBe(hash(base({ 'more.json': '{ /* nothing */ }' })));
  expect(hash(base())).not.toBe(hash(base(), patches('my', [patch({})])));
  expect(hash(base())).not.toBe(hash(base({ 'more.json': { systems: { pressure: false } } })));
});
