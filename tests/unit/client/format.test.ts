/** Numbers, money and shares as each language writes them. */
import { describe, expect, test } from 'vitest';
import { byUnit, flop, money, percent, shortCount, signed, signedPercent } from '#client/ui/text/format.ts';

/** A space that never breaks reads as a plain one here. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const row = (values: readonly number[], format: (value: number) => string): string[] =>
  values.map((value) => plain(format(value)));

const COUNTS = [0, 7.25, 999, 9_600, 54_800, 1_220_000, 1_440_000_000];
const KUSD = [0, 38, 600, 129_000, 1_440_000, -2_300];
const PERMILLE = [0, 5, 64, 640, 1_000];

describe.each([
  {
    lang: 'en',
    counts: ['0', '7.3', '999', '9.6k', '54.8k', '1.22m', '1.44bn'],
    dollars: ['$0', '$38k', '$600k', '$129m', '$1.44bn', '−$2.3m'],
    shares: ['0%', '0.5%', '6.4%', '64%', '100%'],
    changes: ['+4.5%', '−15%', '0%'],
    work: '3.4e24',
  },
  {
    lang: 'de',
    counts: ['0', '7,3', '999', '9.600', '54.800', '1,22 Mio.', '1,44 Mrd.'],
    dollars: ['0 $', '38.000 $', '600.000 $', '129 Mio. $', '1,44 Mrd. $', '−2,3 Mio. $'],
    shares: ['0 %', '0,5 %', '6,4 %', '64 %', '100 %'],
    changes: ['+4,5 %', '−15 %', '0 %'],
    work: '3,4e24',
  },
  {
    lang: 'zh',
    counts: ['0', '7.3', '999', '9600', '5.48万', '122万', '14.4亿'],
    dollars: ['0美元', '3.8万美元', '60万美元', '1.29亿美元', '14.4亿美元', '−230万美元'],
    shares: ['0%', '0.5%', '6.4%', '64%', '100%'],
    changes: ['+4.5%', '−15%', '0%'],
    work: '3.4e24',
  },
  {
    lang: 'es',
    counts: ['0', '7,3', '999', '9,6 mil', '54,8 mil', '1,22 M', '1.440 M'],
    dollars: ['0 $', '38 mil $', '600 mil $', '129 M $', '1.440 M $', '−2,3 M $'],
    shares: ['0 %', '0,5 %', '6,4 %', '64 %', '100 %'],
    changes: ['+4,5 %', '−15 %', '0 %'],
    work: '3,4e24',
  },
])('$lang', ({ lang, counts, dollars, shares, changes, work }) => {
  test('counts', () => expect(row(COUNTS, (value) => shortCount(lang, value))).toEqual(counts));
  test('money', () => expect(row(KUSD, (value) => money(lang, value))).toEqual(dollars));
  test('shares', () => expect(row(PERMILLE, (value) => percent(lang, value))).toEqual(shares));
  test('changes of shares', () => expect(row([45, -150, 0], (value) => signedPercent(lang, value))).toEqual(changes));
  test('training compute', () => expect(flop(lang, 3.4e6)).toBe(work));
  test('parameters of messages by the ending of their name', () => {
    expect(plain(byUnit(lang, 'priceKusd', 129_000) ?? '')).toBe(dollars[3]);
    expect(plain(byUnit(lang, 'sharePermille', 640) ?? '')).toBe(shares[3]);
    expect(plain(byUnit(lang, 'askedCount', 1_220_000) ?? '')).toBe(counts[5]);
    expect(plain(byUnit(lang, 'madeMilliH100e', 54_800_000) ?? '')).toBe(counts[4]);
    expect(byUnit(lang, 'units', 3)).toBeUndefined();
  });
});

test('a change has its sign, zero none, and minus is the true one', () => {
  expect([signed('en', 3), signed('en', -2.25), signed('de', 1.5), signed('en', 0), signed('en', -0)]).toEqual([
    '+3',
    '−2.3',
    '+1,5',
    '0',
    '0',
  ]);
});
