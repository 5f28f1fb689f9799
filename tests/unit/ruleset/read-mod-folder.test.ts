/** Reading from disk follows no link and reads nothing oversized; the base game loads without a fault. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadBaseRuleset, readModFolder } from '#server/content/read-mod-folder.ts';
import { formatDiagnostic } from '#shared/ruleset/load/diagnostic.ts';
import { LIMITS } from '#shared/ruleset/load/limits.ts';

const folder = await mkdtemp(join(tmpdir(), 'mod-'));
afterAll(() => rm(folder, { recursive: true }));

test('links and oversized files are said and not read', async () => {
  const mod = join(folder, 'sample');
  await mkdir(join(mod, 'techs'), { recursive: true });
  await writeFile(join(mod, 'mod.json'), '{}');
  await writeFile(join(mod, 'techs', 'a.json'), '{ "techs": [] }');
  await writeFile(join(mod, 'big.json'), ' '.repeat(LIMITS.fileBytes + 1));
  await writeFile(join(mod, 'picture.png'), 'not read');
  await symlink('/etc/hostname', join(mod, 'link.json'));
  const { mod: read, diagnostics } = await readModFolder(mod);
  expect(read).toEqual({
    id: 'sample',
    files: { 'mod.json': '{}', 'techs/a.json': '{ "techs": [] }', 'big.json': '', 'picture.png': '' },
  });
  expect(diagnostics.map(formatDiagnostic).sort()).toEqual([
    `sample/big.json:1:1 error M012 the file is larger than ${LIMITS.fileBytes} bytes`,
    'sample/link.json:1:1 error M014 links are not allowed in a mod',
  ]);
});

test('the base game loads', async () => {
  const { ruleset, locales, hash } = await loadBaseRuleset();
  expect(Object.keys(ruleset.actors).length).toBeGreaterThanOrEqual(12);
  expect(Object.keys(locales)).toContain('en');
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect((await loadBaseRuleset()).hash).toBe(hash);
});
