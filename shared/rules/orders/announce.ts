/** Announce: a control on chips, tools, memory, cloud, models, talent or a firm; it bites a turn after all know of it. */
import { z } from 'zod';
import { CONTROL_LEVERS, LEVER_IDS } from '../../ruleset/catalogue.ts';
import type { LawDef } from '../../ruleset/schema/policy.ts';
import { hasCapital } from '../know.ts';
import { announceLaw, lawCapital, lawRejection, lawsOf, settingOf, targetsOf } from '../law-making.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { byOrder } from '../turn.ts';
import { idField, named } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('announce'), law: idField, setting: z.string().max(40), target: idField });
export type AnnounceOrder = z.infer<typeof schema>;

const lawOf = (known: Known, id: unknown): LawDef | undefined => known.ruleset.laws[String(id)];

export const announce: OrderKind<AnnounceOrder> = {
  kind: 'announce',
  schema,
  phase: 'state',
  fields: [
    { name: 'law', type: 'choice', options: (known) => named(lawsOf(known, CONTROL_LEVERS).map((law) => law.id)) },
    {
      name: 'setting',
      type: 'choice',
      options: (known, filled) =>
        (lawOf(known, filled.law)?.settings ?? []).map((setting) => ({
          value: setting.key,
          label: { id: `law.${String(filled.law)}.${setting.key}`, params: {} },
        })),
    },
    {
      name: 'target',
      type: 'choice',
      options: (known, filled) => named(targetsOf(known, lawOf(known, filled.law)?.lever ?? LEVER_IDS[0])),
    },
  ],
  check: (known, order) => lawRejection(known, lawOf(known, order.law), order.setting, order.target, CONTROL_LEVERS),
  cost: (known, order) => {
    const law = lawOf(known, order.law);
    return { kusd: 0, capital: law === undefined ? 0 : lawCapital(known, known.seat, law, order.target).capital, talent: 0 };
  },
  summary: (_known, order) => ({
    id: 'order.announce.summary',
    params: { law: order.law, setting: `${order.law}.${order.setting}`, target: order.target },
  }),
  candidates: (known) => {
    if (!hasCapital(known, known.seat) || known.ruleset.systems.sanctions === false) return [];
    return lawsOf(known, CONTROL_LEVERS)
      .flatMap((law) =>
        law.settings.flatMap((setting) =>
          targetsOf(known, law.lever).map((target) => ({ kind: 'announce' as const, law: law.id, setting: setting.key, target })),
        ),
      )
      .filter((order) => announce.check(known, order) === null);
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const law = turn.ruleset.laws[order.law];
      if (law !== undefined && settingOf(law, order.setting) !== undefined)
        announceLaw(turn, seat, law, order.setting, order.target, null, byOrder(ref, seat));
    }
  },
};
