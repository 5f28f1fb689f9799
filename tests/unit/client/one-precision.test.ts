/** Figures of one unit that stand together are written in one precision, in every language: in sums and in chains of causes. */
import { beforeAll, describe, expect, test } from 'vitest';
import { inOnePrecision } from '#client/ui/explain/explanation.ts';
import { chainFigures } from '#client/ui/report/chain-figures.ts';
import { chainOf } from '#client/ui/report/lines.ts';
import { money, percent, plainNumber, shortCount } from '#client/ui/text/format.ts';
import { LANGUAGES, language } from '#client/ui/text/language.ts';
import * as quantity from '#client/ui/text/quantity.ts';
import { addRulesetWords, loadWords } from '#client/ui/text/words.ts';
import { t } from '#client/ui/text.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import type { Entry } from '#shared/state/ledger.ts';
import { entriesFor } from '#shared/state/view.ts';
import { playMock } from '#tests/e2e/fixtures/mock-play.ts';

const { ruleset, locales } = await loadBaseRuleset();
addRulesetWords(locales);
const SEAT = 'base:deepseek';
const entries: Entry[] = playMock(ruleset, 9).flatMap(({ ledger }) => entriesFor(ledger, SEAT));
const byId = new Map(entries.map((entry) => [entry.id, entry]));

/** What is left of a figure without its digits: its decimals, and the word or sign beside it. */
function look(text: string, lang: string): string {
  const bare = text.replaceAll(/[+−\s\u00a0\u202f]/g, '');
  const point = lang === 'en' || lang === 'zh' ? '.' : ',';
  const decimals = new RegExp(`\\${point}(\\d+)(?=\\D*$)`).exec(bare)?.[1]?.length ?? 0;
  return `${decimals} ${bare.replaceAll(/[\d.,]/g, '')}`;
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const row = (values: readonly number[], format: (value: number, among: readonly number[]) => string): string[] =>
  values.map((value) => plain(format(value, values)));

describe.each([
  {
    lang: 'en',
    counts: ['10,000', '−227', '9,773'],
    dollars: ['$140.0m', '−$2.3m', '$137.7m'],
    wide: ['$1,440.00m', '$0.60m'],
    small: ['$600k', '$38k'],
  },
  {
    lang: 'de',
    counts: ['10.000', '−227', '9.773'],
    dollars: ['140,0 Mio. $', '−2,3 Mio. $', '137,7 Mio. $'],
    wide: ['1.440,00 Mio. $', '0,60 Mio. $'],
    small: ['600.000 $', '38.000 $'],
  },
  {
    lang: 'zh',
    counts: ['10,000', '−227', '9,773'],
    dollars: ['14,000万美元', '−230万美元', '13,770万美元'],
    wide: ['14.400亿美元', '0.006亿美元'],
    small: ['60.0万美元', '3.8万美元'],
  },
  {
    lang: 'es',
    counts: ['10.000', '−227', '9773'],
    dollars: ['140,0 M $', '−2,3 M $', '137,7 M $'],
    wide: ['1.440,00 M $', '0,60 M $'],
    small: ['600 mil $', '38 mil $'],
  },
])('$lang', ({ lang, counts, dollars, wide, small }) => {
  test('counts are written out', () =>
    expect(row([10_000, -227, 9773], (value, among) => shortCount(lang, value, among))).toEqual(counts));
  test('money has one word for millions', () => {
    expect(row([140_000, -2_300, 137_700], (value, among) => money(lang, value, among))).toEqual(dollars);
    expect(row([1_440_000, 600], (value, among) => money(lang, value, among))).toEqual(wide);
    expect(row([600, 38], (value, among) => money(lang, value, among))).toEqual(small);
  });
});

test('shares and points have as many decimals as the finest of them', () => {
  expect(row([640, 64, 0], (value, among) => percent('en', value, among))).toEqual(['64.0%', '6.4%', '0.0%']);
  expect(row([640, 300], (value, among) => percent('en', value, among))).toEqual(['64%', '30%']);
  expect(row([3, 2.25], (value, among) => plainNumber('en', value, among))).toEqual(['3.0', '2.3']);
  expect(row([3, 2], (value, among) => plainNumber('en', value, among))).toEqual(['3', '2']);
});

describe.each([...LANGUAGES])('%s', (lang) => {
  beforeAll(async () => {
    language.value = lang;
    await loadWords(lang);
  });

  test('every chain of causes of a match writes a unit one way, beside its lines and in them', () => {
    const lines = entries.filter(({ line, weight }) => line !== null && weight > 0);
    expect(lines.length).toBeGreaterThan(50);
    for (const entry of lines) {
      const steps = chainOf(entry, byId);
      const { figure, line } = chainFigures(entry, steps);
      const looks = new Map<string, Set<string>>();
      for (const step of steps) {
        const of = step.entry ?? step.of;
        for (const value of [of.before, of.after, of.amount, step.cause?.amount ?? null]) {
          // A move from one figure to another shows the two, not the step between.
          if (value === null || (value === of.amount && of.before !== null && of.after !== null)) continue;
          looks.set(of.unit, (looks.get(of.unit) ?? new Set()).add(look(figure(value, of.unit), lang)));
        }
        if (of.line !== null) expect(t(line(of.line))).not.toBe(of.line.id);
      }
      for (const [unit, found] of looks) expect([...found], `${unit} in the chain of ${entry.id}`).toHaveLength(1);
    }
  });

  test('the line that opens its reasons says its figure as they do', () => {
    const asked = entries.find(({ line }) => line?.id === 'report.shortage.nvidia-demo' || line?.id === 'report.line.short');
    const short =
      asked ?? entries.find(({ line }) => Object.keys(line?.params ?? {}).some((name) => name.endsWith('MilliH100e')));
    if (short?.line == null) throw new Error('no line that was short');
    const { figure, line } = chainFigures(short, chainOf(short, byId));
    const [name, value] = Object.entries(short.line.params).find(([key]) => /MilliH100e$|Count$/.test(key)) ?? ['', 0];
    const unit = name.endsWith('Count') ? 'chips' : 'milliH100e';
    expect(t(line(short.line))).toContain(figure(Number(value), unit));
  });

  test('parts of a figure and their sum', () => {
    const parts = [10_000, -227].map((amount) => ({ label: '', amount }));
    const write = inOnePrecision({ parts, total: 9773, format: quantity.count });
    expect(new Set([10_000, -227, 9773].map((value) => look(write(value), lang))).size).toBe(1);
  });
});
