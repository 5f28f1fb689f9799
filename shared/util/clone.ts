/** Deep copy of plain JSON data, several times faster than `structuredClone` and available in every engine. */
export function cloneJson<T>(value: T): T {
  if (Array.isArray(value)) {
    const copy: unknown[] = new Array(value.length);
    for (let i = 0; i < value.length; i += 1) copy[i] = cloneJson(value[i]);
    return copy as T;
  }
  if (value !== null && typeof value === 'object') {
    // Spread first: engines keep records fast that are copied whole, and not those that grow key by key.
    const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
    for (const key in copy) {
      const part = copy[key];
      if (part !== null && typeof part === 'object') copy[key] = cloneJson(part);
    }
    return copy as T;
  }
  return value;
}
