/**
 * The difference between two histories by cause: every entry's amount is owed to the orders, laws, technologies, events,
 * deals and rules that made it, and what each of them owes in one history is set against what it owes in the other.
 */
import type { Cause, Entry, Ledger } from '../state/ledger.ts';

/** One cause of one figure of one subject, over all turns compared. */
export interface CauseDifference {
  readonly topic: string;
  readonly subject: string;
  readonly unit: string;
  readonly cause: { readonly kind: Cause['kind']; readonly id: string; readonly by: string | null };
  /** What is owed to the cause in each history, in `unit`, and branch less original. */
  readonly original: number;
  readonly branch: number;
  readonly difference: number;
  /** Share of all movement of this topic that the difference is, 0 to 1; the list is sorted by it. */
  readonly share: number;
}

interface Owed {
  readonly cause: CauseDifference['cause'];
  readonly amount: number;
}

/** How far an entry is followed back through the entries that caused it. */
const DEEPEST = 5;
const ACCOUNTS = /^(?:actor|bloc):([^/]+)/;

/** Causes whose parts differ, those that moved most of their topic first. */
export function compareCauses(original: readonly Ledger[], branch: readonly Ledger[]): CauseDifference[] {
  const before = sumCauses(original);
  const after = sumCauses(branch);
  const moved = new Map<string, number>();
  for (const sums of [before, after])
    for (const { topic, unit, amount } of sums.values()) add(moved, `${topic} ${unit}`, amount < 0 ? -amount : amount);
  const found: CauseDifference[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const row = before.get(key) ?? after.get(key);
    if (row === undefined) continue;
    const { topic, subject, unit, cause } = row;
    const [was, is] = [before.get(key)?.amount ?? 0, after.get(key)?.amount ?? 0];
    const difference = is - was;
    const size = difference < 0 ? -difference : difference;
    if (size < 1e-9) continue;
    const share = size / (moved.get(`${topic} ${unit}`) ?? size);
    found.push({ topic, subject, unit, cause, original: was, branch: is, difference, share });
  }
  return found.sort((a, b) => b.share - a.share || (keyOf(a) < keyOf(b) ? -1 : 1));
}

type Sum = Omit<CauseDifference, 'original' | 'branch' | 'difference' | 'share'> & { amount: number };

function sumCauses(ledgers: readonly Ledger[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const ledger of ledgers) {
    const byId = new Map(ledger.map((entry) => [entry.id, entry]));
    for (const entry of ledger) {
      // What was short is said again by what was not delivered.
      if (entry.topic === 'shortage') continue;
      for (const { subject, sign } of concerned(entry)) {
        for (const { cause, amount } of owed(entry, byId, 0)) {
          const row = { topic: entry.topic, subject, unit: entry.unit, cause };
          const sum = sums.get(keyOf(row)) ?? { ...row, amount: 0 };
          sum.amount += sign * amount;
          sums.set(keyOf(row), sum);
        }
      }
    }
  }
  return sums;
}

/** Whom an entry concerns: what moves between accounts leaves one subject and reaches another. */
function concerned(entry: Entry): { subject: string; sign: number }[] {
  const from = entry.from?.match(ACCOUNTS)?.[1];
  const to = entry.to?.match(ACCOUNTS)?.[1];
  if (from === undefined && to === undefined) return [{ subject: entry.subject, sign: 1 }];
  return [...(from === undefined ? [] : [{ subject: from, sign: -1 }]), ...(to === undefined ? [] : [{ subject: to, sign: 1 }])];
}

/** Parts of an entry's amount by root cause; what has no part of its own is shared evenly among the causes without one. */
function owed(entry: Entry, byId: ReadonlyMap<string, Entry>, depth: number): Owed[] {
  const named = entry.causes.reduce((sum, cause) => sum + (cause.amount ?? 0), 0);
  const unnamed = entry.causes.filter((cause) => cause.amount === undefined).length;
  const even = unnamed === 0 ? 0 : (entry.amount - named) / unnamed;
  if (entry.causes.length === 0) return [{ cause: { kind: 'rule', id: entry.topic, by: null }, amount: entry.amount }];
  return entry.causes.flatMap((cause) => {
    const amount = cause.amount ?? even;
    const earlier = cause.kind === 'entry' ? byId.get(cause.id) : undefined;
    if (earlier === undefined || earlier === entry || depth >= DEEPEST) return [{ cause: steady(cause), amount }];
    const roots = owed(earlier, byId, depth + 1);
    const whole = roots.reduce((sum, root) => sum + (root.amount < 0 ? -root.amount : root.amount), 0);
    return roots.map((root) => ({
      cause: root.cause,
      amount: whole === 0 ? amount / roots.length : (amount * (root.amount < 0 ? -root.amount : root.amount)) / whole,
    }));
  });
}

/** A cause that means the same in every turn: an order by its kind and seat, not by its turn and number. */
function steady(cause: Cause): CauseDifference['cause'] {
  const by = cause.by ?? null;
  if (cause.kind === 'order') {
    const [, seat, , kind] = cause.id.split('/');
    return { kind: 'order', id: kind ?? cause.id, by: by ?? seat ?? null };
  }
  return { kind: cause.kind, id: cause.kind === 'entry' ? 'entry' : cause.id, by };
}

const keyOf = ({ topic, subject, unit, cause }: Pick<CauseDifference, 'topic' | 'subject' | 'unit' | 'cause'>): string =>
  [topic, subject, unit, cause.kind, cause.id, cause.by ?? ''].join(' ');

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
