/** Gathers the orders of a turn: what people drafted, what bots decide, and the advisor's plan where time ran out. */
import { setImmediate as nextSlice } from 'node:timers/promises';
import { advise } from '#shared/bots/advisor.ts';
import { botOrders } from '#shared/bots/bot.ts';
import { peopleOf, seatOf, type Table } from '#shared/match/table.ts';
import type { SeatOrders } from '#shared/replay/log.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';
import { type Id, sortedKeys } from '#shared/util/ids.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';

/** Key of a bot's luck; tells nothing of the match's own. */
export function botKey(state: MatchState, seat: Id): string {
  return deriveSeed(state.hidden.seed, `bot:${seat}:${state.turn}`);
}

/** Gives way to other matches between seats, because bots think for some milliseconds each. */
export async function gatherOrders(ruleset: Ruleset, state: MatchState, table: Table): Promise<Record<Id, SeatOrders>> {
  const orders: Record<Id, SeatOrders> = {};
  for (const seat of sortedKeys(table.seats)) {
    orders[seat] = ordersOf(ruleset, state, table, seat);
    await nextSlice();
  }
  return orders;
}

function ordersOf(ruleset: Ruleset, state: MatchState, table: Table, seat: Id): SeatOrders {
  const { bot, draft, ready } = seatOf(table, seat);
  if (bot !== null) {
    const decided = botOrders(ruleset, viewFor(ruleset, state, seat), bot, botKey(state, seat));
    return { orders: copied(decided), person: null, source: 'bot' };
  }
  const held = peopleOf(table, seat).length > 0;
  if (!held || ready || draft.orders.length > 0) return { orders: copied(draft.orders), person: draft.author, source: 'person' };
  const [plan] = advise(ruleset, viewFor(ruleset, state, seat), botKey(state, seat));
  return { orders: copied(plan?.orders ?? []), person: null, source: 'advisor' };
}

function copied(orders: readonly Order[]): SeatOrders['orders'] {
  return orders.map((order) => ({ ...order }));
}

export function ordersAlone(given: Record<Id, SeatOrders>): Record<Id, Order[]> {
  const orders: Record<Id, Order[]> = {};
  for (const seat of sortedKeys(given)) orders[seat] = given[seat]?.orders ?? [];
  return orders;
}
