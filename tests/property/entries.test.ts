/** Reports: a seat reads the entries addressed to it, and cannot tell what the others say or that there are any. */
import { describe, expect, test } from 'vitest';
import type { Cause, Entry, Ledger } from '#shared/state/ledger.ts';
import { entriesFor } from '#shared/state/view.ts';
import { cloneJson } from '#shared/util/clone.ts';
import { FULL } from '#tests/counts.ts';
import { SCENARIOS, seedOf, stepsOf } from './matches.ts';

const bytes = (ledger: Ledger, seat: string | null): string => JSON.stringify(entriesFor(ledger, seat));
const mayRead = ({ audience }: Entry, seat: string | null): boolean =>
  audience === 'all' || (seat !== null && audience.includes(seat));

/** The same entry with other figures, words, causes and places. */
const rewritten = (entry: Entry): Entry => ({
  ...entry,
  topic: `${entry.topic}~`,
  subject: `${entry.subject}~`,
  amount: entry.amount + 1,
  before: (entry.before ?? 0) + 1,
  after: (entry.after ?? 0) + 1,
  item: `${entry.item}~`,
  causes: [...entry.causes.map((cause) => ({ ...cause, amount: (cause.amount ?? 0) + 1 })), { kind: 'rule', id: 'rule.made-up' }],
  line: { id: 'report.made-up', params: { units: entry.amount } },
  places: [...entry.places, 'base:made-up'],
  weight: 10 - entry.weight,
});

/** Every way in which one entry can differ, each alone. */
const variants = (entry: Entry): Entry[] => {
  const other = rewritten(entry);
  const fields = ['topic', 'subject', 'amount', 'before', 'after', 'item', 'causes', 'line', 'places'] as const;
  return fields.map((field) => ({ ...entry, [field]: other[field] }));
};

/** The ledger as it would be numbered with an entry more before each that a seat may not read. */
function crowded(ledger: Ledger, seat: string | null): Ledger {
  const numbers = new Map<string, string>();
  const longer: Entry[] = [];
  const push = (entry: Entry, turn: string) => longer.push({ ...entry, id: `${turn}.${longer.length + 1}` });
  for (const entry of ledger) {
    const turn = entry.id.split('.')[0] ?? '';
    if (!mayRead(entry, seat)) push(rewritten(entry), turn);
    push(entry, turn);
    numbers.set(entry.id, longer[longer.length - 1]?.id ?? '');
  }
  const moved = (cause: Cause): Cause => (cause.kind === 'entry' ? { ...cause, id: numbers.get(cause.id) ?? cause.id } : cause);
  return longer.map((entry) => ({ ...entry, causes: entry.causes.map(moved) }));
}

const total = (causes: readonly Cause[]): number => causes.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

/** Three entries of which one seat reads the last only: half of it is owed to what it may not read. */
function withSecretCauses(seat: string, other: string): Ledger {
  const entry = (number: number, more: Partial<Entry>): Entry => ({
    id: `0.${number}`,
    phase: 'law',
    topic: 'pressure',
    subject: seat,
    unit: 'points',
    amount: 6,
    before: 0,
    after: 6,
    from: null,
    to: null,
    item: null,
    causes: [],
    line: null,
    audience: [other],
    places: [],
    weight: 1,
    ...more,
  });
  const causes: Cause[] = [
    { kind: 'entry', id: '0.1', amount: 1 },
    { kind: 'rule', id: 'rule.luck', amount: 3 },
    { kind: 'entry', id: '0.2', amount: 2, by: other },
  ];
  return [entry(1, {}), entry(2, {}), entry(3, { audience: [seat], causes }), entry(4, { audience: 'all', causes: [] })];
}

describe.each(SCENARIOS)('%s', (scenario) => {
  const steps = stepsOf(scenario, seedOf('entries', scenario));
  const chosen = FULL ? steps : [steps[2], steps[steps.length - 1]].filter((step) => step !== undefined);
  const seats = steps[0]?.before.seats ?? [];

  test.each([...seats, null])('%s reads what is addressed to it and nothing of the rest', (seat) => {
    for (const { resolution } of chosen) {
      const { ledger } = resolution;
      const read = entriesFor(ledger, seat);
      const addressed = ledger.filter((entry) => mayRead(entry, seat));
      expect(read.map((entry) => ({ ...entry, id: '', causes: [] }))).toEqual(
        addressed.map((entry) => ({ ...entry, id: '', causes: [] })),
      );
      expect(addressed.length).toBeLessThan(ledger.length);
      const usual = bytes(ledger, seat);
      expect(
        bytes(
          ledger.map((entry) => (mayRead(entry, seat) ? entry : rewritten(entry))),
          seat,
        ),
      ).toBe(usual);
      expect(bytes(crowded(ledger, seat), seat)).toBe(usual);
    }
  });

  test.each([...seats, null])('%s: each change of an entry shows if and only if it is addressed to it', (seat) => {
    const { ledger } = (chosen[0] as (typeof steps)[number]).resolution;
    const usual = bytes(ledger, seat);
    const copy = cloneJson(ledger);
    for (let at = 0; at < ledger.length; at += FULL ? 1 : 7) {
      const entry = ledger[at] as Entry;
      for (const variant of variants(entry)) {
        copy[at] = variant;
        expect(bytes(copy, seat) !== usual, entry.id).toBe(mayRead(entry, seat));
      }
      copy[at] = entry;
    }
  });

  test('causes that a seat may not know read as undisclosed, and parts still add up', () => {
    let undisclosed = 0;
    for (const { resolution } of chosen)
      for (const seat of [...seats, null]) {
        const read = entriesFor(resolution.ledger, seat);
        const ids = new Set(read.map(({ id }) => id));
        expect(ids.size).toBe(read.length);
        const addressed = resolution.ledger.filter((entry) => mayRead(entry, seat));
        read.forEach((entry, at) => {
          expect(total(entry.causes)).toBeCloseTo(total(addressed[at]?.causes ?? []), 6);
          for (const cause of entry.causes) {
            if (cause.kind === 'entry') expect(ids.has(cause.id)).toBe(true);
            if (cause.kind === 'undisclosed') undisclosed += 1;
            if (cause.kind === 'undisclosed') expect({ id: cause.id, by: cause.by }).toEqual({ id: '', by: undefined });
          }
        });
      }
    expect(undisclosed).toBeGreaterThan(0);
  });

  test('several hidden causes are one, with their sum and no name', () => {
    const [seat = '', other = ''] = seats;
    const [read] = entriesFor(withSecretCauses(seat, other), seat) as [Entry];
    expect(read.causes).toEqual([
      { kind: 'rule', id: 'rule.luck', amount: 3 },
      { kind: 'undisclosed', id: '', amount: 3 },
    ]);
    expect(entriesFor(withSecretCauses(seat, other), null)).toHaveLength(1);
  });
});
