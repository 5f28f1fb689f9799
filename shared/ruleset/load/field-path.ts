/** Dotted paths into an entry, as patches write them: `power.limitMw`, `requires`, `actors.base:x.cashKusd`. */
import type { Path } from './source-file.ts';

type Holder = Record<string | number, unknown>;

export interface Field {
  readonly path: Path;
  readonly holder: Holder;
  readonly key: string | number;
  readonly exists: boolean;
}

/** Finds a field; keys may contain dots, so the longest that fits counts. Null when the way there does not exist. */
export function findField(root: unknown, dotted: string): Field | null {
  let rest = dotted.split('.');
  let at = root;
  const path: (string | number)[] = [];
  while (typeof at === 'object' && at !== null) {
    const { key, used, exists } = nextKey(at, rest);
    rest = rest.slice(used);
    path.push(key);
    const holder = at as Holder;
    if (rest.length === 0) return { path, holder, key, exists };
    at = holder[key];
  }
  return null;
}

function nextKey(at: object, rest: readonly string[]): { key: string | number; used: number; exists: boolean } {
  if (Array.isArray(at)) {
    const index = /^\d{1,5}$/.test(rest[0] ?? '') ? Number(rest[0]) : -1;
    return { key: index, used: 1, exists: index >= 0 && index < at.length };
  }
  for (let used = rest.length; used > 0; used -= 1) {
    const key = rest.slice(0, used).join('.');
    if (Object.hasOwn(at, key)) return { key, used, exists: true };
  }
  return { key: rest.join('.'), used: rest.length, exists: false };
}
