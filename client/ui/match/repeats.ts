/** Orders that the player wants to give each turn: which kinds can repeat, and what becomes of them when a turn begins. */
import type { Order } from '#shared/rules/order-kind.ts';

/** Kinds that make sense again with the same figures; what stands by itself or is done once is not among them. */
export const REPEATABLE: ReadonlySet<string> = new Set(['buy', 'buy-grey', 'hire', 'lobby', 'rent', 'win-over', 'study']);

export interface Repeat {
  readonly order: Order;
  /** It was not legal when the turn began and waits for the next. */
  readonly waiting: boolean;
}

const same = (a: Order, b: Order): boolean => JSON.stringify(a) === JSON.stringify(b);

export const repeats = (list: readonly Repeat[], order: Order): boolean => list.some((one) => same(one.order, order));

export function toggled(list: readonly Repeat[], order: Order): Repeat[] {
  return repeats(list, order) ? list.filter((one) => !same(one.order, order)) : [...list, { order, waiting: false }];
}

/** Without those that the player took out of the draft; the same list where none was. */
export function kept(list: readonly Repeat[], orders: readonly Order[]): readonly Repeat[] {
  const left = list.filter((one) => one.waiting || orders.some((order) => same(order, one.order)));
  return left.length === list.length ? list : left;
}

/** The draft of a new turn with what repeats in it where it is legal, and what waits for another turn. */
export function begin(
  list: readonly Repeat[],
  orders: readonly Order[],
  legal: (orders: readonly Order[]) => boolean,
): { list: Repeat[]; orders: readonly Order[] } {
  let draft = orders;
  const after = list.map(({ order }) => {
    if (draft.some((one) => same(one, order))) return { order, waiting: false };
    const longer = [...draft, order];
    if (!legal(longer)) return { order, waiting: true };
    draft = longer;
    return { order, waiting: false };
  });
  return { list: after, orders: draft };
}
