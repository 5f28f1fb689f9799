/** Which orders of a match are worth leaving out: the weightiest are played out, one by one. */
import type { MatchLog } from '#shared/replay/log.ts';
import { standingTurns } from '#shared/replay/replay.ts';
import type { OrderPlace } from '#shared/replay/trial.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';

/** Orders that are played out to find those that matter most: each takes as long as the rest of the match. */
const MOST_TRIED = 20;
/** Of one seat and kind no more, so that different things are tried. */
const MOST_ALIKE = 2;
/** A point of political capital beside money, thousand dollars. */
const CAPITAL_KUSD = 400_000;

/** What an order puts in motion, by its price as far as the order itself says it. */
function weightOf(ruleset: Ruleset, order: Order): number {
  const law = ruleset.laws[String(order.law)];
  if (law !== undefined && order.kind !== 'stop') return law.capital * CAPITAL_KUSD;
  if (typeof order.kusd === 'number') return order.kusd;
  const chip = ruleset.chips[String(order.chip)];
  return chip !== undefined && typeof order.units === 'number' ? order.units * chip.priceKusd : 0;
}

/** The weightiest orders first, early ones before late ones; those of the seat count twice. */
export function tellingOrders(ruleset: Ruleset, log: MatchLog, own: string | null): OrderPlace[] {
  const turns = standingTurns(log);
  const all = turns.flatMap(({ turn, orders }) =>
    Object.entries(orders).flatMap(([seat, given]) =>
      given.orders.map((order, index) => ({
        place: { turn, seat, index },
        alike: `${seat}/${order.kind}`,
        weight: weightOf(ruleset, order) * (1 - turn / (turns.length + 1)) * (seat === own ? 2 : 1),
      })),
    ),
  );
  const counted = new Map<string, number>();
  return all
    .sort((a, b) => b.weight - a.weight)
    .filter(({ alike }) => {
      counted.set(alike, (counted.get(alike) ?? 0) + 1);
      return (counted.get(alike) ?? 0) <= MOST_ALIKE;
    })
    .slice(0, MOST_TRIED)
    .map(({ place }) => place);
}
