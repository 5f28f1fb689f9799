/** Numbers as the player reads them. The ending of a parameter's name says its unit. */
import { quarterOf } from '#shared/util/quarter.ts';

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options);
  let found = numbers.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(lang, options);
    numbers.set(key, found);
  }
  return found;
}

const digits = (lang: string, value: number, most: number, least = 0): string =>
  numberFormat(lang, { maximumFractionDigits: most, minimumFractionDigits: least }).format(value).replace('-', '−');

export const plainNumber = (lang: string, value: number): string => digits(lang, value, 1);

/** 9,600 → "9.6k"; under a thousand as it is. */
export function shortCount(lang: string, value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${digits(lang, value / 1e9, size >= 1e10 ? 0 : 1)}bn`;
  if (size >= 1e6) return `${digits(lang, value / 1e6, size >= 1e8 ? 0 : size >= 1e7 ? 1 : 2)}m`;
  if (size >= 1e4) return `${digits(lang, value / 1e3, size >= 1e5 ? 0 : 1)}k`;
  if (size >= 1e3) return `${digits(lang, value / 1e3, 1)}k`;
  return digits(lang, value, size >= 100 ? 0 : 1);
}

/** Thousands of dollars → "$412m", "$1.2bn", "$600k". */
export function money(lang: string, kusd: number): string {
  const sign = kusd < 0 ? '−' : '';
  const size = Math.abs(kusd);
  if (size >= 1e6) return `${sign}$${digits(lang, size / 1e6, size >= 1e8 ? 0 : size >= 1e7 ? 1 : 2)}bn`;
  if (size >= 1e3) return `${sign}$${digits(lang, size / 1e3, size >= 1e4 ? 0 : 1)}m`;
  return `${sign}$${digits(lang, size, 0)}${size === 0 ? '' : 'k'}`;
}

export const percent = (lang: string, permille: number): string =>
  `${digits(lang, permille / 10, Math.abs(permille) < 100 ? 1 : 0)}%`;
export const points = (lang: string, milli: number): string => digits(lang, milli / 1000, 1);
export const wholePoints = (lang: string, milli: number): string => digits(lang, milli / 1000, 0);
export const compute = (lang: string, milliH100e: number): string => shortCount(lang, milliH100e / 1000);

/** 10^18 FLOP → "3.4e24". */
export function flop(eflop: number): string {
  if (eflop <= 0) return '0';
  const [head, power] = eflop.toExponential(1).split('e');
  return `${head}e${Number(power) + 18}`;
}

/** "2024 Q3". */
export function quarter(index: number): string {
  const { year, quarter: number } = quarterOf(index);
  return `${year} Q${number}`;
}

/** "+3", "−2", "0", with the true minus sign. */
export function signed(lang: string, value: number, most = 1): string {
  const text = digits(lang, value, most);
  return value > 0 ? `+${text}` : text;
}

/** Formats a number by the ending of its parameter's name; undefined leaves it to the message. */
export function byUnit(lang: string, name: string, value: number, startQuarter: number): string | undefined {
  if (name.endsWith('Kusd')) return money(lang, value);
  if (name.endsWith('Permille')) return percent(lang, value);
  if (name.endsWith('MilliH100e')) return compute(lang, value);
  if (name.endsWith('Milli')) return points(lang, value);
  if (name.endsWith('Turn')) return quarter(startQuarter + value);
  if (name.endsWith('Count')) return shortCount(lang, value);
  if (name.endsWith('Eflop')) return flop(value);
  return undefined;
}
