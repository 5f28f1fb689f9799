/** What two actors may agree on: the checks of an offer, the same when it is made, when it is signed and in resolution. */
import type { DealOffer, Term } from '../state/deal.ts';
import { blocOf, chipSpec, type Ground, hasCapital, isFirm, parameterOf } from './know.ts';
import { saleBarrier } from './levers.ts';
import type { Rejection } from './order-kind.ts';
import { knowsTech, mayResearch } from './research.ts';

const no = (id: string, params: Record<string, string | number> = {}): Rejection => ({ id, params });

/** Null where the offer may be made and signed, as far as the ground knows. */
export function dealRejection(ground: Ground, offer: DealOffer): Rejection | null {
  if (ground.ruleset.systems.diplomacy === false) return no('reject.deal.off');
  if (offer.from === offer.to) return no('reject.deal.self');
  for (const id of [offer.from, offer.to])
    if (ground.state.actors[id] === undefined) return no('reject.unknown-actor', { actor: id });
  if (ground.state.turn + offer.turns > ground.state.lengthTurns + 8) return no('reject.deal.too-long');
  for (const term of offer.terms) {
    const parties = [term.from, term.to].sort().join();
    if (parties !== [offer.from, offer.to].sort().join()) return no('reject.deal.third-party');
    const rejection = termRejection(ground, term);
    if (rejection !== null) return rejection;
  }
  return giftRejection(ground, offer);
}

function termRejection(ground: Ground, term: Term): Rejection | null {
  switch (term.term) {
    case 'money':
      return null;
    case 'chips': {
      const chip = chipSpec(ground, term.chip);
      if (chip === null || chip.maker !== term.from) return no('reject.deal.not-maker', { maker: term.from });
      if (hasCapital(ground, term.to)) return no('reject.deal.buyer', { actor: term.to });
      const barrier = saleBarrier(ground, chip, term.to, blocOf(ground, term.to));
      return barrier === null ? null : no('reject.law', { law: barrier.law });
    }
    case 'compute': {
      const own = ground.state.actors[term.from]?.own;
      if (hasCapital(ground, term.to)) return no('reject.deal.buyer', { actor: term.to });
      return own !== undefined && own.trainMilliH100e < term.milliH100e
        ? no('reject.deal.no-compute', { haveMilliH100e: own.trainMilliH100e })
        : null;
    }
    case 'licence':
    case 'joint-research': {
      const tech = ground.ruleset.techs[term.tech];
      if (tech === undefined) return no('reject.unknown-tech');
      if (!mayResearch(ground, term.to, tech)) return no('reject.research.role', { tech: tech.id });
      if (term.term === 'joint-research')
        return mayResearch(ground, term.from, tech) ? null : no('reject.research.role', { tech: tech.id });
      return ground.state.actors[term.from]?.own !== undefined && !knowsTech(ground, term.from, tech.id)
        ? no('reject.deal.not-known', { tech: tech.id })
        : null;
    }
    case 'promise':
      return null;
    case 'truce':
      return hasCapital(ground, term.from) && hasCapital(ground, term.to) && blocOf(ground, term.from) !== blocOf(ground, term.to)
        ? null
        : no('reject.deal.truce-parties');
  }
}

/** Gifts: none across blocs, none in the last turns, and at most a share of the cash. */
function giftRejection(ground: Ground, offer: DealOffer): Rejection | null {
  if (
    new Set(offer.terms.map((term) => term.from)).size !== 1 ||
    offer.terms.some((term) => term.term === 'truce' || term.term === 'joint-research' || term.term === 'promise')
  )
    return null;
  if (offer.terms.some((term) => term.term === 'chips' && term.priceKusd > 0)) return null;
  const giver = offer.terms[0]?.from ?? offer.from;
  if (isFirm(ground, giver) && blocOf(ground, offer.from) !== blocOf(ground, offer.to)) return no('reject.deal.gift-across');
  if (ground.state.turn >= ground.state.lengthTurns - 4 && ground.state.lengthTurns > 8) return no('reject.deal.gift-late');
  const own = ground.state.actors[giver]?.own;
  let kusd = 0;
  for (const term of offer.terms) if (term.term === 'money') kusd += term.kusd;
  return own !== undefined && kusd > own.cashKusd * parameterOf(ground, 'gift-share') ? no('reject.deal.gift-large') : null;
}
