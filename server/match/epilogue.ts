/** After the end of a short match bots play on from its last state, so that the debrief shows the decade as well. */
import { setImmediate as nextSlice } from 'node:timers/promises';
import { botOrders } from '#shared/bots/bot.ts';
import type { BotLevel } from '#shared/protocol/commands.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import { resolve } from '#shared/rules/resolve.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { MatchState, Standing } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';
import { cloneJson } from '#shared/util/clone.ts';
import { botKey } from './turn-orders.ts';

/** Turns that the epilogue adds to a match that ended by time; none where there is nothing left to play. */
export function epilogueTurns(ruleset: Ruleset, state: MatchState): number {
  return state.ended === 'time' ? (ruleset.scenarios[state.scenario]?.epilogueTurns ?? 0) : 0;
}

/** Standings of the match and of the turns played on. Gives way between seats. */
export async function playEpilogue(ruleset: Ruleset, last: MatchState, turns: number, level: BotLevel): Promise<Standing[]> {
  let state: MatchState = { ...cloneJson(last), ended: 'no', lengthTurns: last.lengthTurns + turns };
  while (state.ended === 'no') {
    const orders: Record<string, Order[]> = {};
    for (const seat of state.seats) {
      orders[seat] = botOrders(ruleset, viewFor(ruleset, state, seat), level, botKey(state, seat));
      await nextSlice();
    }
    state = resolve(ruleset, state, { orders, deals: [] }).state;
  }
  return state.history;
}
