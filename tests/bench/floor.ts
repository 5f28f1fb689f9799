/** The floor to measure against: a plain loop over as many items, which no rules engine can beat. */

export interface Item {
  value: number;
}

/** Numbers that a JSON value holds, at any depth. */
export function countNumbers(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + countNumbers(item), 0);
}

export function makeItems(count: number): Item[] {
  return Array.from({ length: count }, (_, index) => ({ value: index }));
}

/** Changes every item once. */
export function plainLoop(items: readonly Item[]): number {
  let sum = 0;
  for (const item of items) {
    item.value = (item.value * 7 + 3) % 1_000_003;
    sum += item.value;
  }
  return sum;
}
