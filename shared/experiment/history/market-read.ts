/** The market of a played quarter: who uses open weights, and what use at a level of capability costs. */
import { softwareOf } from '../../rules/compute.ts';
import { blocOf, makersOf, onSale, parameterOf, priceOf } from '../../rules/know.ts';
import { saleBarrier } from '../../rules/levers.ts';
import { statOf } from '../../rules/stats.ts';
import { pow } from '../../util/exact-math.ts';
import { sortedEntries, sortedValues } from '../../util/ids.ts';
import type { HistoryGround } from './ground.ts';

/** Spending on AI that uses open weights of a bloc's labs, in all regions, against all spending at the start; per cent. */
export function openUse(ground: HistoryGround, bloc: string): number {
  let use = 0;
  let start = 0;
  for (const [region, market] of sortedEntries(ground.state.market)) {
    start += ground.ruleset.regions[region]?.demandKusd ?? 0;
    for (const [model, permille] of sortedEntries(market.openUse)) {
      const by = ground.state.models[model]?.by;
      if (by !== undefined && blocOf(ground, by) === bloc) use += (market.demandKusd * permille) / 1000;
    }
  }
  return start === 0 ? 0 : (100 * use) / start;
}

/**
 * Lowest price of use at a level of capability: what the compute to reach it costs by the recipe of a lab that offers at
 * least that level, over its efficiency in serving and its price. What is served shrinks with the compute that a level
 * needs: GPT-4 (2.1e25 FLOP) to DeepSeek-V2 (1e24, as good) took 20 times less compute and 13 times fewer active
 * parameters (facts.md section 4).
 */
export function cheapest(ground: HistoryGround, levelMilli: number): number {
  const doubling = parameterOf(ground, 'milli-points-per-doubling');
  let lowest = Infinity;
  for (const model of sortedValues(ground.state.models)) {
    if (model.capabilityMilli < levelMilli) continue;
    const price = model.open ? parameterOf(ground, 'open-margin') : model.pricePermille / 1000;
    const recipe =
      statOf(ground, model.by, 'training-efficiency') * pow(2, statOf(ground, model.by, 'capability-bonus') / doubling);
    const serving = statOf(ground, model.by, 'serving-efficiency') / kusdPerServing(ground, blocOf(ground, model.by));
    lowest = Math.min(lowest, price / serving / recipe);
  }
  return lowest;
}

/** Price of serving worth, thousand dollars for that of one H100, at the cheapest chip that the bloc may buy. */
function kusdPerServing(ground: HistoryGround, bloc: string): number {
  let lowest = Infinity;
  for (const maker of makersOf(ground)) {
    for (const chip of onSale(ground, maker)) {
      if (saleBarrier(ground, chip, bloc, bloc) !== null) continue;
      lowest = Math.min(lowest, (priceOf(ground, chip) * 1000) / (chip.serveMilliH100e * softwareOf(ground, maker, maker)));
    }
  }
  return Number.isFinite(lowest) ? lowest : 1;
}
