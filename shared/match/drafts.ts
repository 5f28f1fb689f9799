/** Drafts of orders and readiness. A changed draft takes "ready" back. */
import type { Order } from '../rules/order-kind.ts';
import { isRefused, type Refused, refuse } from './reasons.ts';
import { seatOf, seatsOfPeople, type Table, type TableDeps, type TableEvent } from './table.ts';

/** Replaces the draft of the person's seat, unless someone changed it since `revision`. */
export function changeDraft(
  table: Table,
  person: string,
  revision: number,
  values: readonly unknown[],
  deps: TableDeps,
): TableEvent[] | Refused {
  const seat = table.people[person]?.seat ?? null;
  if (seat === null) return refuse('no-seat');
  const place = seatOf(table, seat);
  if (revision !== place.draft.revision) return refuse('stale-draft', { revision: place.draft.revision });
  const orders: Order[] = [];
  for (const value of values) {
    const parsed = deps.parseOrder(value);
    if (isRefused(parsed)) return { rejection: { id: parsed.rejection.id, params: parsed.rejection.params } };
    orders.push(parsed.order);
  }
  place.draft = { orders, revision: revision + 1, author: person };
  place.ready = false;
  return [{ event: 'draft', seat }];
}

/** Says that the seat is ready, or takes it back. The host of a table without people in seats asks for the next turn. */
export function setReady(table: Table, person: string, ready: boolean): TableEvent[] | Refused {
  const seat = table.people[person]?.seat ?? null;
  if (seat !== null) {
    seatOf(table, seat).ready = ready;
    return [{ event: 'ready', seat, ready }];
  }
  if (table.host !== person || seatsOfPeople(table).length > 0) return refuse('no-seat');
  table.step = ready;
  return [{ event: 'ready', seat: null, ready }];
}
