/** Refuse: one's own buyers may not import, or must buy a quota of domestic chips. No pressure comes from it. */
import { z } from 'zod';
import { blocOf, hasCapital, labsOf } from '../know.ts';
import { announceLaw, lawCapital, lawRejection, lawsOf, settingOf } from '../law-making.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { byOrder } from '../turn.ts';
import { idField, named } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('refuse'), law: idField, setting: z.string().max(40) });
export type RefuseOrder = z.infer<typeof schema>;

const bloc = (known: Known): string => blocOf(known, known.seat);

export const refuse: OrderKind<RefuseOrder> = {
  kind: 'refuse',
  schema,
  phase: 'state',
  fields: [
    { name: 'law', type: 'choice', options: (known) => named(lawsOf(known, ['refusal']).map((law) => law.id)) },
    {
      name: 'setting',
      type: 'choice',
      options: (known, filled) =>
        (known.ruleset.laws[String(filled.law)]?.settings ?? []).map((setting) => ({
          value: setting.key,
          label: { id: `law.${String(filled.law)}.${setting.key}`, params: {} },
        })),
    },
  ],
  check: (known, order) => lawRejection(known, known.ruleset.laws[order.law], order.setting, bloc(known), ['refusal']),
  care: (known) => (labsOf(known, bloc(known)).length > 0 ? { id: 'care.quota', params: {} } : null),
  cost: (known, order) => {
    const law = known.ruleset.laws[order.law];
    return { kusd: 0, capital: law === undefined ? 0 : lawCapital(known, known.seat, law, bloc(known)).capital, talent: 0 };
  },
  summary: (_known, order) => ({
    id: 'order.refuse.summary',
    params: { law: order.law, setting: `${order.law}.${order.setting}` },
  }),
  candidates: (known) => {
    if (!hasCapital(known, known.seat) || known.ruleset.systems.sanctions === false) return [];
    return lawsOf(known, ['refusal'])
      .flatMap((law) => law.settings.map((setting) => ({ kind: 'refuse' as const, law: law.id, setting: setting.key })))
      .filter((order) => refuse.check(known, order) === null);
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const law = turn.ruleset.laws[order.law];
      if (law !== undefined && settingOf(law, order.setting) !== undefined)
        announceLaw(turn, seat, law, order.setting, blocOf(turn, seat), null, byOrder(ref, seat));
    }
  },
};
