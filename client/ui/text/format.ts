/** Numbers as the player reads them, in the manner of each language. The ending of a parameter's name says its unit. */
import { quarterOf } from '#shared/util/quarter.ts';

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

export const plainNumber = (lang: string, value: number): string => digits(lang, value, 1);

/** 9,600 → "9.6k", in German "9.600", in Chinese "9600"; under a thousand as it is. */
export function shortCount(lang: string, value: number): string {
  const size = Math.abs(value);
  return size >= 1000 ? written(lang, value, compact(lang)) : digits(lang, value, size >= 100 ? 0 : 1);
}

/** Thousands of dollars → "$1.44bn", "1,44 Mrd. $", "14.4亿美元", "1.440 M $". */
export const money = (lang: string, kusd: number): string => written(lang, kusd * 1000, dollars(lang));

/** Per mille → "64%", "64 %" where the language has a space. */
export const percent = (lang: string, permille: number): string =>
  written(lang, permille / 1000, { style: 'percent', maximumFractionDigits: Math.abs(permille) < 100 ? 1 : 0 });
/** "+15%", "−2.5 %": a change, with its sign. */
export const signedPercent = (lang: string, permille: number): string =>
  written(lang, permille / 1000, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
export const points = (lang: string, milli: number): string => digits(lang, milli / 1000, 1);
export const wholePoints = (lang: string, milli: number): string => digits(lang, milli / 1000, 0);
export const compute = (lang: string, milliH100e: number): string => shortCount(lang, milliH100e / 1000);

/** 10^18 FLOP → "3.4e24". */
export function flop(lang: string, eflop: number): string {
  if (eflop <= 0) return '0';
  const [head, power] = eflop.toExponential(1).split('e');
  return `${written(lang, Number(head), { minimumFractionDigits: 1 })}e${Number(power) + 18}`;
}

/** "2024 Q3". */
export function quarter(index: number): string {
  const { year, quarter: number } = quarterOf(index);
  return `${year} Q${number}`;
}

/** "+3", "−2", "0", with the true minus sign. */
export const signed = (lang: string, value: number, most = 1): string =>
  written(lang, value, { maximumFractionDigits: most, signDisplay: 'exceptZero' });

/** Formats a number by the ending of its parameter's name; undefined leaves it to the message. */
export function byUnit(lang: string, name: string, value: number, startQuarter: number): string | undefined {
  if (name.endsWith('Kusd')) return money(lang, value);
  if (name.endsWith('Permille')) return percent(lang, value);
  if (name.endsWith('MilliH100e')) return compute(lang, value);
  if (name.endsWith('Milli')) return points(lang, value);
  if (name.endsWith('Turn')) return quarter(startQuarter + value);
  if (name.endsWith('Count')) return shortCount(lang, value);
  if (name.endsWith('Eflop')) return flop(lang, value);
  return undefined;
}
