/** Offers of deals during planning: made, signed, declined, withdrawn. What is signed goes into the turn. */

import { dealKusd } from '../bots/limits.ts';
import type { OfferState } from '../protocol/messages.ts';
import type { DealOffer } from '../state/deal.ts';
import type { Id } from '../util/ids.ts';
import { type Refused, refuse } from './reasons.ts';
import type { Table, TableEvent } from './table.ts';

/** Offers that one seat may make in a planning. */
export const MAX_OFFERS = 8;

export function makeOffer(table: Table, seat: Id, offer: DealOffer): TableEvent[] | Refused {
  if (offer.from !== seat) return refuse('not-your-seat', { seat: offer.from });
  if (offer.to === seat || table.seats[offer.to] === undefined) return refuse('offer-parties', { seat: offer.to });
  const strangers = offer.terms.some((term) => !betweenParties(offer, term.from, term.to));
  if (strangers) return refuse('offer-parties', { seat: offer.to });
  if (table.offers.some((made) => made.offer.id === offer.id)) return refuse('offer-exists');
  if (table.offers.filter((made) => made.offer.from === seat).length >= MAX_OFFERS)
    return refuse('too-many-offers', { offers: MAX_OFFERS });
  table.offers.push({ offer, status: 'open' });
  return [changed(offer, 'made')];
}

/** The seat that an offer was made to signs or declines it. */
export function answerOffer(table: Table, seat: Id, offerId: string, accept: boolean): TableEvent[] | Refused {
  const found = openOffer(table, offerId);
  if ('rejection' in found) return found;
  if (found.offer.to !== seat) return refuse('offer-not-yours');
  found.status = accept ? 'signed' : 'declined';
  return [changed(found.offer, found.status)];
}

export function withdrawOffer(table: Table, seat: Id, offerId: string): TableEvent[] | Refused {
  const found = openOffer(table, offerId);
  if ('rejection' in found) return found;
  if (found.offer.from !== seat) return refuse('offer-not-yours');
  found.status = 'withdrawn';
  return [changed(found.offer, 'withdrawn')];
}

/** Deals signed in this planning, by code-unit order of their ids, so that the order of signing is irrelevant. */
export function signedDeals(table: Table): DealOffer[] {
  return table.offers
    .filter(({ status }) => status === 'signed')
    .map(({ offer }) => offer)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the deals that a seat has signed in this planning cost it in their first turn, thousand dollars. */
export function signedKusd(table: Table, seat: Id): number {
  return signedDeals(table).reduce((sum, offer) => sum + dealKusd(offer, seat), 0);
}

function openOffer(table: Table, offerId: string): OfferState | Refused {
  const found = table.offers.find(({ offer }) => offer.id === offerId);
  if (found === undefined) return refuse('unknown-offer');
  if (found.status !== 'open') return refuse('offer-closed', { status: found.status });
  return found;
}

function betweenParties(offer: DealOffer, from: Id, to: Id): boolean {
  return (from === offer.from && to === offer.to) || (from === offer.to && to === offer.from);
}

function changed(offer: DealOffer, change: 'made' | 'signed' | 'declined' | 'withdrawn'): TableEvent {
  return { event: 'offer', offerId: offer.id, parties: [offer.from, offer.to], change };
}
