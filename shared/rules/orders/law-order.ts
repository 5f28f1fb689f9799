/** What the orders have in common that make a law: its form, what it costs, whether it provokes, and how it is announced. */
import { LEVER_IDS, type Lever } from '../../ruleset/catalogue.ts';
import { byOrder } from '../entries.ts';
import { hasCapital } from '../know.ts';
import { announceLaw, lawCapital, lawsOf, settingOf, targetsOf } from '../law-making.ts';
import type { Cost, Field, Given, Known, Order } from '../order-kind.ts';
import type { Turn } from '../turn.ts';
import { named } from './reject.ts';

export interface LawOrder extends Order {
  law: string;
  setting: string;
}

export const lawField = (levers: readonly Lever[]): Field => ({
  name: 'law',
  type: 'choice',
  options: (known) => named(lawsOf(known, levers).map((law) => law.id)),
});

/** Settings of the law that was chosen. */
export const settingField: Field = {
  name: 'setting',
  type: 'choice',
  options: (known, filled) =>
    (known.ruleset.laws[String(filled.law)]?.settings ?? []).map((setting) => ({
      value: setting.key,
      label: { id: `law.${String(filled.law)}.${setting.key}`, params: {} },
    })),
};

/** Whom the law that was chosen can be aimed at. */
export const targetField: Field = {
  name: 'target',
  type: 'choice',
  options: (known, filled) => named(targetsOf(known, known.ruleset.laws[String(filled.law)]?.lever ?? LEVER_IDS[0])),
};

export function lawCost(known: Known, order: LawOrder, target: string): Cost {
  const law = known.ruleset.laws[order.law];
  return { kusd: 0, capital: law === undefined ? 0 : lawCapital(known, known.seat, law, target).capital, talent: 0 };
}

export const lawProvokes = (known: Known, order: LawOrder): boolean => (known.ruleset.laws[order.law]?.escalation ?? 0) > 0;

/** Only who has capital makes laws, where there are any. */
export const mayMakeLaws = (known: Known): boolean => hasCapital(known, known.seat) && known.ruleset.systems.sanctions !== false;

export function announceAll<O extends LawOrder>(
  turn: Turn,
  given: readonly Given<O>[],
  targetOf: (order: O, seat: string) => string,
): void {
  for (const { seat, order, ref } of given) {
    const law = turn.ruleset.laws[order.law];
    if (law !== undefined && settingOf(law, order.setting) !== undefined)
      announceLaw(turn, seat, law, order.setting, targetOf(order, seat), null, byOrder(ref, seat));
  }
}
