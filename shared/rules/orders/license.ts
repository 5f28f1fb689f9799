/** License: let a chip above the threshold through after all, capped and with a share of revenue for the state. */
import { z } from 'zod';
import { sortedValues } from '../../util/ids.ts';
import { byOrder } from '../entries.ts';
import { blocOf, chipSpec, hasCapital, makersOf, onSale, rivalBlocs } from '../know.ts';
import { announceLaw, lawCapital, lawRejection, lawsOf, settingOf } from '../law-making.ts';
import { isOwnRefusal, saleBarrier } from '../levers.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { idField, named, no } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('license'), chip: idField, setting: z.string().max(40), target: idField });
export type LicenseOrder = z.infer<typeof schema>;

const lawOf = (known: Known) => lawsOf(known, ['licence'])[0];

/** Chips of the own bloc's makers that an own law keeps from a rival. */
const barred = (known: Known): string[] => {
  const bloc = blocOf(known, known.seat);
  return makersOf(known)
    .filter((maker) => blocOf(known, maker) === bloc)
    .flatMap((maker) => onSale(known, maker))
    .filter((chip) =>
      rivalBlocs(known, bloc).some((rival) => {
        const barrier = saleBarrier(known, chip, rival, rival) ?? saleBarrier(known, chip, rival, rival, 'announced');
        return barrier !== null && !isOwnRefusal(barrier, rival);
      }),
    )
    .map((chip) => chip.id);
};

export const license: OrderKind<LicenseOrder> = {
  kind: 'license',
  schema,
  phase: 'state',
  fields: [
    { name: 'chip', type: 'choice', options: (known) => named(barred(known)) },
    {
      name: 'setting',
      type: 'choice',
      options: (known) =>
        (lawOf(known)?.settings ?? []).map((setting) => ({
          value: setting.key,
          label: { id: `law.${lawOf(known)?.id ?? ''}.${setting.key}`, params: {} },
        })),
    },
    { name: 'target', type: 'choice', options: (known) => named(rivalBlocs(known, blocOf(known, known.seat))) },
  ],
  check: (known, order) => {
    const law = lawOf(known);
    if (law === undefined) return no('reject.license.none');
    const rejection = lawRejection(known, law, order.setting, order.target, ['licence']);
    if (rejection !== null && rejection.id !== 'reject.law.standing') return rejection;
    if (chipSpec(known, order.chip) === null || !barred(known).includes(order.chip))
      return no('reject.license.chip', { chip: order.chip }, 'chip');
    const standing = sortedValues(known.state.laws).some(
      (item) => item.lever === 'licence' && item.chip === order.chip && item.target === order.target,
    );
    return standing ? no('reject.law.standing', { law: law.id }, 'chip') : null;
  },
  cost: (known, order) => {
    const law = lawOf(known);
    return { kusd: 0, capital: law === undefined ? 0 : lawCapital(known, known.seat, law, order.target).capital, talent: 0 };
  },
  summary: (known, order) => ({
    id: 'order.license.summary',
    params: { chip: order.chip, setting: `${lawOf(known)?.id ?? ''}.${order.setting}`, target: order.target },
  }),
  candidates: (known) => {
    const law = hasCapital(known, known.seat) ? lawOf(known) : undefined;
    if (law === undefined) return [];
    return barred(known)
      .flatMap((chip) =>
        law.settings.flatMap((setting) =>
          rivalBlocs(known, blocOf(known, known.seat)).map((target) => ({
            kind: 'license' as const,
            chip,
            setting: setting.key,
            target,
          })),
        ),
      )
      .filter((order) => license.check(known, order) === null);
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const law = lawsOf({ ruleset: turn.ruleset, seat, state: turn.state }, ['licence'])[0];
      // A licence eases: it needs no notice beyond the next turn.
      if (law !== undefined && settingOf(law, order.setting) !== undefined)
        announceLaw(turn, seat, law, order.setting, order.target, order.chip, byOrder(ref, seat), 1);
    }
  },
};
