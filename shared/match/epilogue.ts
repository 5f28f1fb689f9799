/** After the end of a short match bots play on from its last state, so that the debrief shows the decade as well. */
import { botOrders } from '../bots/bot.ts';
import type { BotLevel } from '../protocol/commands.ts';
import type { Order } from '../rules/order-kind.ts';
import { resolve } from '../rules/resolve.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MatchState, Standing } from '../state/schema.ts';
import { viewFor } from '../state/view.ts';
import { cloneJson } from '../util/clone.ts';
import type { Rest } from './rest.ts';
import { botKeys } from './turn-orders.ts';

/** Turns that the epilogue adds to a match that ended by time; none where there is nothing left to play. */
export function epilogueTurns(ruleset: Ruleset, state: MatchState): number {
  return state.ended === 'time' ? (ruleset.scenarios[state.scenario]?.epilogueTurns ?? 0) : 0;
}

/** Standings of the match and of the turns played on. Gives way between seats. */
export async function playEpilogue(
  ruleset: Ruleset,
  last: MatchState,
  turns: number,
  level: BotLevel,
  rest: Rest,
): Promise<Standing[]> {
  let state: MatchState = { ...cloneJson(last), ended: 'no', lengthTurns: last.lengthTurns + turns };
  while (state.ended === 'no') {
    const orders: Record<string, Order[]> = {};
    for (const seat of state.seats) {
      orders[seat] = botOrders(ruleset, viewFor(ruleset, state, seat), level, botKeys(state, seat));
      await rest();
    }
    state = resolve(ruleset, state, { orders, deals: [] }).state;
  }
  return state.history;
}
