/** The market of a played quarter: who uses open weights, and what use at a level of capability costs. */
import { softwareOf } from '../../rules/compute.ts';
import { blocOf, makersOf, onSale, parameterOf, priceOf } from '../../rules/know.ts';
import { saleBarrier } from '../../rules/levers.ts';
import { statOf } from '../../rules/stats.ts';
import { addTo } from '../../rules/turn.ts';
import { pow } from '../../util/exact-math.ts';
import { sortedEntries, sortedKeys, sortedValues } from '../../util/ids.ts';
import type { HistoryGround } from './ground.ts';

/** Spending on AI that uses open weights of a bloc's labs, in all regions, against all spending at the start; per cent. */
export function openUse(ground: HistoryGround, bloc: string): number {
  let use = 0;
  for (const region of sortedKeys(ground.state.market)) {
    for (const [, spending] of sortedEntries(spendingOnOpen(ground, region, bloc))) use += spending;
  }
  return perCentOfStart(ground, use);
}

/**
 * Downloads of open weights of a bloc's labs in the last quarter, on the scale of `openUse`: use by those who came to a lab's weights
 * in it, which is all use but that of the users of the quarter before who did not choose anew (`users-move`). Who stays has the
 * weights already.
 */
export function openDownloads(ground: HistoryGround, before: HistoryGround | null, bloc: string): number {
  const stay = 1 - parameterOf(ground, 'users-move');
  let taken = 0;
  for (const region of sortedKeys(ground.state.market)) {
    const last = before === null ? {} : spendingOnOpen(before, region, bloc);
    for (const [lab, spending] of sortedEntries(spendingOnOpen(ground, region, bloc)))
      taken += Math.max(0, spending - stay * (last[lab] ?? 0));
  }
  return perCentOfStart(ground, taken);
}

/** Spending on AI in a region that uses open weights of a bloc's labs, thousand dollars a quarter by lab. */
function spendingOnOpen(ground: HistoryGround, region: string, bloc: string): Record<string, number> {
  const market = ground.state.market[region];
  const spending: Record<string, number> = {};
  for (const [model, permille] of sortedEntries(market?.openUse ?? {})) {
    const by = ground.state.models[model]?.by;
    if (by !== undefined && blocOf(ground, by) === bloc) addTo(spending, by, ((market?.demandKusd ?? 0) * permille) / 1000);
  }
  return spending;
}

function perCentOfStart(ground: HistoryGround, kusd: number): number {
  let start = 0;
  for (const region of sortedKeys(ground.state.market)) start += ground.ruleset.regions[region]?.demandKusd ?? 0;
  return start === 0 ? 0 : (100 * kusd) / start;
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
