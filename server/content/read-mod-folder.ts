/** Reads mod folders from disk without following links, and loads the base ruleset once for the whole process. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, formatDiagnostic } from '#shared/ruleset/load/diagnostic.ts';
import { hashRuleset } from '#shared/ruleset/load/hash-ruleset.ts';
import { LIMITS, useOf } from '#shared/ruleset/load/limits.ts';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import type { ModFiles } from '#shared/ruleset/load/manifest.ts';
import type { Locales } from '#shared/ruleset/load/texts.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';

export const BASE_FOLDER = fileURLToPath(new URL('../../assets/rulesets/base', import.meta.url));

export interface ReadMod {
  readonly mod: ModFiles;
  /** Links and oversized files, which are not read at all. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface BaseRuleset {
  readonly ruleset: Ruleset;
  readonly locales: Locales;
  readonly hash: string;
}

/** Reads a folder as a mod whose id is the folder's name; media is listed, only data is read. */
export async function readModFolder(folder: string): Promise<ReadMod> {
  const id = basename(folder);
  const files: Record<string, string> = {};
  const diagnostics: Diagnostic[] = [];
  const say = (path: string, code: Diagnostic['code'], message: string) =>
    diagnostics.push({ file: `${id}/${path}`, line: 1, column: 1, severity: 'error', code, message });
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.') || Object.keys(files).length > LIMITS.files) continue;
      if (entry.isDirectory()) await visit(path);
      else if (!entry.isFile()) say(path, 'M014', 'links are not allowed in a mod');
      else files[path] = await readDataFile(folder, path, say);
    }
  };
  await visit('');
  return { mod: { id, files }, diagnostics };
}

async function readDataFile(
  folder: string,
  path: string,
  say: (path: string, code: Diagnostic['code'], message: string) => void,
): Promise<string> {
  const { size } = await stat(join(folder, path));
  const use = useOf(path);
  const limit = use === 'data' ? LIMITS.fileBytes : LIMITS.mediaBytes;
  if (size > limit) say(path, 'M012', `the file is larger than ${limit} bytes`);
  return use === 'data' && size <= limit ? readFile(join(folder, path), 'utf8') : '';
}

let base: Promise<BaseRuleset> | null = null;

/** The base game, loaded once; throws with every diagnostic when it is at fault. */
export function loadBaseRuleset(): Promise<BaseRuleset> {
  base ??= loadBase();
  return base;
}

async function loadBase(): Promise<BaseRuleset> {
  const { mod, diagnostics } = await readModFolder(BASE_FOLDER);
  const { ruleset, locales, diagnostics: found } = loadMods([mod]);
  if (ruleset === null || diagnostics.length > 0) {
    throw new Error(`The base ruleset is at fault:\n${[...diagnostics, ...found].map(formatDiagnostic).join('\n')}`);
  }
  return { ruleset, locales, hash: hashRuleset(ruleset) };
}
