/** `rules check [DIR…]`: loads the base ruleset with mods and prints every diagnostic with its place. */
import { formatDiagnostic } from '#shared/ruleset/load/diagnostic.ts';
import { hashRuleset } from '#shared/ruleset/load/hash-ruleset.ts';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import { BASE_FOLDER, readModFolder } from '../content/read-mod-folder.ts';
import { UsageError } from './names.ts';

export interface CheckOptions {
  readonly json?: boolean;
}

/** Exit code: 0 without errors, 1 with. */
export async function checkRules(folders: readonly string[], { json = false }: CheckOptions): Promise<number> {
  const read = await Promise.all([BASE_FOLDER, ...folders].map(readFolder));
  const loaded = loadMods(read.map(({ mod }) => mod));
  const diagnostics = [...read.flatMap((one) => one.diagnostics), ...loaded.diagnostics];
  const failed = loaded.ruleset === null || diagnostics.some(({ severity }) => severity === 'error');
  const hash = failed || loaded.ruleset === null ? null : hashRuleset(loaded.ruleset);
  if (json) {
    process.stdout.write(`${JSON.stringify({ ok: !failed, hash, diagnostics })}\n`);
    return failed ? 1 : 0;
  }
  for (const diagnostic of diagnostics) process.stdout.write(`${formatDiagnostic(diagnostic)}\n`);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const counts = `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  process.stdout.write(hash === null ? `${counts}\n` : `${counts}; ruleset ${hash.slice(0, 12)}\n`);
  return failed ? 1 : 0;
}

async function readFolder(folder: string): ReturnType<typeof readModFolder> {
  try {
    return await readModFolder(folder);
  } catch (error) {
    throw new UsageError(`The folder "${folder}" can't be read: ${(error as Error).message}.`);
  }
}
