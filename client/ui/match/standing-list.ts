/**
 * A list that a player leaves standing for the turns to come: kept in this browser, put into the draft once when a turn
 * begins, and shortened by what the draft no longer bears out.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import type { Draft } from './draft.ts';

export interface StandingList<T> {
  readonly list: ReadonlySignal<readonly T[]>;
  /** Makes this the list, here and where it is kept. */
  keep(list: readonly T[]): void;
  stop(): void;
}

export interface StandingRules<T> {
  /** Where it is kept. */
  readonly key: string;
  /** Turns after this one take from a new list; −1 lets the first turn take from it as well. */
  readonly after: number;
  /** What a turn that begins makes of the list, and the draft with what was taken from it; the same array where nothing was. */
  begin(known: Known, list: readonly T[], orders: readonly Order[]): { list: readonly T[]; orders: readonly Order[] };
  /** The list without what the draft has overtaken; the same array where all of it stands. */
  standing(known: Known, list: readonly T[], orders: readonly Order[]): readonly T[];
}

interface Stored<T> {
  turn: number;
  list: readonly T[];
}

function read<T>(key: string, after: number): Stored<T> {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Stored<T> | null) ?? { turn: after, list: [] };
  } catch {
    return { turn: after, list: [] };
  }
}

export function createStandingList<T>(
  { key, after, begin, standing }: StandingRules<T>,
  draft: Pick<Draft, 'orders' | 'turn' | 'set'>,
  known: ReadonlySignal<Known | null>,
): StandingList<T> {
  const first = read<T>(key, after);
  const list = signal<readonly T[]>(first.list);
  let turn = first.turn;
  const keep = (next: readonly T[]): void => {
    list.value = next;
    localStorage.setItem(key, JSON.stringify({ turn, list: next } satisfies Stored<T>));
  };
  const stop = effect(() => {
    const now = known.value;
    const orders = draft.orders.value;
    if (now === null || draft.turn.value !== now.state.turn) return;
    if (now.state.turn > turn) {
      turn = now.state.turn;
      const begun = begin(now, list.peek(), orders);
      keep(begun.list);
      if (begun.orders !== orders) draft.set(begun.orders);
      return;
    }
    const left = standing(now, list.peek(), orders);
    if (left !== list.peek()) keep(left);
  });
  return { list, keep, stop };
}
