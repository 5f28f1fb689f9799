/** Train: a run that binds a share of the compute for one to three turns and ends as a secret model. */
import { z } from 'zod';
import { capabilityOf } from '../capability.ts';
import { eflopOf, experimentsPermille } from '../compute.ts';
import { byOrder, record } from '../entries.ts';
import { bestModel, isLab, ownOf, parameterOf } from '../know.ts';
import { MOST_NAME_CHARS, nextName } from '../model-name.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { trainingKusd } from '../training-cost.ts';
import { own } from '../turn.ts';
import { countField, no } from './reject.ts';

const schema = z.strictObject({
  kind: z.literal('train'),
  name: z.string().trim().min(1).max(MOST_NAME_CHARS),
  sharePermille: z.int().min(50).max(900),
  turns: countField(3),
});
export type TrainOrder = z.infer<typeof schema>;

/** Capability that the run would have by the seat's recipe and compute of today, milli-points. */
export const trainForecast = (known: Known, order: TrainOrder): number => {
  const own = ownOf(known);
  return capabilityOf(
    known,
    known.seat,
    eflopOf(known, (own.trainMilliH100e * order.sharePermille) / 1000) * order.turns * parameterOf(known, 'final-run-share') +
      own.savedEflop,
  ).milli;
};

export const train: OrderKind<TrainOrder> = {
  kind: 'train',
  schema,
  phase: 'training',
  fields: [
    { name: 'name', type: 'text', maxLength: MOST_NAME_CHARS, suggested: (known) => nextName(known) },
    {
      name: 'sharePermille',
      type: 'number',
      unit: 'permille',
      limits: (known) => ({
        min: 50,
        max: Math.max(50, Math.min(900, 1000 - experimentsPermille(ownOf(known)))),
        step: 50,
        suggested: 500,
      }),
    },
    { name: 'turns', type: 'number', unit: 'turns', limits: () => ({ min: 1, max: 3, step: 1, suggested: 1 }) },
  ],
  check: (known, order) => {
    const own = ownOf(known);
    if (own.run !== null) return no('reject.train.running', { name: own.run.name });
    if (own.trainMilliH100e < 100) return no('reject.train.no-compute');
    return order.sharePermille + experimentsPermille(own) > 1000 ? no('reject.compute-share', {}, 'sharePermille') : null;
  },
  care: (known, order) => {
    const best = bestModel(known, { actor: known.seat })?.capabilityMilli ?? 0;
    return trainForecast(known, order) <= best ? { id: 'care.train-weaker', params: {} } : null;
  },
  cost: (known, order) => ({
    kusd: trainingKusd(known, known.seat, (ownOf(known).trainMilliH100e * order.sharePermille) / 1000),
    capital: 0,
    talent: 0,
  }),
  summary: (known, order) => ({
    id: 'order.train.summary',
    params: {
      name: order.name,
      sharePermille: order.sharePermille,
      turns: order.turns,
      forecastMilli: trainForecast(known, order),
    },
  }),
  candidates: (known) => {
    if (!isLab(known, known.seat) || ownOf(known).run !== null) return [];
    const list: TrainOrder[] = [];
    for (const sharePermille of [250, 500, 700, 900])
      for (const turns of [1, 2]) list.push({ kind: 'train', name: nextName(known), sharePermille, turns });
    return list;
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const owner = own(turn, seat);
      if (owner.run !== null) continue;
      const id = `${seat}/${turn.state.turn}`;
      owner.run = {
        id,
        name: order.name,
        startedTurn: turn.state.turn,
        endsTurn: turn.state.turn + order.turns - 1,
        sharePermille: order.sharePermille,
        eflop: owner.savedEflop,
        domesticEflop: 0,
        costKusd: 0,
      };
      owner.savedEflop = 0;
      record(turn, {
        topic: 'run',
        subject: seat,
        unit: 'runs',
        before: 0,
        after: 1,
        item: id,
        causes: [byOrder(ref, seat)],
        line: { id: 'report.training.started', params: { actor: seat, name: order.name, sharePermille: order.sharePermille } },
        audience: [seat],
        weight: 4,
      });
    }
  },
};
