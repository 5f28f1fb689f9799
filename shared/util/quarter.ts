/** Quarters as one integer: year × 4 + quarter − 1, so that a turn later is plus one. */

/** `quarterIndex(2023, 4)` is the index of 2023 Q4. */
export function quarterIndex(year: number, quarter: number): number {
  return year * 4 + quarter - 1;
}

/** Year and quarter (1 to 4) of an index. */
export function quarterOf(index: number): { year: number; quarter: number } {
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
}
