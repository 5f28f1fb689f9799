/** The orders of one match that repeat: put into the draft when a turn begins, where they are legal. */
import type { ReadonlySignal } from '@preact/signals';
import { checkDraft } from '#shared/rules/check-draft.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import type { Draft } from './draft.ts';
import { begin, kept, type Repeat, repeats, toggled } from './repeats.ts';
import { createStandingList } from './standing-list.ts';

export interface RepeatOrders {
  readonly list: ReadonlySignal<readonly Repeat[]>;
  toggle(order: Order): void;
  /** An order was changed in the form: what repeats is the new one. */
  replace(before: Order, after: Order): void;
  stop(): void;
}

const legal =
  (known: Known) =>
  (orders: readonly Order[]): boolean => {
    const last = checkDraft(known, orders).orders[orders.length - 1];
    return last !== undefined && last.rejection === null;
  };

export function createRepeatOrders(matchId: string, draft: Draft, known: ReadonlySignal<Known | null>): RepeatOrders {
  const { list, keep, stop } = createStandingList<Repeat>(
    {
      key: `chokepoint:repeat:${matchId}`,
      after: 0,
      begin: (now, repeating, orders) => begin(repeating, orders, legal(now)),
      standing: (_now, repeating, orders) => kept(repeating, orders),
    },
    draft,
    known,
  );
  return {
    list,
    toggle: (order) => keep(toggled(list.peek(), order)),
    replace(before, after) {
      if (repeats(list.peek(), before)) keep(toggled(toggled(list.peek(), before), after));
    },
    stop,
  };
}
