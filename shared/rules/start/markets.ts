/** The markets of use at the start of a scenario: demand grown to its first quarter, and who is used where. */
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { Scenario } from '../../ruleset/schema/scenario.ts';
import type { MatchState } from '../../state/schema.ts';
import { floorInt, splitByLargestRemainder } from '../../util/exact-math.ts';
import { sortedEntries } from '../../util/ids.ts';
import { BASE_QUARTER_INDEX } from '../calendar.ts';

export function openMarkets(ruleset: Ruleset, scenario: Scenario, state: MatchState, startQuarter: number): void {
  const quarters = startQuarter - BASE_QUARTER_INDEX;
  for (const [id, region] of sortedEntries(ruleset.regions)) {
    let demand = region.demandKusd;
    for (let n = 0; n < quarters; n += 1) demand = demand * (1 + region.growthPermille / 1000);
    state.market[id] = { demandKusd: floorInt(demand), use: {}, openUse: {} };
    const shares = sortedEntries(scenario.actors).filter(([actor]) => state.models[`${actor}/start`] !== undefined);
    const wanted = shares.map(([, start]) => start.usePermille[id] ?? 0);
    let total = 0;
    for (const share of wanted) total += share;
    const parts = total > 1000 ? splitByLargestRemainder(1000, wanted) : wanted;
    shares.forEach(([actor], index) => {
      const model = state.models[`${actor}/start`];
      const market = state.market[id];
      const share = parts[index] ?? 0;
      if (model === undefined || market === undefined || share === 0) return;
      if (model.open && !model.api) market.openUse[model.id] = share;
      else market.use[model.id] = share;
    });
  }
}
