/** Shares with their uncertainty: the 95 % Wilson interval holds for few games and for shares near 0 and 1. */

export interface Share {
  readonly count: number;
  readonly of: number;
  /** 0 to 1; 0 where there were none to count. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 };
  const share = count / of;
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))) / (1 + (Z * Z) / of);
  return { count, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
