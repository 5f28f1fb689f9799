/** What a counterfactual changes in the orders of one recorded turn, and what is wrong with a change that names nothing. */
import type { Order, Rejection } from '../rules/order-kind.ts';
import { parseOrder } from '../rules/orders/registry.ts';
import type { TurnRecord } from './log.ts';

/** One change. `index` counts the seat's recorded orders from 0, whatever else is changed. */
export type BranchChange =
  | { readonly change: 'drop'; readonly seat: string; readonly index: number }
  | { readonly change: 'add'; readonly seat: string; readonly order: unknown }
  | { readonly change: 'replace'; readonly seat: string; readonly index: number; readonly order: unknown };

/** Why a branch can't be made: the log has no such turn, the turn no such seat or order, or the new order no known form. */
export type BranchFault =
  | { readonly fault: 'turn'; readonly turn: number; readonly turns: number }
  | { readonly fault: 'seat'; readonly seat: string; readonly seats: readonly string[] }
  | { readonly fault: 'order'; readonly seat: string; readonly index: number; readonly orders: number }
  | { readonly fault: 'form'; readonly seat: string; readonly rejection: Rejection };

type Orders = Readonly<Record<string, readonly Order[]>>;

export function recordedOrders(record: TurnRecord): Record<string, Order[]> {
  return Object.fromEntries(Object.entries(record.orders).map(([seat, given]) => [seat, given.orders]));
}

/** The first change that can't be made, or null. `seats` are those of the match; a seat may have given no orders. */
export function changeFault(seats: readonly string[], orders: Orders, changes: readonly BranchChange[]): BranchFault | null {
  for (const change of changes) {
    const { seat } = change;
    if (!seats.includes(seat)) return { fault: 'seat', seat, seats };
    const count = orders[seat]?.length ?? 0;
    if (change.change !== 'add' && !(Number.isInteger(change.index) && change.index >= 0 && change.index < count))
      return { fault: 'order', seat, index: change.index, orders: count };
    if (change.change === 'drop') continue;
    const parsed = parseOrder(change.order);
    if ('rejection' in parsed) return { fault: 'form', seat, rejection: parsed.rejection };
  }
  return null;
}

/** The turn's orders with all changes made: replaced in their place, dropped, and added after the rest. */
export function changedOrders(orders: Orders, changes: readonly BranchChange[]): Record<string, Order[]> {
  const result: Record<string, (Order | null)[]> = Object.fromEntries(
    Object.entries(orders).map(([seat, list]) => [seat, [...list]]),
  );
  for (const change of changes) {
    const list = result[change.seat] ?? [];
    result[change.seat] = list;
    if (change.change === 'drop') list[change.index] = null;
    else if (change.change === 'replace') list[change.index] = ordered(change.order);
  }
  for (const change of changes) if (change.change === 'add') result[change.seat]?.push(ordered(change.order));
  return Object.fromEntries(Object.entries(result).map(([seat, list]) => [seat, list.filter((order) => order !== null)]));
}

function ordered(value: unknown): Order {
  const parsed = parseOrder(value);
  if ('rejection' in parsed) throw new RangeError('the order was not checked before');
  return parsed.order;
}
