/** Reads the manifests and puts the mods in the order in which they build on each other. */
import { type Manifest, manifestSchema } from '../schema/ruleset.ts';
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';
import { faultsOf } from './schema-issues.ts';
import { diagnosticAt, keyOffsetAt, offsetAt, type Path, plainValue, readSource, type SourceFile } from './source-file.ts';
import { didYouMean } from './suggest.ts';
import { isRange, satisfies } from './version.ts';

/** A mod as it comes from a folder or an archive: its id is the folder's name. */
export interface ModFiles {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface LoadedManifest {
  readonly mod: ModFiles;
  readonly manifest: Manifest;
  readonly source: SourceFile;
}

const REQUIREMENT = /^([a-z][a-z0-9-]*)(?: (.+))?$/;
const FORMATS = [1];

/** Manifests in load order (what a mod requires or comes after is before it; ties by id). */
export function readManifests(
  mods: readonly ModFiles[],
  gameVersion: string | null,
  diagnostics: Diagnostic[],
): LoadedManifest[] {
  const loaded = [...mods].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((mod) => readManifest(mod, diagnostics) ?? []);
  for (const one of loaded) checkDependencies(one, loaded, gameVersion, diagnostics);
  return inLoadOrder(loaded, diagnostics);
}

/** Ids of the mods that a requirement or `after` names, without versions. */
export function namesOf(list: readonly string[]): string[] {
  return list.map((text) => text.match(REQUIREMENT)?.[1] ?? text);
}

function readManifest(mod: ModFiles, diagnostics: Diagnostic[]): LoadedManifest | null {
  const name = `${mod.id}/mod.json`;
  const text = mod.files['mod.json'];
  if (text === undefined) {
    diagnostics.push(diagnosticAt({ name, text: '' }, 0, 'M030', 'the mod has no mod.json'));
    return null;
  }
  const source = readSource(name, text, diagnostics);
  if (!source.root || source.broken) return null;
  const value = plainValue(source.root);
  const format = (value as { format?: unknown }).format;
  const say = (offset: number, code: DiagnosticCode, message: string, hint?: string) =>
    diagnostics.push(diagnosticAt(source, offset, code, message, hint));
  if (format !== undefined && !FORMATS.includes(format as number)) {
    say(
      offsetAt(source.root, ['format']),
      'M031',
      `format ${JSON.stringify(format)} is not known`,
      `this game reads format ${FORMATS.join(', ')}`,
    );
    return null;
  }
  const { $schema: _, ...fields } = value as Record<string, unknown>;
  const parsed = manifestSchema.safeParse(fields);
  if (!parsed.success) {
    for (const { path, key, code, message, hint } of faultsOf(manifestSchema, fields, parsed.error)) {
      say(key === undefined ? offsetAt(source.root, path) : keyOffsetAt(source.root, path, key), code, message, hint);
    }
    return null;
  }
  if (parsed.data.id !== mod.id)
    say(offsetAt(source.root, ['id']), 'M004', `the id "${parsed.data.id}" is not the folder's name "${mod.id}"`);
  return { mod, manifest: parsed.data, source };
}

function checkDependencies(
  one: LoadedManifest,
  all: readonly LoadedManifest[],
  gameVersion: string | null,
  diagnostics: Diagnostic[],
): void {
  const { manifest, source } = one;
  const byId = new Map(all.map((other) => [other.manifest.id, other.manifest]));
  const say = (path: Path, code: DiagnosticCode, message: string, hint?: string) =>
    source.root && diagnostics.push(diagnosticAt(source, offsetAt(source.root, path), code, message, hint));
  if (manifest.game !== undefined) {
    if (!isRange(manifest.game))
      say(['game'], 'M004', `"${manifest.game}" is not a version range`, 'write it like ">=0.1.0 <1.0.0"');
    else if (gameVersion !== null && !satisfies(gameVersion, manifest.game)) {
      say(['game'], 'M032', `needs game version ${manifest.game}; this is ${gameVersion}`);
    }
  }
  manifest.requires.forEach((text, index) => {
    const [, id = '', range] = text.match(REQUIREMENT) ?? [];
    const path = ['requires', index];
    const found = byId.get(id);
    if (id === '' || (range !== undefined && !isRange(range)))
      say(path, 'M004', `"${text}" is not a mod id with a version range`);
    else if (!found) say(path, 'M032', `requires the mod "${id}", which is not there`, didYouMean(id, byId.keys()).hint);
    else if (range !== undefined && !satisfies(found.version, range)) {
      say(path, 'M032', `requires "${id}" ${range}, but version ${found.version} is there`);
    }
  });
  manifest.conflicts.forEach((id, index) => {
    if (byId.has(id)) say(['conflicts', index], 'M034', `can not be used together with the mod "${id}"`);
  });
}

function inLoadOrder(all: readonly LoadedManifest[], diagnostics: Diagnostic[]): LoadedManifest[] {
  const waiting = new Map(all.map((one) => [one.manifest.id, one]));
  const ordered: LoadedManifest[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].find(({ manifest }) =>
      namesOf([...manifest.requires, ...manifest.after]).every((id) => id !== manifest.id && !waiting.has(id)),
    );
    const next = ready ?? [...waiting.values()][0];
    if (!next) break;
    if (!ready) {
      const circle = [...waiting.keys()].join(', ');
      const offset = next.source.root
        ? offsetAt(next.source.root, [next.manifest.requires.length > 0 ? 'requires' : 'after'])
        : 0;
      diagnostics.push(diagnosticAt(next.source, offset, 'M033', `mods require each other in a circle: ${circle}`));
      return [...ordered, ...waiting.values()];
    }
    ordered.push(next);
    waiting.delete(next.manifest.id);
  }
  return ordered;
}
