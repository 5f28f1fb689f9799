/** Checks entries one by one: namespace, duplicates, and the schema of their kind. */
import { findNodeAtLocation } from 'jsonc-parser';
import { CONTENT, type ContentKind } from '../schema/ruleset.ts';
import type { Entry, PlacedPatch, Written } from './content.ts';
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';
import { KIND_WORDS } from './kind-words.ts';
import { faultsOf } from './schema-issues.ts';
import { diagnosticAt, keyOffsetAt, offsetAt, type Path } from './source-file.ts';

/** An entry that passed its schema; `value` has defaults filled in and is changed by patches, which are kept beside it. */
export interface CheckedEntry extends Entry {
  value: unknown;
  readonly patched: { readonly path: Path; readonly by: PlacedPatch }[];
}

export interface CheckedEntries {
  /** By kind, then id. */
  readonly valid: ReadonlyMap<ContentKind, Map<string, CheckedEntry>>;
  /** All ids, also those of entries that are at fault, so that one fault is not reported many times over. */
  readonly known: ReadonlyMap<ContentKind, Set<string>>;
}

/** Says something about a place inside a written value. */
export function sayAt(
  { source, node }: Written,
  path: Path,
  diagnostics: Diagnostic[],
  code: DiagnosticCode,
  message: string,
  hint?: string,
): void {
  diagnostics.push(diagnosticAt(source, offsetAt(node, path), code, message, hint));
}

/** Says something about a place inside an entry: where a patch wrote it, else where the entry did. */
export function sayInEntry(
  entry: CheckedEntry,
  path: Path,
  diagnostics: Diagnostic[],
  code: DiagnosticCode,
  message: string,
  hint?: string,
): void {
  const inEntry = findNodeAtLocation(entry.node, [...path]) !== undefined;
  const { by } = entry.patched.findLast((one) => isPrefix(one.path, path) && !(one.by.patch.op === 'append' && inEntry)) ?? {};
  if (by) sayAt(by, [], diagnostics, code, message, hint);
  else sayAt(entry, path, diagnostics, code, message, hint);
}

/** Whether one path leads to the other or to what holds it. */
export function isPrefix(short: Path, long: Path): boolean {
  return short.length <= long.length && short.every((step, index) => step === long[index]);
}

export function checkEntries(entries: readonly Entry[], diagnostics: Diagnostic[]): CheckedEntries {
  const kinds = Object.keys(CONTENT) as ContentKind[];
  const valid = new Map(kinds.map((kind) => [kind, new Map<string, CheckedEntry>()]));
  const known = new Map(kinds.map((kind) => [kind, new Set<string>()]));
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { kind, id, mod, source, node } = entry;
    const before = first.get(`${kind} ${id}`);
    if (before) {
      const { file, line, column } = diagnosticAt(before.source, offsetAt(before.node, ['id']), 'M009', '');
      sayAt(entry, ['id'], diagnostics, 'M009', `${KIND_WORDS[kind]} "${id}" is already defined at ${file}:${line}:${column}`);
      continue;
    }
    first.set(`${kind} ${id}`, entry);
    known.get(kind)?.add(id);
    if (source.broken) continue;
    const namespace = id.split(':')[0];
    if (id.includes(':') && namespace !== mod) {
      const hint = `name it "${mod}:${id.slice(id.indexOf(':') + 1)}", or change the other mod's entry with a patch`;
      sayAt(entry, ['id'], diagnostics, 'M010', `the id "${id}" belongs to the mod "${namespace}"`, hint);
      continue;
    }
    const schema = CONTENT[kind];
    const parsed = schema.safeParse(entry.raw);
    if (parsed.success) valid.get(kind)?.set(id, { ...entry, value: parsed.data, patched: [] });
    else {
      for (const { path, key, code, message, hint } of faultsOf(schema, entry.raw, parsed.error)) {
        const offset = key === undefined ? offsetAt(node, path) : keyOffsetAt(node, path, key);
        diagnostics.push(diagnosticAt(source, offset, code, message, hint));
      }
    }
  }
  return { valid, known };
}
