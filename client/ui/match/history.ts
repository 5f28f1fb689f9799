/** Steps back and forward through the versions of something that is edited. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
}

export const NO_HISTORY = { past: [], future: [] } as const;

/** After an edit of `now`: it can be gone back to, and what was undone is gone. */
export function edited<T>(history: History<T>, now: T, most: number): History<T> {
  return { past: [...history.past, now].slice(-most), future: [] };
}

/** One step back from `now`, or null where nothing lies before it. */
export function undone<T>({ past, future }: History<T>, now: T): { history: History<T>; now: T } | null {
  const before = past[past.length - 1];
  return before === undefined ? null : { history: { past: past.slice(0, -1), future: [now, ...future] }, now: before };
}

/** One step forward again, or null where nothing was undone. */
export function redone<T>({ past, future }: History<T>, now: T): { history: History<T>; now: T } | null {
  const [next, ...later] = future;
  return next === undefined ? null : { history: { past: [...past, now], future: later }, now: next };
}
