/** Mods that are installed: each is sound by itself, and one at fault is left out without harm to the others. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MODS_FOLDER, readInstalledMods } from '#server/content/installed-mods.ts';

test('the mods of the game are sound', async () => {
  const { infos, faults } = await readInstalledMods();
  expect(faults).toEqual([]);
  expect(infos.length).toBeGreaterThan(0);
});

test('a mod at fault is named and left out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chokepoint-mods-'));
  try {
    cpSync(MODS_FOLDER, folder, { recursive: true });
    mkdirSync(join(folder, 'broken'));
    const manifest = { id: 'broken', version: '1.0.0', format: 1, title: 'Broken', licence: 'MIT', requires: ['nowhere'] };
    writeFileSync(join(folder, 'broken', 'mod.json'), JSON.stringify(manifest));
    const { infos, faults, rulesOf } = await readInstalledMods(folder);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('broken');
    expect(infos.map(({ id }) => id)).not.toContain('broken');
    expect(rulesOf(['broken'])).toBeNull();
    expect(typeof rulesOf([infos[0]?.id ?? ''])).toBe('object');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
