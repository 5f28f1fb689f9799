/** Headlines are what changed something: never more than ten, nothing that was only begun, nothing told twice. */
import { expect, test } from 'vitest';
import { headlinesOf, MOST_HEADLINES } from '#client/ui/report/headlines.ts';
import type { Entry } from '#shared/state/ledger.ts';

let next = 0;
const entry = (
  lineId: string,
  weight: number,
  more: Partial<Entry> = {},
  params: Record<string, string | number> = {},
): Entry => ({
  id: `1.${next++}`,
  phase: 'reckoning',
  topic: lineId,
  subject: 'other',
  unit: 'points',
  amount: 1,
  before: null,
  after: null,
  from: null,
  to: null,
  item: null,
  causes: [],
  line: { id: lineId, params },
  audience: 'all',
  places: [],
  weight,
  ...more,
});
const headlines = (...entries: Entry[]): string[] => headlinesOf(entries, 'me', 'ours').map(({ line }) => line?.id ?? '');
const fill = ['law.a', 'law.b', 'law.c', 'law.d'].map((id) => entry(`report.${id}`, 9));

test('a law outranks what others release, and what is begun or as ordered is no headline', () => {
  const own = { subject: 'me', audience: ['me'] };
  expect(headlines(...fill, entry('report.released.api', 7), entry('report.research.started', 4, own))).toEqual(
    fill.map(({ line }) => line?.id),
  );
  expect(headlines(entry('report.research.started', 4, own), entry('report.set-aside', 5, own), ...fill)).toHaveLength(4);
});

test('an own figure is a headline where it changed much, and not where it hardly moved', () => {
  const compute = (before: number, after: number) =>
    entry('report.compute', 3, { subject: 'me', audience: ['me'], before, after });
  expect(headlines(...fill, compute(100, 60))).toContain('report.compute');
  expect(headlines(...fill, compute(100, 98))).not.toContain('report.compute');
});

test('the step that a track reached is told, and not the move to it as well', () => {
  const move = { topic: 'escalation', subject: 'world', before: 24, after: 35, amount: 11 };
  const told = headlines(...fill, entry('report.escalation.up', 8, move), entry('report.escalation.30', 8, move));
  expect(told).toContain('report.escalation.30');
  expect(told).not.toContain('report.escalation.up');
});

test('of the same sentence with two figures the larger one is told', () => {
  const cut = (amount: number) =>
    entry('report.rental.cut', 7, { subject: 'me', audience: ['me'], amount, before: 9, after: 9 + amount }, { actor: 'me' });
  const found = headlinesOf([...fill, cut(-1), cut(-4)], 'me', 'ours').filter(({ line }) => line?.id === 'report.rental.cut');
  expect(found.map(({ amount }) => amount)).toEqual([-4]);
});

test('there are never more than ten, three of a kind at most, in the order in which they happened', () => {
  const many = Array.from({ length: 40 }, (_, at) => entry(`report.kind-${at % 20}`, 9, {}, { actor: `a${at}` }));
  const found = headlinesOf(many, 'me', 'ours');
  expect(found).toHaveLength(MOST_HEADLINES);
  expect(found).toEqual(many.filter((one) => found.includes(one)));
  const same = Array.from({ length: 6 }, (_, at) => entry('report.law.force', 9, {}, { law: `l${at}` }));
  expect(headlines(...same)).toHaveLength(3);
  const scores = ['theirs', 'ours'].map((subject) => entry('report.standing', 4, { subject, before: 40, after: 60 }));
  expect(headlinesOf(scores, 'me', 'ours').map(({ subject }) => subject)).toEqual(['ours']);
});

test('a quiet turn still says what there was', () => {
  expect(headlines(entry('report.published', 6), entry('report.capital', 2))).toEqual(['report.published']);
  expect(headlines(entry('report.capital', 2))).toEqual(['report.capital']);
});
