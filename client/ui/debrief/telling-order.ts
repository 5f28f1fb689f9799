/** Which orders of a match are left out, one by one, to find what was decisive: some of every kind, from all of the match. */
import type { MatchLog } from '#shared/replay/log.ts';
import { standingTurns } from '#shared/replay/replay.ts';
import type { OrderPlace } from '#shared/replay/trial.ts';

/** Turns that are played to try orders: each takes as many as the match still had. */
const MOST_TURNS = 400;
/** The match is cut into so many stretches, and every kind is tried in each. */
const STRETCHES = 3;

/**
 * Every kind and stretch by turns; in each, early orders first, since they have longest to work. Of the same quarter the own seat
 * comes first, then another one in each stretch and kind, so that no seat is left out for its name.
 */
export function tellingOrders(log: MatchLog, own: string | null): OrderPlace[] {
  const turns = standingTurns(log);
  const groups = new Map<string, OrderPlace[]>();
  for (const { turn, orders } of turns) {
    for (const [seat, given] of Object.entries(orders)) {
      for (const [index, { kind }] of given.orders.entries()) {
        const of = `${kind}/${Math.floor((turn * STRETCHES) / turns.length)}`;
        groups.set(of, [...(groups.get(of) ?? []), { turn, seat, index }]);
      }
    }
  }
  const seats = [...new Set(turns.flatMap(({ orders }) => Object.keys(orders)))].sort();
  for (const [at, group] of [...groups.values()].entries()) {
    const rank = (seat: string): number =>
      seat === own ? -1 : (seats.indexOf(seat) + seats.length - (at % seats.length)) % seats.length;
    group.sort((a, b) => a.turn - b.turn || rank(a.seat) - rank(b.seat));
  }
  const chosen: OrderPlace[] = [];
  let left = MOST_TURNS;
  const longest = Math.max(0, ...[...groups.values()].map(({ length }) => length));
  for (let round = 0; round < longest; round += 1) {
    for (const group of groups.values()) {
      const place = group[round];
      if (place === undefined || turns.length - place.turn > left) continue;
      left -= turns.length - place.turn;
      chosen.push(place);
    }
  }
  // Late ones take least, so that the first results are there soon.
  return chosen.sort((a, b) => b.turn - a.turn);
}
