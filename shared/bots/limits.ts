/** What the limits of an autopilot allow: which orders and deals, and how much money and capital they may take. */
import { type AutopilotLimits, NO_LIMITS } from '../protocol/autopilot.ts';
import { actorOf, ownOf } from '../rules/know.ts';
import type { Cost, Known, Order } from '../rules/order-kind.ts';
import { POOL } from '../rules/orders/hire.ts';
import { ORDER_KINDS } from '../rules/orders/registry.ts';
import type { DealOffer } from '../state/deal.ts';

/** Limits of a seat in one turn, with what deals signed in this planning will cost it, thousand dollars. */
export interface Bounds {
  readonly limits: AutopilotLimits;
  readonly signedKusd: number;
}
export const UNBOUND: Bounds = { limits: NO_LIMITS, signedKusd: 0 };

/** Whether the limits allow an order of this kind and with these fields; what it costs is asked apart. */
export function mayOrder(known: Known, { limits }: Bounds, order: Order): boolean {
  if (limits.noOpenWeights && order.kind === 'release' && order.way !== 'api') return false;
  if (limits.noPublishing && order.kind === 'publish') return false;
  if (limits.noGreyMarket && order.kind === 'buy-grey') return false;
  if (limits.noPoaching && order.kind === 'hire' && order.source !== POOL) return false;
  return !(limits.noEscalation && ORDER_KINDS[order.kind]?.provokes?.(known, order) === true);
}

/** Whether the seat may spend so much in all this turn. What is not limited is not asked. */
export function maySpend(known: Known, { limits, signedKusd }: Bounds, cost: Cost): boolean {
  if (limits.keepCashKusd > 0 && cost.kusd > 0 && cost.kusd + signedKusd + limits.keepCashKusd > ownOf(known).cashKusd)
    return false;
  const capital = actorOf(known, known.seat).open.capital ?? 0;
  return limits.keepCapital === 0 || cost.capital === 0 || cost.capital + limits.keepCapital <= capital;
}

/** Whether the seat may make or sign this deal beside those that it signed. */
export function mayDeal(known: Known, bounds: Bounds, offer: DealOffer): boolean {
  return !bounds.limits.noDeals && maySpend(known, bounds, { kusd: dealKusd(offer, known.seat), capital: 0, talent: 0 });
}

/** What a deal costs a seat in its first turn, thousand dollars. */
export function dealKusd(offer: DealOffer, seat: string): number {
  let kusd = 0;
  for (const term of offer.terms) {
    if (term.term === 'money' && term.from === seat) kusd += term.kusd;
    if (term.term === 'chips' && term.to === seat) kusd += term.units * term.priceKusd;
  }
  return kusd;
}
