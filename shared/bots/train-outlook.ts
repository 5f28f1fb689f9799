/** What a run that is ordered may come to: its range of capability, the chance that it fails, and what it costs in parts. */

import { ownOf, parameterOf } from '../rules/know.ts';
import type { Known } from '../rules/order-kind.ts';
import { type TrainOrder, trainForecast } from '../rules/orders/train.ts';
import { successChance } from '../rules/phases/training.ts';
import { trainingKusd } from '../rules/training-cost.ts';
import { startTurn } from '../rules/turn.ts';
import { floorInt } from '../util/exact-math.ts';
import { imagine } from './imagine.ts';

export interface TrainOutlook {
  /** Eight of ten runs that do not fail end between these, by the recipe and compute of today. */
  readonly lowMilli: number;
  readonly highMilli: number;
  readonly failPermille: number;
  /** A turn of the run: what is paid, and what of it is the final run before any saving. */
  readonly turnKusd: number;
  readonly finalKusd: number;
  readonly listKusd: number;
  /** All turns of the final run: what everyone reads as the model's cost once it is released. */
  readonly shownKusd: number;
}

/** Deviations on each side of the middle between which eight of ten draws lie. */
const EIGHT_OF_TEN = 1.2816;

export function trainOutlook(known: Known, order: TrainOrder): TrainOutlook {
  const own = ownOf(known);
  const middle = trainForecast(known, order);
  const noise = EIGHT_OF_TEN * parameterOf(known, 'run-noise-milli');
  const milli = (own.trainMilliH100e * order.sharePermille) / 1000;
  const listKusd = floorInt((milli / 1000) * parameterOf(known, 'training-kusd-per-h100e-turn'));
  const finalKusd = floorInt(listKusd * parameterOf(known, 'final-run-share'));
  return {
    lowMilli: Math.max(0, floorInt(middle - noise)),
    highMilli: floorInt(middle + noise),
    failPermille: floorInt(1000 * (1 - chanceOf(known))),
    turnKusd: trainingKusd(known, known.seat, milli),
    finalKusd,
    listKusd,
    shownKusd: finalKusd * order.turns,
  };
}

/** Chances by view: what is imagined of a state is costly to make. */
const chances = new WeakMap<Known['state'], number>();

/** Chance that a run of today's compute succeeds; the software of others is as the seat imagines it. */
function chanceOf({ ruleset, seat, state }: Known): number {
  const found = chances.get(state);
  if (found !== undefined) return found;
  const imagined = imagine(ruleset, { seat, state }, '0'.repeat(32));
  const { trainMilliH100e, domesticMilliH100e } = ownOf({ ruleset, seat, state });
  const share = trainMilliH100e === 0 ? 0 : domesticMilliH100e / trainMilliH100e;
  const chance = successChance(startTurn(ruleset, imagined, [], [], true), seat, share);
  chances.set(state, chance);
  return chance;
}
