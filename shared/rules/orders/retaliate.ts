/** Retaliate: the wronged side answers with minerals, its market or its courts; legal for some turns after a wrong. */
import { z } from 'zod';
import { CONTROL_LEVERS, RETALIATION_LEVERS } from '../../ruleset/catalogue.ts';
import { sortedValues } from '../../util/ids.ts';
import { blocOf, isMaker, parameterOf } from '../know.ts';
import { blocAt, lawRejection, lawsOf, targetsOf } from '../law-making.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { announceAll, lawCost, lawField, lawProvokes, mayMakeLaws, settingField, targetField } from './law-order.ts';
import { idField, no } from './reject.ts';

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
  fields: [lawField(RETALIATION_LEVERS), settingField, targetField],
  check: (known, order) =>
    lawRejection(known, known.ruleset.laws[order.law], order.setting, order.target, RETALIATION_LEVERS) ??
    (wronged(known, order.target) ? null : no('reject.retaliate.not-wronged', { turns: parameterOf(known, 'wronged-turns') })),
  cost: (known, order) => lawCost(known, order, order.target),
  provokes: lawProvokes,
  summary: (_known, order) => ({
    id: 'order.retaliate.summary',
    params: { law: order.law, setting: `${order.law}.${order.setting}`, target: order.target },
  }),
  candidates: (known) => {
    if (!mayMakeLaws(known)) return [];
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
  resolve: (turn, given) => announceAll(turn, given, (order) => order.target),
};
