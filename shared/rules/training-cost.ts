/** What training costs: compute by the hour, of which a part goes into post-training that good methods make cheaper. */
import { floorInt } from '../util/exact-math.ts';
import { type Ground, parameterOf } from './know.ts';
import { statOf } from './stats.ts';

/** Cost of a turn of training on `milli` thousandths of an H100, thousand dollars. */
export function trainingKusd(ground: Ground, actor: string, milli: number): number {
  const saved = parameterOf(ground, 'tuning-share') * (1 - statOf(ground, actor, 'tuning-cost'));
  return floorInt((milli / 1000) * parameterOf(ground, 'training-kusd-per-h100e-turn') * (1 - saved));
}
