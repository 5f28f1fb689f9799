/** Announce: a control on chips, tools, memory, cloud, models, talent or a firm; it bites a turn after all know of it. */
import { z } from 'zod';
import { CONTROL_LEVERS } from '../../ruleset/catalogue.ts';
import { lawRejection, lawsOf, targetsOf } from '../law-making.ts';
import type { OrderKind } from '../order-kind.ts';
import { announceAll, lawCost, lawField, lawProvokes, mayMakeLaws, settingField, targetField } from './law-order.ts';
import { idField } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('announce'), law: idField, setting: z.string().max(40), target: idField });
export type AnnounceOrder = z.infer<typeof schema>;

export const announce: OrderKind<AnnounceOrder> = {
  kind: 'announce',
  schema,
  phase: 'state',
  fields: [lawField(CONTROL_LEVERS), settingField, targetField],
  check: (known, order) => lawRejection(known, known.ruleset.laws[order.law], order.setting, order.target, CONTROL_LEVERS),
  cost: (known, order) => lawCost(known, order, order.target),
  provokes: lawProvokes,
  summary: (_known, order) => ({
    id: 'order.announce.summary',
    params: { law: order.law, setting: `${order.law}.${order.setting}`, target: order.target },
  }),
  candidates: (known) => {
    if (!mayMakeLaws(known)) return [];
    return lawsOf(known, CONTROL_LEVERS)
      .flatMap((law) =>
        law.settings.flatMap((setting) =>
          targetsOf(known, law.lever).map((target) => ({ kind: 'announce' as const, law: law.id, setting: setting.key, target })),
        ),
      )
      .filter((order) => announce.check(known, order) === null);
  },
  resolve: (turn, given) => announceAll(turn, given, (order) => order.target),
};
