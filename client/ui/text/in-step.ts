/**
 * Figures of one unit that stand together, such as the parts of a sum, are written in one precision: the same word for
 * thousands or millions, the same number of decimals. So "10,000" and "9,773", not "10k" and "9,773".
 */

/** Powers of ten that a language may have a short word for. */
const POWERS = [12, 9, 8, 6, 4, 3] as const;
/** So far above the next word a figure still keeps the smaller one. */
const ABOVE_NEXT = 2;

const sizes = (among: readonly number[]): number[] => among.map(Math.abs).filter((size) => size > 0);

/** What a language's short words stand for, largest first: in German a million, in Chinese ten thousand. */
function wordsOf(format: Intl.NumberFormat): number[] {
  const found = POWERS.map((power) => {
    const integer = format
      .formatToParts(10 ** power)
      .filter(({ type }) => type === 'integer')
      .map(({ value }) => value)
      .join('');
    return 10 ** power / Number(integer);
  });
  return [...new Set([...found, 1])].sort((a, b) => b - a);
}

/** The word that suits the smallest figure, unless the largest would read too long in it. */
export function scaleOf(format: Intl.NumberFormat, among: readonly number[]): number {
  const all = sizes(among);
  const words = wordsOf(format);
  let at = words.findIndex((word) => word <= Math.min(...all));
  if (at < 0) at = words.length - 1;
  while (at > 0 && Math.max(...all) >= ABOVE_NEXT * (words[at - 1] ?? 1)) at -= 1;
  return words[at] ?? 1;
}

/** Decimals that leave the smallest figure two or three digits, where so many are known: figures are multiples of `step`. */
export function scaledDecimals(among: readonly number[], scale: number, step: number): number {
  const least = Math.min(...sizes(among)) / scale;
  if (least >= 100 || !Number.isFinite(least)) return 0;
  const known = Math.max(0, Math.round(Math.log10(scale / step)));
  return Math.min(known, least >= 1 ? 1 : least >= 0.1 ? 2 : 3);
}

/** Decimals that any of the figures has when it is written alone with at most so many. */
export function decimalsOf(among: readonly number[], most: number): number {
  const needed = (value: number): number => {
    for (let decimals = 0; decimals < most; decimals++) {
      if (Math.abs(value - Number(value.toFixed(decimals))) < 0.5 / 10 ** most) return decimals;
    }
    return most;
  };
  return Math.max(0, ...among.map(needed));
}
