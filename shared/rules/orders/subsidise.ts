/** Subsidise: state money for wafers, memory, power, compute vouchers or visas; it works by its square root and fades. */
import { z } from 'zod';
import { pay } from '../accounts.ts';
import { byEntry, byOrder, record } from '../entries.ts';
import { actorOf, hasCapital, ownOf } from '../know.ts';
import type { OrderKind } from '../order-kind.ts';
import { addTo, open } from '../turn.ts';
import { countField, worded } from './reject.ts';

export const PURPOSES = ['wafers', 'memory', 'power', 'vouchers', 'visas'] as const;
const schema = z.strictObject({ kind: z.literal('subsidise'), purpose: z.enum(PURPOSES), kusd: countField(20_000_000) });
export type SubsidiseOrder = z.infer<typeof schema>;

export const subsidise: OrderKind<SubsidiseOrder> = {
  kind: 'subsidise',
  schema,
  phase: 'state',
  fields: [
    { name: 'purpose', type: 'choice', options: () => worded(PURPOSES, (word) => `word.purpose.${word}`) },
    {
      name: 'kusd',
      type: 'number',
      unit: 'kusd',
      limits: (known) => ({ min: 50_000, max: Math.max(50_000, ownOf(known).cashKusd), step: 50_000, suggested: 500_000 }),
    },
  ],
  check: () => null,
  cost: (_known, order) => ({ kusd: order.kusd, capital: 0, talent: 0 }),
  summary: (_known, order) => ({
    id: 'order.subsidise.summary',
    params: { purpose: `word.purpose.${order.purpose}`, giftKusd: order.kusd },
  }),
  candidates: (known) => {
    if (!hasCapital(known, known.seat)) return [];
    const cash = ownOf(known).cashKusd;
    const given = actorOf(known, known.seat).open.subsidiesKusd;
    return PURPOSES.filter((purpose) => (given[purpose] ?? 0) < 2_000_000)
      .map((purpose) => ({ kind: 'subsidise' as const, purpose, kusd: Math.min(800_000, Math.floor(cash / 2)) }))
      .filter((order) => order.kusd >= 100_000);
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const entry = pay(turn, `actor:${seat}`, 'world:subsidies', order.kusd, [byOrder(ref, seat)]);
      const before = open(turn, seat).subsidiesKusd[order.purpose] ?? 0;
      addTo(open(turn, seat).subsidiesKusd, order.purpose, order.kusd);
      record(turn, {
        topic: 'subsidy',
        subject: seat,
        unit: 'kusd',
        before,
        after: before + order.kusd,
        causes: [byOrder(ref, seat), ...byEntry(entry)],
        line: {
          id: 'report.subsidised',
          params: { government: seat, purpose: `word.purpose.${order.purpose}`, giftKusd: order.kusd },
        },
        weight: 5,
      });
    }
  },
};
