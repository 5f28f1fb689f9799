/** What each operation of a patch does to the field that it names. */
import { cloneJson } from '../../util/clone.ts';
import { roundHalfUp } from '../../util/exact-math.ts';
import { canonicalText } from '../../util/stable-hash.ts';
import type { PlacedPatch } from './content.ts';
import type { DiagnosticCode } from './diagnostic.ts';
import { type Field, findField } from './field-path.ts';

/** Says what is wrong with a patch, at its place. */
export type Say = (by: PlacedPatch, code: DiagnosticCode, message: string, hint?: string) => void;

const SCALE_UNIT = 1000;

/** Changes the field; false (and said) when the operation does not fit it. */
export function applyOperation(by: PlacedPatch, { holder, key }: Field, say: Say): boolean {
  const { op, value } = by.patch;
  const before = holder[key];
  if (op === 'set') holder[key] = cloneJson(value);
  else if (op === 'add' && typeof before === 'number' && typeof value === 'number') holder[key] = before + value;
  else if (op === 'scale' && typeof before === 'number' && typeof value === 'number') holder[key] = (before * value) / SCALE_UNIT;
  else if (op === 'append' && Array.isArray(before)) before.push(cloneJson(value));
  else if (op === 'remove') return remove(by, before, say);
  else {
    say(by, 'M023', `${op} does not fit a field that holds ${canonicalText(before)}`);
    return false;
  }
  return true;
}

/** Whole numbers stay whole; rounded once, after all factors. */
export function roundScaled(stage: readonly PlacedPatch[], before: unknown, value: unknown): void {
  for (const { patch } of stage) {
    const [old, scaled] = [findField(before, patch.path), findField(value, patch.path)];
    const number = scaled?.holder[scaled.key];
    if (old && scaled && typeof number === 'number' && Number.isInteger(old.holder[old.key]))
      scaled.holder[scaled.key] = roundHalfUp(number);
  }
}

/** Takes a value out of a list, or a key out of an object. */
function remove(by: PlacedPatch, before: unknown, say: Say): boolean {
  const { value, path, id } = by.patch;
  if (Array.isArray(before)) {
    const index = before.findIndex((item) => canonicalText(item) === canonicalText(value));
    if (index >= 0) {
      before.splice(index, 1);
      return true;
    }
  } else if (typeof before === 'object' && before !== null && typeof value === 'string') {
    if (Object.hasOwn(before, value)) {
      delete (before as Record<string, unknown>)[value];
      return true;
    }
  } else {
    say(by, 'M023', 'remove fits lists and objects only');
    return false;
  }
  say(by, 'M020', `${id}.${path} does not hold ${canonicalText(value)}`);
  return false;
}
