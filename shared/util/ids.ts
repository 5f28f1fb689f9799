/** Namespaced identifiers of content: `namespace:name`, for example `base:mixture-of-experts`. */
import { z } from 'zod';

/** Lower-case words joined by hyphens, before and after one colon. A design made in play adds `@` and a number. */
export const ID_PATTERN = /^[a-z][a-z0-9-]*:[a-z0-9][a-z0-9.-]*(@[0-9]+)?$/;

export const idSchema = z.string().max(80).regex(ID_PATTERN, 'expected namespace:name in lower case');
export type Id = string;

/** Keys of a record in code-unit order, the only order in which the rules iterate. */
export function sortedKeys<T>(record: Readonly<Record<string, T>>): string[] {
  const keys = Object.keys(record);
  // Most records were written in order: looking is cheaper than sorting.
  for (let n = 1; n < keys.length; n += 1) if ((keys[n - 1] as string) > (keys[n] as string)) return keys.sort();
  return keys;
}

/** Entries of a record in code-unit order of their keys. */
export function sortedEntries<T>(record: Readonly<Record<string, T>>): [string, T][] {
  const entries: [string, T][] = [];
  for (const key of sortedKeys(record)) entries.push([key, record[key] as T]);
  return entries;
}

/** Values of a record in code-unit order of their keys. */
export function sortedValues<T>(record: Readonly<Record<string, T>>): T[] {
  const values: T[] = [];
  for (const key of sortedKeys(record)) values.push(record[key] as T);
  return values;
}

const contentKeyCache = new WeakMap<object, string[]>();
/** `sortedKeys` for content of a ruleset, which never changes after loading: sorted once. */
export function contentKeys(record: Readonly<Record<string, unknown>>): readonly string[] {
  let keys = contentKeyCache.get(record);
  if (keys === undefined) {
    keys = Object.keys(record).sort();
    contentKeyCache.set(record, keys);
  }
  return keys;
}

/** Content of a ruleset grouped by what `keyOf` says of an item, in order of id: grouped once for each ruleset. */
export function contentIndex<T, K>(keyOf: (item: T) => K): (record: Readonly<Record<string, T>>, key: K) => readonly T[] {
  const indexes = new WeakMap<object, Map<K, T[]>>();
  return (record, key) => {
    let index = indexes.get(record);
    if (index === undefined) {
      index = new Map();
      for (const id of contentKeys(record)) {
        const item = record[id] as T;
        const found = index.get(keyOf(item));
        if (found === undefined) index.set(keyOf(item), [item]);
        else found.push(item);
      }
      indexes.set(record, index);
    }
    return index.get(key) ?? [];
  };
}
