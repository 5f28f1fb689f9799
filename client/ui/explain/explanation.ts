/** Why a figure is what it is: parts that add up to it, the rule behind them, and what is not disclosed. */
import { signal } from '@preact/signals';
import type { Entry } from '#shared/state/ledger.ts';

export interface ExplainedPart {
  readonly label: string;
  /** In the unit of the figure; null for a part that only names something. */
  readonly amount: number | null;
  /** Set where the amount is not shown in the figure's own format. */
  readonly text?: string;
  /** Has its own chain of causes. */
  readonly entry?: Entry;
}

export interface Explanation {
  readonly title: string;
  /** The figure as it stands on screen. */
  readonly value: string;
  /** Parts add up to this; null where the figure is read, not reckoned. */
  readonly total: number | null;
  readonly format: (amount: number, among?: readonly number[]) => string;
  readonly parts: readonly ExplainedPart[];
  /** The rule in a sentence, with its parameters. */
  readonly rule: string;
}

export type Explain = () => Explanation;

/** What the player asks about, with the place to return the focus to; null while nothing is asked. */
export const explained = signal<{ explain: Explain; from: HTMLElement | null } | null>(null);

/** Writes the parts and their sum in one precision. */
export function inOnePrecision({
  parts,
  total,
  format,
}: Pick<Explanation, 'parts' | 'total' | 'format'>): (amount: number) => string {
  const among = [...parts.flatMap(({ amount, text }) => (amount === null || text !== undefined ? [] : [amount])), total ?? 0];
  return (amount) => format(amount, among);
}

/** Difference between the figure and its parts that rounding alone can make, in the figure's unit. */
export const adds = ({ total, parts }: Pick<Explanation, 'total' | 'parts'>, tolerance: number): boolean =>
  total === null || Math.abs(parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0) - total) <= tolerance;
