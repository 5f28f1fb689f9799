/** Keeps the repeated orders of one match in this browser and puts them into the draft when a turn begins. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { checkDraft } from '#shared/rules/check-draft.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import type { Draft } from './draft.ts';
import { begin, kept, type Repeat, repeats, toggled } from './repeats.ts';

export interface RepeatOrders {
  readonly list: ReadonlySignal<readonly Repeat[]>;
  toggle(order: Order): void;
  /** An order was changed in the form: what repeats is the new one. */
  replace(before: Order, after: Order): void;
  stop(): void;
}

interface Stored {
  turn: number;
  list: readonly Repeat[];
}

function read(key: string): Stored {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Stored | null) ?? { turn: 0, list: [] };
  } catch {
    return { turn: 0, list: [] };
  }
}

export function createRepeatOrders(matchId: string, draft: Draft, known: ReadonlySignal<Known | null>): RepeatOrders {
  const key = `chokepoint:repeat:${matchId}`;
  const first = read(key);
  const list = signal<readonly Repeat[]>(first.list);
  let turn = first.turn;
  const keep = (next: readonly Repeat[]): void => {
    list.value = next;
    localStorage.setItem(key, JSON.stringify({ turn, list: next } satisfies Stored));
  };
  const legal =
    (now: Known) =>
    (orders: readonly Order[]): boolean => {
      const last = checkDraft(now, orders).orders[orders.length - 1];
      return last !== undefined && last.rejection === null;
    };
  const stop = effect(() => {
    const now = known.value;
    const orders = draft.orders.value;
    if (now === null || draft.turn.value !== now.state.turn) return;
    if (now.state.turn > turn) {
      turn = now.state.turn;
      const begun = begin(list.peek(), orders, legal(now));
      keep(begun.list);
      if (begun.orders !== orders) draft.set(begun.orders);
      return;
    }
    const left = kept(list.peek(), orders);
    if (left.length !== list.peek().length) keep(left);
  });
  return {
    list,
    toggle: (order) => keep(toggled(list.peek(), order)),
    replace(before, after) {
      if (repeats(list.peek(), before)) keep(toggled(toggled(list.peek(), before), after));
    },
    stop,
  };
}
