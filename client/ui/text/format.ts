/** Numbers as the player reads them, in the manner of each language. The ending of a parameter's name says its unit. */
import { decimalsOf, scaledDecimals, scaleOf } from './in-step.ts';

const numbers = new Map<string, Intl.NumberFormat>();

/** The interface is written in British English: "m" and "bn". */
const localeOf = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);

function numberFormat(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options);
  let found = numbers.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(localeOf(lang), options);
    numbers.set(key, found);
  }
  return found;
}

/** With the true minus sign. */
const written = (lang: string, value: number, options: Intl.NumberFormatOptions): string =>
  numberFormat(lang, options)
    .format(value === 0 ? 0 : value)
    .replace('-', '−');

const digits = (lang: string, value: number, most: number): string => written(lang, value, { maximumFractionDigits: most });

/** Three digits and the short word of the language for thousands, millions and more; where there is none, thousands apart. */
const compact = (lang: string): Intl.NumberFormatOptions => ({
  notation: 'compact',
  maximumSignificantDigits: 3,
  useGrouping: lang === 'zh' ? 'min2' : 'always',
});
/** Dollars: with their sign, in Chinese with their name, as is usual there. */
const dollars = (lang: string): Intl.NumberFormatOptions => ({
  ...compact(lang),
  style: 'currency',
  currency: 'USD',
  currencyDisplay: lang === 'zh' ? 'name' : 'narrowSymbol',
});

/** With exactly so many decimals. */
const fixed = (lang: string, value: number, decimals: number, options: Intl.NumberFormatOptions = {}): string =>
  written(lang, value, { ...options, minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** Figures that stand with the value, itself among them; left out, it stands alone. */
type Among = readonly number[];

export const plainNumber = (lang: string, value: number, among?: Among): string =>
  among === undefined ? digits(lang, value, 1) : fixed(lang, value, decimalsOf(among, 1));

/**
 * 9,600 → "9.6k", in German "9.600", in Chinese "9600"; under a thousand as it is. Among others it is written out, so that
 * they add up to the last one.
 */
export function shortCount(lang: string, value: number, among?: Among): string {
  if (among !== undefined) {
    const large = among.some((one) => Math.abs(one) >= 100);
    return fixed(lang, value, large ? 0 : decimalsOf(among, 1));
  }
  const size = Math.abs(value);
  return size >= 1000 ? written(lang, value, compact(lang)) : digits(lang, value, size >= 100 ? 0 : 1);
}

/** Thousands of dollars → "$1.44bn", "1,44 Mrd. $", "14.4亿美元", "1.440 M $". */
export function money(lang: string, kusd: number, among?: Among): string {
  if (among === undefined) return written(lang, kusd * 1000, dollars(lang));
  const all = among.map((one) => one * 1000);
  const format = numberFormat(lang, dollars(lang));
  const scale = scaleOf(format, all);
  const number = fixed(lang, Math.abs(kusd * 1000) / scale, scaledDecimals(all, scale, 1000), {
    useGrouping: compact(lang).useGrouping,
  });
  const text = format
    .formatToParts(scale)
    .map(({ type, value }) => (type === 'integer' ? number : value))
    .join('');
  return kusd < 0 ? `−${text}` : text;
}

const shareDecimals = (permille: number): number => (Math.abs(permille) < 100 ? decimalsOf([permille / 10], 1) : 0);
/** Per mille → "64%", "64 %" where the language has a space. */
export const percent = (lang: string, permille: number, among: Among = [permille]): string =>
  fixed(lang, permille / 1000, Math.max(...among.map(shareDecimals)), { style: 'percent' });
/** "+15%", "−2.5 %": a change, with its sign. */
export const signedPercent = (lang: string, permille: number): string =>
  written(lang, permille / 1000, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const thousandths = (among: Among | undefined): Among | undefined => among?.map((one) => one / 1000);
export const points = (lang: string, milli: number, among?: Among): string => plainNumber(lang, milli / 1000, thousandths(among));
export const wholePoints = (lang: string, milli: number): string => digits(lang, milli / 1000, 0);
export const compute = (lang: string, milliH100e: number, among?: Among): string =>
  shortCount(lang, milliH100e / 1000, thousandths(among));

/** 10^18 FLOP → "3.4e24". */
export function flop(lang: string, eflop: number): string {
  if (eflop <= 0) return '0';
  const [head, power] = eflop.toExponential(1).split('e');
  return `${written(lang, Number(head), { minimumFractionDigits: 1 })}e${Number(power) + 18}`;
}

/** "+3", "−2", "0", with the true minus sign. */
export const signed = (lang: string, value: number, most = 1): string =>
  written(lang, value, { maximumFractionDigits: most, signDisplay: 'exceptZero' });

/** Formats a number by the ending of its parameter's name; undefined leaves it to the message. */
export function byUnit(lang: string, name: string, value: number): string | undefined {
  if (name.endsWith('Kusd')) return money(lang, value);
  if (name.endsWith('Permille')) return percent(lang, value);
  if (name.endsWith('MilliH100e')) return compute(lang, value);
  if (name.endsWith('Milli')) return points(lang, value);
  if (name.endsWith('Count')) return shortCount(lang, value);
  if (name.endsWith('Eflop')) return flop(lang, value);
  return undefined;
}
