/** Set aside: keep a number of a chip for a bloc or a firm each turn, and ask a price; it stands until changed. */
import { z } from 'zod';
import { floorInt } from '../../util/exact-math.ts';
import { byOrder, record } from '../entries.ts';
import { blocIds, blocOf, chipSpec, isMaker, labsOf, onSale, ownOf, priceOf } from '../know.ts';
import { saleBarrier } from '../levers.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { open } from '../turn.ts';
import { idField, named, no } from './reject.ts';

const schema = z.strictObject({
  kind: z.literal('set-aside'),
  chip: idField,
  target: idField,
  units: z.int().min(0).max(5_000_000),
  priceKusd: z.int().min(1).max(1000),
});
export type SetAsideOrder = z.infer<typeof schema>;

const mine = (known: Known): string[] => onSale(known, known.seat).map((chip) => chip.id);
const targets = (known: Known): string[] => [...blocIds(known), ...labsOf(known)];

export const setAside: OrderKind<SetAsideOrder> = {
  kind: 'set-aside',
  schema,
  phase: 'fabs',
  fields: [
    { name: 'chip', type: 'choice', options: (known) => named(mine(known)) },
    { name: 'target', type: 'choice', options: (known) => named(targets(known)) },
    { name: 'units', type: 'number', unit: 'chips', limits: () => ({ min: 0, max: 5_000_000, step: 1000, suggested: 50_000 }) },
    {
      name: 'priceKusd',
      type: 'number',
      unit: 'kusd',
      limits: (known, filled) => {
        const chip = chipSpec(known, String(filled.chip));
        const list = chip?.priceKusd ?? 10;
        return {
          min: Math.max(1, floorInt(list / 2)),
          max: list * 2,
          step: 1,
          suggested: chip === null ? list : priceOf(known, chip),
        };
      },
    },
  ],
  check: (known, order) => {
    if (!mine(known).includes(order.chip)) return no('reject.set-aside.chip', { chip: order.chip }, 'chip');
    if (!targets(known).includes(order.target)) return no('reject.set-aside.target', {}, 'target');
    const list = chipSpec(known, order.chip)?.priceKusd ?? 1;
    return order.priceKusd < floorInt(list / 2) || order.priceKusd > list * 2
      ? no('reject.set-aside.price', { leastKusd: Math.max(1, floorInt(list / 2)), mostKusd: list * 2 }, 'priceKusd')
      : null;
  },
  care: (known, order) => {
    const chip = chipSpec(known, order.chip);
    const bloc = known.state.blocs[order.target] === undefined ? blocOf(known, order.target) : order.target;
    const barrier =
      chip === null
        ? null
        : (saleBarrier(known, chip, order.target, bloc) ?? saleBarrier(known, chip, order.target, bloc, 'announced'));
    return barrier === null ? null : { id: 'care.stock-written-off', params: { law: barrier.law } };
  },
  cost: () => ({ kusd: 0, capital: 0, talent: 0 }),
  summary: (_known, order) => ({
    id: 'order.set-aside.summary',
    params: { units: order.units, chip: order.chip, target: order.target, priceKusd: order.priceKusd },
  }),
  candidates: (known) => {
    if (!isMaker(known, known.seat)) return [];
    const own = ownOf(known);
    return mine(known).flatMap((chip) => {
      const spec = chipSpec(known, chip);
      const wanted = own.wanted[chip] ?? {};
      const homeBloc = blocOf(known, known.seat);
      return blocIds(known)
        .filter((bloc) => (wanted[bloc] ?? 0) > 0 && spec !== null && saleBarrier(known, spec, bloc, bloc) === null)
        .map((bloc) => ({
          kind: 'set-aside' as const,
          chip,
          target: bloc,
          units: floorInt((wanted[bloc] ?? 0) * (bloc === homeBloc ? 0.5 : 0.4)),
          priceKusd: spec === null ? 1 : priceOf(known, spec),
        }));
    });
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const aside = open(turn, seat).setAside;
      const byTarget = aside[order.chip] ?? {};
      const before = byTarget[order.target] ?? 0;
      byTarget[order.target] = order.units;
      if (order.units === 0) delete byTarget[order.target];
      aside[order.chip] = byTarget;
      open(turn, seat).pricesKusd[order.chip] = order.priceKusd;
      record(turn, {
        topic: 'set-aside',
        subject: seat,
        unit: 'chips',
        before,
        after: order.units,
        item: order.chip,
        causes: [byOrder(ref, seat)],
        line: {
          id: 'report.set-aside',
          params: { maker: seat, chip: order.chip, target: order.target, units: order.units, priceKusd: order.priceKusd },
        },
        places: [turn.ruleset.actors[seat]?.home ?? ''],
        weight: 5,
      });
    }
  },
};
