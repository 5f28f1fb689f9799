/** Raise: money from investors, for a share of later revenue. */
import { z } from 'zod';
import { pay } from '../accounts.ts';
import { byOrder } from '../entries.ts';
import { isLab, ownOf, parameterOf } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { own } from '../turn.ts';
import { countField, no } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('raise'), kusd: countField(10_000_000_000) });
export type RaiseOrder = z.infer<typeof schema>;

/** Up to a year's revenue, or the least round, whichever is more. */
export const mostKusd = (known: Known): number => Math.max(ownOf(known).revenueKusd * 4, parameterOf(known, 'raise-least-kusd'));

export const raise: OrderKind<RaiseOrder> = {
  kind: 'raise',
  schema,
  phase: 'money',
  fields: [
    {
      name: 'kusd',
      type: 'number',
      unit: 'kusd',
      limits: (known) => ({ min: 10_000, max: mostKusd(known), step: 10_000, suggested: mostKusd(known) }),
    },
  ],
  check: (known, order) => {
    const own = ownOf(known);
    if (own.raiseReadyTurn > known.state.turn) return no('reject.raise.wait', { readyTurn: own.raiseReadyTurn });
    return order.kusd > mostKusd(known) ? no('reject.raise.most', { mostKusd: mostKusd(known) }, 'kusd') : null;
  },
  cost: () => ({ kusd: 0, capital: 0, talent: 0 }),
  summary: (_known, order) => ({ id: 'order.raise.summary', params: { raiseKusd: order.kusd } }),
  candidates: (known) =>
    isLab(known, known.seat) && ownOf(known).raiseReadyTurn <= known.state.turn ? [{ kind: 'raise', kusd: mostKusd(known) }] : [],
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const owner = own(turn, seat);
      owner.raiseReadyTurn = turn.state.turn + 4;
      owner.investorSharePermille = Math.min(500, owner.investorSharePermille + parameterOf(turn, 'raise-share-permille'));
      pay(turn, 'world:investors', `actor:${seat}`, order.kusd, [byOrder(ref, seat)], {
        audience: 'all',
        line: { id: 'report.raised', params: { actor: seat, raiseKusd: order.kusd } },
        weight: 5,
      });
    }
  },
};
