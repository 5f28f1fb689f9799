/** What orders cost on the first turn: the cheapest and dearest that the rules suggest to a seat of the shortest scenario. */
import { newMatch } from '#shared/rules/new-match.ts';
import type { Cost, Known } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { viewFor } from '#shared/state/view.ts';

const SEED = '0'.repeat(32);

export interface CostRange {
  readonly low: Cost;
  readonly high: Cost;
}

/** One seat of each role, as each knows the opening. */
function openings(ruleset: Ruleset): Known[] {
  const scenario = Object.values(ruleset.scenarios).sort((a, b) => a.turns - b.turns)[0];
  if (scenario === undefined) return [];
  const state = newMatch(ruleset, scenario.id, SEED);
  return scenario.seats.map((seat) => ({ ruleset, seat, state: viewFor(ruleset, state, seat).state }));
}

/** By kind; kinds that nobody may give on the first turn are left out. */
export function orderCosts(ruleset: Ruleset): ReadonlyMap<string, CostRange> {
  const costs = new Map<string, CostRange>();
  for (const known of openings(ruleset)) {
    const role = known.state.actors[known.seat]?.role ?? '';
    for (const data of Object.values(ruleset.orders).filter((one) => one.roles.includes(role))) {
      const kind = ORDER_KINDS[data.kind];
      for (const order of kind?.candidates(known) ?? []) {
        const cost = kind?.cost(known, order);
        if (cost === undefined) continue;
        const range = costs.get(data.kind) ?? { low: cost, high: cost };
        const weight = (one: Cost): number => one.kusd + one.capital * 100_000;
        costs.set(data.kind, {
          low: weight(cost) < weight(range.low) ? cost : range.low,
          high: weight(cost) > weight(range.high) ? cost : range.high,
        });
      }
    }
  }
  return costs;
}
