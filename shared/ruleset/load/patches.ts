/**
 * Merges patches into entries. The result does not depend on the order of files: one `set` a field counts, then scales
 * multiply, adds sum, and lists take what is appended and lose what is removed.
 */
import { cloneJson } from '../../util/clone.ts';
import { canonicalText } from '../../util/stable-hash.ts';
import { CONTENT } from '../schema/ruleset.ts';
import type { PlacedPatch } from './content.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type CheckedEntries, type CheckedEntry, isPrefix, sayAt, sayInEntry } from './entries.ts';
import { findField } from './field-path.ts';
import { KIND_WORDS } from './kind-words.ts';
import type { ModOrder } from './mod-order.ts';
import { applyOperation, roundScaled, type Say } from './patch-operations.ts';
import { faultsOf } from './schema-issues.ts';
import { diagnosticAt, type Path } from './source-file.ts';
import { didYouMean } from './suggest.ts';

type Op = PlacedPatch['patch']['op'];

const STAGES: readonly (readonly Op[])[] = [['set'], ['scale'], ['add'], ['append'], ['remove']];

/** Applies all patches to the valid entries; entries that are deleted leave `checked`. */
export function applyPatches(
  patches: readonly PlacedPatch[],
  checked: CheckedEntries,
  order: ModOrder,
  diagnostics: Diagnostic[],
): void {
  const say: Say = (by, code, message, hint) => sayAt(by, [], diagnostics, code, message, hint);
  const groups = new Map<string, PlacedPatch[]>();
  for (const by of [...patches].sort((a, b) => order.compare(a, b))) {
    const key = `${by.patch.kind} ${by.patch.id}`;
    groups.set(key, [...(groups.get(key) ?? []), by]);
  }
  for (const group of groups.values()) {
    const [
      {
        patch: { kind, id },
      } = { patch: { kind: 'techs' as const, id: '' } },
    ] = group;
    const known = checked.known.get(kind) ?? new Set();
    const entry = checked.valid.get(kind)?.get(id);
    if (!known.has(id)) {
      for (const by of group) say(by, 'M020', `unknown ${KIND_WORDS[kind]} "${id}"`, didYouMean(id, known).hint);
    } else if (entry) {
      if (group.some(isDeletion)) deleteEntry(group, entry, checked, order, say);
      else patchEntry(group, entry, order, say, diagnostics);
    }
  }
}

function isDeletion({ patch }: PlacedPatch): boolean {
  return patch.op === 'delete' && patch.path === '';
}

function deleteEntry(
  group: readonly PlacedPatch[],
  { kind, id }: CheckedEntry,
  checked: CheckedEntries,
  order: ModOrder,
  say: Say,
): void {
  const [deleting, changing] = [group.filter(isDeletion), group.filter((by) => !isDeletion(by))];
  for (const by of deleting) {
    for (const other of changing) {
      if (!order.isAfter(by.mod, other.mod)) say(other, 'M021', `${id} is deleted by ${where(by)}`, 'one of the two has to go');
    }
  }
  checked.valid.get(kind)?.delete(id);
  checked.known.get(kind)?.delete(id);
}

function patchEntry(
  group: readonly PlacedPatch[],
  entry: CheckedEntry,
  order: ModOrder,
  say: Say,
  diagnostics: Diagnostic[],
): void {
  const original = entry.value;
  const usable = group.filter((by) => isUsable(by, original, entry, say));
  const sets = usable.flatMap((by) =>
    by.patch.op === 'set' ? { by, path: findField(original, by.patch.path)?.path ?? [] } : [],
  );
  checkClashes(sets, entry.id, order, say);
  for (const by of usable) checkExpectation(by, original, sets, order, say);
  const value = cloneJson(original);
  for (const ops of STAGES) {
    const stage = usable.filter(({ patch }) => ops.includes(patch.op));
    const before = cloneJson(value);
    for (const by of inStageOrder(stage)) {
      const field = findField(value, by.patch.path);
      if (!field || (!field.exists && by.patch.op !== 'set'))
        say(by, 'M020', `${entry.id} has no field "${by.patch.path}" after other patches`);
      else if (applyOperation(by, field, say)) entry.patched.push({ path: field.path, by });
    }
    if (ops.includes('scale')) roundScaled(stage, before, value);
  }
  const parsed = CONTENT[entry.kind].safeParse(value);
  if (parsed.success) entry.value = parsed.data;
  else {
    for (const { path, key, code, message, hint } of faultsOf(CONTENT[entry.kind], value, parsed.error)) {
      const place: Path = key === undefined ? path : [...path, key];
      const inside = entry.patched.findLast((one) => isPrefix(place, one.path))?.by;
      if (inside) say(inside, code, message, hint);
      else sayInEntry(entry, place, diagnostics, code, message, hint);
    }
  }
}

/** Whether the patch names a field that is there and fits its operation. */
function isUsable(by: PlacedPatch, original: unknown, { id }: CheckedEntry, say: Say): boolean {
  const { path, op, value } = by.patch;
  if (op === 'delete') {
    say(by, 'M023', 'delete takes away a whole entry', 'use "remove" for a value in a list, or leave out "path"');
    return false;
  }
  if (path === '') {
    say(by, 'M023', `${op} needs a "path"`, 'only delete changes a whole entry');
    return false;
  }
  if (path === 'id') {
    say(by, 'M023', 'an id can not be changed');
    return false;
  }
  if (value === undefined) {
    say(by, 'M004', 'the field "value" is missing');
    return false;
  }
  const field = findField(original, path);
  if (field === null || (!field.exists && op !== 'set')) {
    const siblings = Object.keys(field?.holder ?? (original as object));
    say(by, 'M020', `${id} has no field "${path}"`, didYouMean(String(field?.key ?? path), siblings).hint);
    return false;
  }
  return true;
}

function checkClashes(sets: readonly { by: PlacedPatch; path: Path }[], id: string, order: ModOrder, say: Say): void {
  sets.forEach((one, index) => {
    const other = sets
      .slice(index + 1)
      .find(({ by, path }) => (isPrefix(path, one.path) || isPrefix(one.path, path)) && !order.isAfter(by.mod, one.by.mod));
    if (!other || order.isAfter(one.by.mod, other.by.mod)) return;
    const hint = one.by.mod === other.by.mod ? 'keep one of them' : `use "add", or list ${other.by.mod} in "after"`;
    say(one.by, 'M021', `${id}.${one.path.join('.')} is also set by ${where(other.by)}`, hint);
  });
}

/** A patch may expect the value as it was written, or as a mod left it that it comes after. */
function checkExpectation(
  by: PlacedPatch,
  original: unknown,
  sets: readonly { by: PlacedPatch; path: Path }[],
  order: ModOrder,
  say: Say,
): void {
  const { expect, path } = by.patch;
  if (expect === undefined) return;
  const field = findField(original, path);
  const before = field?.exists ? field.holder[field.key] : undefined;
  const later = sets
    .filter((one) => one.by.patch.path === path && order.isAfter(by.mod, one.by.mod))
    .map((one) => one.by.patch.value);
  const wanted = canonicalText(expect);
  if ([before, ...later].some((value) => value !== undefined && canonicalText(value) === wanted)) return;
  const found = before === undefined ? 'nothing' : canonicalText(before);
  say(by, 'M022', `expects ${wanted} in ${by.patch.id}.${path}, but finds ${found}`);
}

/** Sets stay in the order of mods; the rest is sorted by value, so that neither files nor mods decide. */
function inStageOrder(stage: readonly PlacedPatch[]): readonly PlacedPatch[] {
  if (stage[0]?.patch.op === 'set') return stage;
  const key = ({ patch }: PlacedPatch) => canonicalText(patch.value);
  return [...stage].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

function where(by: PlacedPatch): string {
  const { file, line, column } = diagnosticAt(by.source, by.node.offset, 'M021', '');
  return `${file}:${line}:${column}`;
}
