/** Buy: chips from a maker on the open market, filled after contracts, pro rata where they are short. */
import { z } from 'zod';
import { floorInt } from '../../util/exact-math.ts';
import { freightShare } from '../demand.ts';
import { blocOf, chipSpec, isLab, makersOf, onSale, ownOf, priceOf } from '../know.ts';
import { lawsAgainst, quotaOf, saleBarrier } from '../levers.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { countField, idField, no, say } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('buy'), chip: idField, units: countField(5_000_000) });
export type BuyOrder = z.infer<typeof schema>;

const costOf = (known: Known, order: BuyOrder): number => {
  const chip = chipSpec(known, order.chip);
  if (chip === null) return 0;
  const price = chip.maker === known.seat ? chip.costKusd : priceOf(known, chip);
  return Math.ceil(order.units * price * (1 + freightShare(known, chip, blocOf(known, known.seat))));
};

/** Chips that the seat could order: what others sell, and what it makes for itself. */
export const sellers = (known: Known): ReturnType<typeof onSale> => {
  const others = makersOf(known).filter((maker) => maker !== known.seat);
  return [...others, known.seat].flatMap((maker) => onSale(known, maker));
};

export const buy: OrderKind<BuyOrder> = {
  kind: 'buy',
  schema,
  phase: 'trade',
  fields: [
    {
      name: 'chip',
      type: 'choice',
      options: (known) =>
        sellers(known).map((chip) => ({
          value: chip.id,
          label: { id: 'word.chip-from', params: { chip: chip.id, maker: chip.maker, priceKusd: priceOf(known, chip) } },
        })),
    },
    {
      name: 'units',
      type: 'number',
      unit: 'chips',
      limits: (known, filled) => {
        const chip = chipSpec(known, String(filled.chip));
        const price = chip === null ? 1 : priceOf(known, chip);
        const most = Math.max(1, floorInt(ownOf(known).cashKusd / price));
        return { min: 1, max: most, step: most > 2000 ? 100 : 10, suggested: Math.max(1, floorInt(most / 3)) };
      },
    },
  ],
  check: (known, order) => {
    const chip = chipSpec(known, order.chip);
    if (chip === null || !sellers(known).some((other) => other.id === chip.id))
      return no('reject.buy.not-sold', { chip: order.chip }, 'chip');
    const barrier = saleBarrier(known, chip, known.seat, blocOf(known, known.seat));
    return barrier === null
      ? null
      : no(
          'reject.law',
          { law: barrier.law, setting: `${barrier.law}.${barrier.setting.key}`, by: barrier.by, chip: chip.id },
          'chip',
        );
  },
  care: (known, order) => {
    const chip = chipSpec(known, order.chip);
    if (chip === null) return null;
    const coming = saleBarrier(known, chip, known.seat, blocOf(known, known.seat), 'announced');
    if (coming !== null) return say('care.law-first', { law: coming.law, forceTurn: coming.forceTurn });
    const quota = blocOf(known, chip.maker) === blocOf(known, known.seat) ? 0 : quotaOf(known, blocOf(known, known.seat));
    if (quota > 0) return say('care.own-quota', { leftPermille: Math.round((1 - quota) * 1000) });
    return lawsAgainst(known, blocOf(known, chip.maker), 'minerals').length > 0
      ? say('care.minerals', { maker: chip.maker })
      : null;
  },
  cost: (known, order) => ({ kusd: costOf(known, order), capital: 0, talent: 0 }),
  summary: (known, order) => ({
    id: 'order.buy.summary',
    params: { units: order.units, chip: order.chip, maker: chipSpec(known, order.chip)?.maker ?? '' },
  }),
  candidates: (known) => {
    if (!isLab(known, known.seat)) return [];
    const cash = ownOf(known).cashKusd;
    return sellers(known)
      .filter((chip) => saleBarrier(known, chip, known.seat, blocOf(known, known.seat)) === null)
      .map((chip) => ({
        kind: 'buy' as const,
        chip: chip.id,
        units: floorInt((cash * 0.48) / (chip.maker === known.seat ? chip.costKusd : priceOf(known, chip))),
      }))
      .filter((order) => order.units >= 1);
  },
  // Bids are gathered in the fabs phase and filled by the trade phase: an order to buy changes nothing by itself.
  resolve: () => undefined,
};
