/** The rules that a command plays by: the base game, or it together with mods from folders. */
import { formatDiagnostic } from '#shared/ruleset/load/diagnostic.ts';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { BASE_FOLDER, loadBaseRuleset, readModFolder } from '../content/read-mod-folder.ts';
import { UsageError } from './names.ts';

const loaded = new Map<string, Promise<Ruleset>>();

/** Loaded once for each list of folders; a folder or mod at fault is a wrong call that says what is wrong. */
export function rulesetWith(folders: readonly string[] = []): Promise<Ruleset> {
  const key = folders.join('\n');
  const found = loaded.get(key) ?? (folders.length === 0 ? loadBaseRuleset().then(({ ruleset }) => ruleset) : load(folders));
  loaded.set(key, found);
  return found;
}

async function load(folders: readonly string[]): Promise<Ruleset> {
  const read = await Promise.all([BASE_FOLDER, ...folders].map(readFolder));
  const { ruleset, diagnostics } = loadMods(read.map(({ mod }) => mod));
  const errors = [...read.flatMap((one) => one.diagnostics), ...diagnostics].filter(({ severity }) => severity === 'error');
  if (ruleset === null || errors.length > 0)
    throw new UsageError(`The mods are at fault:\n${errors.map(formatDiagnostic).join('\n')}`);
  return ruleset;
}

async function readFolder(folder: string): ReturnType<typeof readModFolder> {
  try {
    return await readModFolder(folder);
  } catch (error) {
    throw new UsageError(`The folder "${folder}" can't be read: ${(error as Error).message}.`);
  }
}
