/** Digests of the parts of a state: small enough to keep for every turn, fine enough to name what differs. */
import type { MatchState } from '../state/schema.ts';
import { sortedEntries } from '../util/ids.ts';
import { stableHash } from '../util/stable-hash.ts';

const DIGEST_LENGTH = 8;
/** Fields that are digested entry by entry. */
const BY_ENTRY = new Set(['actors', 'blocs', 'lines', 'market']);

/** Digest by part: `escalation`, `actors base:some-actor`, … */
export function partsOf(state: MatchState): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const [field, value] of sortedEntries(state as unknown as Record<string, unknown>)) {
    if (!BY_ENTRY.has(field)) {
      parts[field] = digest(value);
      continue;
    }
    for (const [id, entry] of sortedEntries(value as Record<string, unknown>)) parts[`${field} ${id}`] = digest(entry);
  }
  return parts;
}

/** Names of the parts that differ, in code-unit order. */
export function differingParts(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}

function digest(value: unknown): string {
  return stableHash(value).slice(0, DIGEST_LENGTH);
}

export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The first differing values of two plain JSON values, depth first in code-unit order, at most `limit`. */
export function firstDifferences(expected: unknown, actual: unknown, limit = 10): Difference[] {
  const found: Difference[] = [];
  collect(expected, actual, '', found, limit);
  return found;
}

function collect(expected: unknown, actual: unknown, path: string, found: Difference[], limit: number): void {
  if (found.length >= limit || expected === actual) return;
  if (!isObject(expected) || !isObject(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    found.push({ path, expected, actual });
    return;
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  for (const key of [...keys].sort()) {
    collect(expected[key], actual[key], path === '' ? key : `${path}.${key}`, found, limit);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
