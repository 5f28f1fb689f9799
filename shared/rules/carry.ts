/** Carries out all orders of one kind, in an order of seats that is drawn by key and never by seat number. */
import { keyedOrder } from '../util/keyed-random.ts';
import { ORDER_KINDS } from './orders/registry.ts';
import { givenOf, type Turn } from './turn.ts';

export function carryOut(turn: Turn, kind: string): void {
  const found = ORDER_KINDS[kind];
  if (found === undefined) throw new RangeError(`no order kind ${kind}`);
  const given = givenOf(turn, kind);
  if (given.length === 0) return;
  found.resolve(
    turn,
    keyedOrder(given, (item) => item.ref, turn.state.hidden.seed, turn.state.turn, 'order', kind),
  );
}
