/** What made up the last change of a figure in the bar, read from the ledger of the last report. */
import type { Entry } from '#shared/state/ledger.ts';

export const FIGURES = ['cash', 'capital', 'compute', 'stock', 'talent', 'pressure', 'score'] as const;
export type Figure = (typeof FIGURES)[number];

export interface FigurePart {
  readonly entry: Entry;
  /** Signed, in the entry's unit. */
  readonly amount: number;
}

export interface FigureChange {
  readonly parts: readonly FigurePart[];
  /** Sum of the parts. */
  readonly amount: number;
  readonly unit: string;
}

const TOPICS: Readonly<Record<Exclude<Figure, 'score'>, string>> = {
  cash: 'money',
  capital: 'capital',
  compute: 'compute',
  stock: 'chips',
  talent: 'talent',
  pressure: 'pressure',
};
const UNITS: Readonly<Record<Figure, string>> = {
  cash: 'kusd',
  capital: 'capital',
  compute: 'milliH100e',
  stock: 'chips',
  talent: 'people',
  pressure: 'points',
  score: 'points',
};

/** By how much an entry changed what an account or subject holds; 0 where it is about another. */
function share(entry: Entry, account: string, subject: string): number {
  if (entry.from !== null || entry.to !== null) {
    return (entry.to === account ? entry.amount : 0) - (entry.from === account ? entry.amount : 0);
  }
  return entry.subject === subject && entry.before !== null && entry.after !== null ? entry.after - entry.before : 0;
}

/** Largest changes first. The score is made up of other figures. */
export function figureChange(
  figure: Exclude<Figure, 'score'>,
  entries: readonly Entry[],
  seat: string,
  bloc: string,
): FigureChange {
  const subject = figure === 'pressure' ? bloc : seat;
  const of = entries.filter((entry) => entry.topic === TOPICS[figure]);
  const parts = of
    .map((entry) => ({ entry, amount: share(entry, `actor:${seat}`, subject) }))
    .filter(({ amount }) => amount !== 0);
  // A cut lease is inside the new compute already: only the entry of the whole counts.
  const counted = figure === 'compute' ? parts.slice(-1) : parts;
  return {
    parts: [...counted].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
    amount: counted.reduce((sum, part) => sum + part.amount, 0),
    unit: UNITS[figure],
  };
}
