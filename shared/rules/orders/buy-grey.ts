/** Buy on the grey market: forbidden chips at a premium, from a small pool, at the risk of seizure. */
import { z } from 'zod';
import { floorInt } from '../../util/exact-math.ts';
import { greyPrice } from '../grey-market.ts';
import { blocOf, chipSpec, isLab, makersOf, onSale, ownOf } from '../know.ts';
import { isOwnRefusal, saleBarrier } from '../levers.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { breakPromises } from '../phases/deals.ts';
import { countField, idField, named, no } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('buy-grey'), chip: idField, units: countField(500_000) });
export type BuyGreyOrder = z.infer<typeof schema>;

/** Chips that a law of the maker's side keeps from the seat: only those are worth smuggling. */
const forbidden = (known: Known): string[] => {
  const bloc = blocOf(known, known.seat);
  return makersOf(known)
    .flatMap((maker) => onSale(known, maker))
    .filter((chip) => {
      const barrier = saleBarrier(known, chip, known.seat, bloc);
      return barrier !== null && !isOwnRefusal(barrier, bloc);
    })
    .map((chip) => chip.id);
};

const cost = (known: Known, order: BuyGreyOrder): number => {
  const chip = chipSpec(known, order.chip);
  return chip === null ? 0 : order.units * greyPrice(known, chip);
};

export const buyGrey: OrderKind<BuyGreyOrder> = {
  kind: 'buy-grey',
  schema,
  phase: 'trade',
  fields: [
    { name: 'chip', type: 'choice', options: (known) => named(forbidden(known)) },
    {
      name: 'units',
      type: 'number',
      unit: 'chips',
      limits: (known, filled) => ({
        min: 1,
        max: Math.max(
          1,
          floorInt(ownOf(known).cashKusd / Math.max(1, cost(known, { kind: 'buy-grey', chip: String(filled.chip), units: 1 }))),
        ),
        step: 10,
        suggested: 500,
      }),
    },
  ],
  check: (known, order) => (forbidden(known).includes(order.chip) ? null : no('reject.grey.legal', { chip: order.chip }, 'chip')),
  care: () => ({ id: 'care.seizure', params: {} }),
  cost: (known, order) => ({ kusd: cost(known, order), capital: 0, talent: 0 }),
  provokes: () => true,
  summary: (_known, order) => ({ id: 'order.buy-grey.summary', params: { units: order.units, chip: order.chip } }),
  candidates: (known) => {
    if (!isLab(known, known.seat)) return [];
    return forbidden(known)
      .map((chip) => ({
        kind: 'buy-grey' as const,
        chip,
        units: Math.min(
          20_000,
          floorInt((ownOf(known).cashKusd * 0.2) / Math.max(1, cost(known, { kind: 'buy-grey', chip, units: 1 }))),
        ),
      }))
      .filter((order) => order.units >= 50);
  },
  // Filled by the grey market at the end of the trade phase; here only promises not to do it are broken.
  resolve: (turn, given) => {
    for (const { seat } of given) breakPromises(turn, seat, 'no-grey', null);
  },
};
