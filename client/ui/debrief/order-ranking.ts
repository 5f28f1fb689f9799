/** Which orders were decisive: by what is left of their effect at the end of its interval that lies nearest to none. */
import type { OrderPlace } from '#shared/replay/trial.ts';

export interface Found {
  readonly place: OrderPlace;
  readonly kind: string;
  /** The bloc whose final score would change most without the order, and by how much. */
  readonly bloc: string;
  readonly effect: number;
  /** Its 95 % interval over games with other luck; null until they are played. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** Of one kind no more, so that different things are seen. */
const MOST_ALIKE = 2;

/** What is left of the effect when luck is taken off; none where the interval holds nothing. */
export const sureEffect = ({ interval }: Found): number => (interval === null ? 0 : Math.max(0, interval.low, -interval.high));

/** Those that were played with other luck and moved more than it, the surest first; behind them those that are still to be. */
export function ranked(all: readonly Found[]): Found[] {
  const standing = all.filter((found) => found.interval === null || sureEffect(found) > 0);
  const order = standing.sort((a, b) => sureEffect(b) - sureEffect(a) || Math.abs(b.effect) - Math.abs(a.effect));
  return firstOfKinds(order);
}

/** The first of every kind, in their order. */
export function firstOfKinds(sorted: readonly Found[]): Found[] {
  const counted = new Map<string, number>();
  return sorted.filter(({ kind }) => {
    const n = (counted.get(kind) ?? 0) + 1;
    counted.set(kind, n);
    return n <= MOST_ALIKE;
  });
}
