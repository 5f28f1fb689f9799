/** Gathers the orders of a turn: what people drafted, what bots decide, autopilots, and the advisor's plan where time ran out. */
import { advise } from '../bots/advisor.ts';
import { type BotKeys, botOrders } from '../bots/bot.ts';
import type { Bounds } from '../bots/limits.ts';
import type { SeatOrders } from '../replay/log.ts';
import type { Order } from '../rules/order-kind.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MatchState } from '../state/schema.ts';
import { viewFor } from '../state/view.ts';
import { type Id, sortedKeys } from '../util/ids.ts';
import { deriveSeed } from '../util/keyed-random.ts';
import { plays } from './autopilot.ts';
import { signedKusd } from './offers.ts';
import type { Rest } from './rest.ts';
import { peopleOf, seatOf, type Table } from './table.ts';

/** Key of a bot's luck; tells nothing of the match's own. */
export function botKey(state: MatchState, seat: Id): string {
  return deriveSeed(state.hidden.seed, `bot:${seat}:${state.turn}`);
}

/** Keys of a bot that plays a seat of its own. */
export const botKeys = (state: MatchState, seat: Id): BotKeys => ({
  turn: botKey(state, seat),
  match: deriveSeed(state.hidden.seed, `agenda:${seat}`),
});

/** Gives way to other matches between seats, because bots think for some milliseconds each. */
export async function gatherOrders(
  ruleset: Ruleset,
  state: MatchState,
  table: Table,
  rest: Rest,
): Promise<Record<Id, SeatOrders>> {
  const orders: Record<Id, SeatOrders> = {};
  for (const seat of sortedKeys(table.seats)) {
    orders[seat] = ordersOf(ruleset, state, table, seat);
    await rest();
  }
  return orders;
}

function ordersOf(ruleset: Ruleset, state: MatchState, table: Table, seat: Id): SeatOrders {
  const { bot, draft, ready } = seatOf(table, seat);
  if (bot !== null) {
    const decided = botOrders(ruleset, viewFor(ruleset, state, seat), bot, botKeys(state, seat));
    return { orders: copied(decided), person: null, source: 'bot' };
  }
  const held = peopleOf(table, seat).length > 0;
  if (held && plays(seatOf(table, seat))) {
    const { botLevel } = table.settings;
    const keys = { turn: botKey(state, seat), match: null };
    const decided = botOrders(ruleset, viewFor(ruleset, state, seat), botLevel, keys, boundsOf(table, seat));
    return { orders: copied(decided), person: null, source: 'autopilot' };
  }
  if (!held || ready || draft.orders.length > 0) return { orders: copied(draft.orders), person: draft.author, source: 'person' };
  const [plan] = advise(ruleset, viewFor(ruleset, state, seat), botKey(state, seat), boundsOf(table, seat));
  return { orders: copied(plan?.orders ?? []), person: null, source: 'advisor' };
}

/** Limits that the seat's people state, for whatever plays in their place. */
export function boundsOf(table: Table, seat: Id): Bounds {
  return { limits: seatOf(table, seat).autopilot.limits, signedKusd: signedKusd(table, seat) };
}

function copied(orders: readonly Order[]): SeatOrders['orders'] {
  return orders.map((order) => ({ ...order }));
}

export function ordersAlone(given: Record<Id, SeatOrders>): Record<Id, Order[]> {
  const orders: Record<Id, Order[]> = {};
  for (const seat of sortedKeys(given)) orders[seat] = given[seat]?.orders ?? [];
  return orders;
}
