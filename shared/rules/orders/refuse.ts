/** Refuse: one's own buyers may not import, or must buy a quota of domestic chips. No pressure comes from it. */
import { z } from 'zod';
import { blocOf, labsOf } from '../know.ts';
import { lawRejection, lawsOf } from '../law-making.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { announceAll, lawCost, lawField, lawProvokes, mayMakeLaws, settingField } from './law-order.ts';
import { idField } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('refuse'), law: idField, setting: z.string().max(40) });
export type RefuseOrder = z.infer<typeof schema>;

const bloc = (known: Known): string => blocOf(known, known.seat);

export const refuse: OrderKind<RefuseOrder> = {
  kind: 'refuse',
  schema,
  phase: 'state',
  fields: [lawField(['refusal']), settingField],
  check: (known, order) => lawRejection(known, known.ruleset.laws[order.law], order.setting, bloc(known), ['refusal']),
  care: (known) => (labsOf(known, bloc(known)).length > 0 ? { id: 'care.quota', params: {} } : null),
  cost: (known, order) => lawCost(known, order, bloc(known)),
  provokes: lawProvokes,
  summary: (_known, order) => ({
    id: 'order.refuse.summary',
    params: { law: order.law, setting: `${order.law}.${order.setting}` },
  }),
  candidates: (known) => {
    if (!mayMakeLaws(known)) return [];
    return lawsOf(known, ['refusal'])
      .flatMap((law) => law.settings.map((setting) => ({ kind: 'refuse' as const, law: law.id, setting: setting.key })))
      .filter((order) => refuse.check(known, order) === null);
  },
  resolve: (turn, given) => announceAll(turn, given, (_order, seat) => blocOf(turn, seat)),
};
