/** Distil: learn from a rival's public API, so that the next run starts nearer to it; found out, it costs trust. */
import { z } from 'zod';
import { pay } from '../accounts.ts';
import { byOrder, record } from '../entries.ts';
import { bestModel, blocOf, isLab, labsOf, ownOf, parameterOf } from '../know.ts';
import { lawsAgainst, leverForce } from '../levers.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { breakPromises, loseTrust } from '../phases/deals.ts';
import { blocStat } from '../stats.ts';
import { addTo, luck, own } from '../turn.ts';
import { idField, named, no } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('distil'), from: idField });
export type DistilOrder = z.infer<typeof schema>;

const targets = (known: Known): string[] =>
  labsOf(known).filter((id) => id !== known.seat && bestModel(known, { actor: id })?.api === true);

export const distil: OrderKind<DistilOrder> = {
  kind: 'distil',
  schema,
  phase: 'release',
  fields: [{ name: 'from', type: 'choice', options: (known) => named(targets(known)) }],
  check: (known, order) => {
    if (!targets(known).includes(order.from)) return no('reject.distil.no-api', { from: order.from }, 'from');
    const own = ownOf(known);
    if (own.distilReadyTurn > known.state.turn) return no('reject.distil.wait', { readyTurn: own.distilReadyTurn });
    const law = lawsAgainst(known, blocOf(known, known.seat), 'models').find(
      (item) => item.bloc === blocOf(known, order.from) && (item.setting.strengthPermille ?? 1000) >= 1000,
    );
    return law === undefined
      ? null
      : no('reject.law', { law: law.law, setting: `${law.law}.${law.setting.key}`, by: law.by }, 'from');
  },
  care: () => ({ id: 'care.distil-found', params: {} }),
  cost: (known) => ({ kusd: parameterOf(known, 'distil-kusd'), capital: 0, talent: 0 }),
  provokes: () => true,
  summary: (_known, order) => ({ id: 'order.distil.summary', params: { from: order.from } }),
  candidates: (known) => {
    if (!isLab(known, known.seat)) return [];
    const mine = bestModel(known, { actor: known.seat })?.capabilityMilli ?? 0;
    return targets(known)
      .filter((id) => (bestModel(known, { actor: id })?.capabilityMilli ?? 0) > mine + 5000)
      .map((from) => ({ kind: 'distil' as const, from }));
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const model = bestModel(turn, { actor: order.from });
      if (model === null) continue;
      pay(turn, `actor:${seat}`, `actor:${order.from}`, parameterOf(turn, 'distil-kusd'), [byOrder(ref, seat)], {
        audience: [seat],
      });
      own(turn, seat).distilReadyTurn = turn.state.turn + 3;
      const guarded = blocOf(turn, seat) === blocOf(turn, order.from) ? 0 : leverForce(turn, blocOf(turn, seat), 'models').force;
      const loss = blocStat(turn, blocOf(turn, order.from), 'distil-loss', 'lowest') * (1 - guarded);
      const best = bestModel(turn, { actor: seat })?.capabilityMilli ?? 0;
      const reachable = Math.floor(best + (model.capabilityMilli - best) * loss);
      own(turn, seat).distilled = { from: order.from, capabilityMilli: reachable, untilTurn: turn.state.turn + 4 };
      const found = luck(turn, 'distil', seat, order.from) < parameterOf(turn, 'distil-found');
      turn.scratch.distillations.push({ by: seat, of: order.from, found });
      record(turn, {
        topic: 'distil',
        subject: seat,
        unit: 'cases',
        amount: 1,
        item: model.id,
        causes: [byOrder(ref, seat)],
        line: { id: 'report.distilled', params: { actor: seat, from: order.from } },
        audience: [seat],
        weight: 5,
      });
      breakPromises(turn, seat, 'no-distilling', order.from);
      if (!found) continue;
      addTo(own(turn, seat).counters, 'found-distilling', 1);
      record(turn, {
        topic: 'distil',
        subject: order.from,
        unit: 'cases',
        amount: 1,
        item: model.id,
        causes: [byOrder(ref, seat)],
        line: { id: 'report.distil.found', params: { actor: seat, from: order.from } },
        weight: 7,
      });
      loseTrust(turn, seat, parameterOf(turn, 'trust-distilling'), 'rule.distil-found');
      if (blocOf(turn, seat) !== blocOf(turn, order.from))
        turn.scratch.escalation.push({ by: blocOf(turn, seat), points: 1, cause: byOrder(ref, seat) });
    }
  },
};
