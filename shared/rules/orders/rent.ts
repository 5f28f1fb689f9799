/** Rent: compute abroad for some turns, paid each turn; it runs at once and is gone in a stress test. */
import { z } from 'zod';
import { fillProRata, floorInt } from '../../util/exact-math.ts';
import { contentKeys } from '../../util/ids.ts';
import { BASE_QUARTER_INDEX } from '../calendar.ts';
import { byOrder, record } from '../entries.ts';
import { blocOf, isLab, ownOf, parameterOf } from '../know.ts';
import { lawsAgainst, leverForce } from '../levers.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { own, type Turn } from '../turn.ts';
import { countField, idField, named, no } from './reject.ts';

const schema = z.strictObject({
  kind: z.literal('rent'),
  site: idField,
  milliH100e: countField(10_000_000_000),
  turns: countField(4),
});
export type RentOrder = z.infer<typeof schema>;

/** Places that rent to strangers: not of a rival bloc. */
export const rentableSites = (known: Known): string[] => {
  const bloc = blocOf(known, known.seat);
  return contentKeys(known.ruleset.sites).filter((id) => {
    const site = known.ruleset.sites[id];
    return (site?.power?.rentalMilliH100e ?? 0) > 0 && (site?.bloc === null || site?.bloc === bloc);
  });
};

/** Compute that a place rents out in all this turn, thousandths of an H100. */
export function rentalSupply(ground: Pick<Known, 'ruleset' | 'state'>, siteId: string): number {
  const power = ground.ruleset.sites[siteId]?.power;
  if (power === undefined) return 0;
  let supply = power.rentalMilliH100e;
  const quarters = ground.state.startQuarter + ground.state.turn - BASE_QUARTER_INDEX;
  for (let n = 0; n < quarters; n += 1) supply *= 1 + power.rentalGrowthPermille / 1000;
  return floorInt(supply);
}

const kusdPerTurn = (ground: Pick<Known, 'ruleset'>, milli: number): number =>
  Math.ceil((milli / 1000) * parameterOf(ground, 'rent-kusd-per-h100e-turn'));

export const rent: OrderKind<RentOrder> = {
  kind: 'rent',
  schema,
  phase: 'trade',
  fields: [
    { name: 'site', type: 'choice', options: (known) => named(rentableSites(known)) },
    {
      name: 'milliH100e',
      type: 'number',
      unit: 'milliH100e',
      limits: (known, filled) => ({
        min: 1000,
        max: Math.max(1000, rentalSupply(known, String(filled.site))),
        step: 1000,
        suggested: Math.max(1000, floorInt(rentalSupply(known, String(filled.site)) / 4)),
      }),
    },
    { name: 'turns', type: 'number', unit: 'turns', limits: () => ({ min: 1, max: 4, step: 1, suggested: 2 }) },
  ],
  check: (known, order) => {
    if (!rentableSites(known).includes(order.site)) return no('reject.rent.site', { site: order.site }, 'site');
    const law = lawsAgainst(known, blocOf(known, known.seat), 'cloud')[0];
    if (law !== undefined && leverForce(known, blocOf(known, known.seat), 'cloud').force > 0.95)
      return no('reject.law', { law: law.law, setting: `${law.law}.${law.setting.key}`, by: law.by }, 'site');
    const supply = rentalSupply(known, order.site);
    return order.milliH100e > supply ? no('reject.rent.supply', { supplyMilliH100e: supply }, 'milliH100e') : null;
  },
  care: (known) => {
    const coming = lawsAgainst(known, blocOf(known, known.seat), 'cloud', 'announced')[0];
    return coming === undefined ? null : { id: 'care.law-first', params: { law: coming.law, forceTurn: coming.forceTurn } };
  },
  cost: (known, order) => ({ kusd: kusdPerTurn(known, order.milliH100e), capital: 0, talent: 0 }),
  summary: (_known, order) => ({
    id: 'order.rent.summary',
    params: { rentMilliH100e: order.milliH100e, site: order.site, turns: order.turns },
  }),
  candidates: (known) => {
    if (!isLab(known, known.seat)) return [];
    const budget = ownOf(known).cashKusd * 0.15;
    return rentableSites(known)
      .map((site) => ({
        kind: 'rent' as const,
        site,
        milliH100e: Math.min(rentalSupply(known, site), floorInt(budget / parameterOf(known, 'rent-kusd-per-h100e-turn')) * 1000),
        turns: 3,
      }))
      .filter((order) => order.milliH100e >= 100_000);
  },
  resolve: (turn, given) => {
    for (const site of [...new Set(given.map((item) => item.order.site))].sort()) {
      const asking = given.filter((item) => item.order.site === site);
      const free = Math.max(0, rentalSupply(turn, site) - rentedAt(turn, site));
      const parts = fillProRata(
        free,
        asking.map((item) => item.order.milliH100e),
      );
      asking.forEach(({ seat, order, ref }, index) => {
        const milli = parts[index] ?? 0;
        if (milli > 0)
          own(turn, seat).rentals.push({
            site,
            from: null,
            milliH100e: milli,
            untilTurn: turn.state.turn + order.turns,
            kusdPerTurn: kusdPerTurn(turn, milli),
          });
        record(turn, {
          topic: 'rental',
          subject: seat,
          unit: 'milliH100e',
          before: order.milliH100e,
          after: milli,
          amount: milli,
          causes: [byOrder(ref, seat)],
          line: { id: 'report.rented', params: { actor: seat, rentMilliH100e: milli, site } },
          audience: [seat],
          places: [site],
          weight: 4,
        });
      });
    }
  },
};

function rentedAt(turn: Turn, site: string): number {
  let milli = 0;
  for (const seat of turn.seats)
    for (const rental of own(turn, seat).rentals)
      if (rental.site === site && rental.untilTurn > turn.state.turn) milli += rental.milliH100e;
  return milli;
}
