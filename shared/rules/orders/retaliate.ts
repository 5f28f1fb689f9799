/** Retaliate: the wronged side answers with minerals, its market or its courts; legal for some turns after a wrong. */
import { z } from 'zod';
import { CONTROL_LEVERS, LEVER_IDS, RETALIATION_LEVERS } from '../../ruleset/catalogue.ts';
import { sortedValues } from '../../util/ids.ts';
import { blocOf, hasCapital, isMaker, parameterOf } from '../know.ts';
import { announceLaw, blocAt, lawCapital, lawRejection, lawsOf, settingOf, targetsOf } from '../law-making.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { byOrder } from '../turn.ts';
import { idField, named, no } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('retaliate'), law: idField, setting: z.string().max(40), target: idField });
export type RetaliateOrder = z.infer<typeof schema>;

/** True where the target's bloc made a law against the seat's side within the last turns. */
const wronged = (known: Known, target: string): boolean => {
  const bloc = blocOf(known, known.seat);
  const targetBloc = blocAt(known, target);
  return sortedValues(known.state.laws).some((law) => {
    const hostile = CONTROL_LEVERS.includes(law.lever) || RETALIATION_LEVERS.includes(law.lever);
    return (
      hostile &&
      law.bloc === targetBloc &&
      blocAt(known, law.target) === bloc &&
      known.state.turn - law.announcedTurn <= parameterOf(known, 'wronged-turns')
    );
  });
};

export const retaliate: OrderKind<RetaliateOrder> = {
  kind: 'retaliate',
  schema,
  phase: 'state',
  fields: [
    { name: 'law', type: 'choice', options: (known) => named(lawsOf(known, RETALIATION_LEVERS).map((law) => law.id)) },
    {
      name: 'setting',
      type: 'choice',
      options: (known, filled) =>
        (known.ruleset.laws[String(filled.law)]?.settings ?? []).map((setting) => ({
          value: setting.key,
          label: { id: `law.${String(filled.law)}.${setting.key}`, params: {} },
        })),
    },
    {
      name: 'target',
      type: 'choice',
      options: (known, filled) => named(targetsOf(known, known.ruleset.laws[String(filled.law)]?.lever ?? LEVER_IDS[0])),
    },
  ],
  check: (known, order) =>
    lawRejection(known, known.ruleset.laws[order.law], order.setting, order.target, RETALIATION_LEVERS) ??
    (wronged(known, order.target) ? null : no('reject.retaliate.not-wronged', { turns: parameterOf(known, 'wronged-turns') })),
  cost: (known, order) => {
    const law = known.ruleset.laws[order.law];
    return { kusd: 0, capital: law === undefined ? 0 : lawCapital(known, known.seat, law, order.target).capital, talent: 0 };
  },
  summary: (_known, order) => ({
    id: 'order.retaliate.summary',
    params: { law: order.law, setting: `${order.law}.${order.setting}`, target: order.target },
  }),
  candidates: (known) => {
    if (!hasCapital(known, known.seat) || known.ruleset.systems.sanctions === false) return [];
    return lawsOf(known, RETALIATION_LEVERS)
      .flatMap((law) =>
        law.settings.flatMap((setting) =>
          targetsOf(known, law.lever)
            .filter((target) => law.lever === 'minerals' || isMaker(known, target))
            .map((target) => ({ kind: 'retaliate' as const, law: law.id, setting: setting.key, target })),
        ),
      )
      .filter((order) => retaliate.check(known, order) === null);
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const law = turn.ruleset.laws[order.law];
      if (law !== undefined && settingOf(law, order.setting) !== undefined)
        announceLaw(turn, seat, law, order.setting, order.target, null, byOrder(ref, seat));
    }
  },
};
