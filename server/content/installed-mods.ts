/** The mods that are installed beside the base game: each folder of assets/mods, and the rules that a choice of them makes. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'jsonc-parser';
import { type ModInfo, modInfo } from '#shared/protocol/mod-info.ts';
import { formatDiagnostic } from '#shared/ruleset/load/diagnostic.ts';
import { hashRuleset } from '#shared/ruleset/load/hash-ruleset.ts';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import type { ModFiles } from '#shared/ruleset/load/manifest.ts';
import { manifestSchema } from '#shared/ruleset/schema/ruleset.ts';
import { BASE_FOLDER, type BaseRuleset, readModFolder } from './read-mod-folder.ts';

export const MODS_FOLDER = fileURLToPath(new URL('../../assets/mods', import.meta.url));

export interface InstalledMods {
  readonly infos: readonly ModInfo[];
  /** What is wrong with those that are at fault by themselves: they are left out, and the game goes on without them. */
  readonly faults: readonly string[];
  /** Rules of the base game with these mods; null where one is not installed, or a text that says why they don't go together. */
  rulesOf(ids: readonly string[]): BaseRuleset | string | null;
}

export async function readInstalledMods(folder: string = MODS_FOLDER): Promise<InstalledMods> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const base = await readModFolder(BASE_FOLDER);
  const read = await Promise.all(names.sort().map((name) => readModFolder(join(folder, name))));
  const mods = new Map(read.map(({ mod }) => [mod.id, mod]));
  const made = new Map<string, BaseRuleset | string>();
  const rulesOf = (ids: readonly string[]): BaseRuleset | string | null => {
    const key = [...new Set(ids)].sort();
    const chosen = key.flatMap((id) => mods.get(id) ?? []);
    if (chosen.length !== key.length) return null;
    const name = key.join(' ');
    const found = made.get(name) ?? load([base.mod, ...chosen]);
    made.set(name, found);
    return found;
  };
  const infos: ModInfo[] = [];
  const faults: string[] = [];
  for (const mod of [...mods.values()]) {
    const rules = rulesOf([mod.id]);
    if (rules !== null && typeof rules !== 'string')
      infos.push(modInfo(manifestSchema.parse(parse(mod.files['mod.json'] ?? '{}')), rules));
    else {
      faults.push(`The mod ${mod.id} is at fault:\n${rules}`);
      mods.delete(mod.id);
    }
  }
  return { infos, faults, rulesOf };
}

function load(mods: readonly ModFiles[]): BaseRuleset | string {
  const { ruleset, locales, diagnostics } = loadMods(mods);
  if (ruleset !== null) return { ruleset, locales, hash: hashRuleset(ruleset) };
  return diagnostics.map(formatDiagnostic).join('\n');
}
