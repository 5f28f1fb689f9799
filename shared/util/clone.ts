/** A record of more keys than these becomes slow to read in engines where it grows key by key; copied whole, it stays fast. */
export const MANY_KEYS = 12;

/** Deep copy of plain JSON data, several times faster than `structuredClone` and available in every engine. */
export function cloneJson<T>(value: T): T {
  if (Array.isArray(value)) {
    const copy: unknown[] = new Array(value.length);
    for (let i = 0; i < value.length; i += 1) copy[i] = cloneJson(value[i]);
    return copy as T;
  }
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    const keys = Object.keys(record);
    const copy: Record<string, unknown> = keys.length > MANY_KEYS ? { ...record } : {};
    for (const key of keys) copy[key] = cloneJson(record[key]);
    return copy as T;
  }
  return value;
}
