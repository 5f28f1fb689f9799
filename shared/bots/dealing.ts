/** How bots make and answer deals: fair swaps only, sized by their own purse. */
import type { BotLevel } from '../protocol/commands.ts';
import { dealRejection } from '../rules/deals.ts';
import { blocOf, chipSpec, governmentsOf, isMaker, labsOf, onSale, priceOf, rivalBlocs } from '../rules/know.ts';
import { saleBarrier } from '../rules/levers.ts';
import { startable } from '../rules/orders/research.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { DealOffer, Term } from '../state/deal.ts';
import type { SeatView } from '../state/schema.ts';
import { floorInt } from '../util/exact-math.ts';
import { draw } from '../util/keyed-random.ts';
import { type BotContext, contextOf } from './context.ts';
import { type Bounds, mayDeal } from './limits.ts';
import { techWorth } from './worth/technology.ts';

const offerOf = (context: BotContext, to: string, what: string, turns: number, terms: Term[]): DealOffer => ({
  id: `${context.state.turn}/${context.seat}/${what}`.slice(0, 60),
  from: context.seat,
  to,
  turns,
  terms,
});

/** Offers of a bot this turn: at most one. */
export function botOffers(ruleset: Ruleset, view: SeatView, level: BotLevel, key: string, bounds?: Bounds): DealOffer[] {
  if (view.state.ended !== 'no' || ruleset.systems.diplomacy === false) return [];
  const context = contextOf(ruleset, view, bounds);
  if (draw(key, 'offer') > (level === 'easy' ? 0.15 : 0.4)) return [];
  const offer = truceOffer(context) ?? contractOffer(context, key) ?? jointOffer(context, key);
  return offer !== null && dealRejection(context, offer) === null && mayDeal(context, context.bounds, offer) ? [offer] : [];
}

function truceOffer(context: BotContext): DealOffer | null {
  if (!governmentsOf(context, context.bloc).includes(context.seat)) return null;
  const rival = rivalBlocs(context, context.bloc).flatMap((bloc) => governmentsOf(context, bloc))[0];
  if (rival === undefined || context.state.escalation < 55) return null;
  return offerOf(context, rival, 'truce', 4, [{ term: 'truce', from: context.seat, to: rival }]);
}

/** A maker offers a firm part of its sales to a lab, a little under list price. */
function contractOffer(context: BotContext, key: string): DealOffer | null {
  if (!isMaker(context, context.seat)) return null;
  const labs = labsOf(context).filter((lab) => blocOf(context, lab) === context.bloc);
  const lab = labs[floorInt(draw(key, 'lab') * labs.length)];
  const chip = onSale(context, context.seat).find((item) => item.cutDownOf === null);
  if (lab === undefined || chip === undefined || saleBarrier(context, chip, lab, context.bloc) !== null) return null;
  let wanted = 0;
  for (const bloc of Object.keys(context.own.wanted[chip.id] ?? {}).sort()) wanted += context.own.wanted[chip.id]?.[bloc] ?? 0;
  const units = floorInt(wanted * 0.03);
  if (units < 100) return null;
  return offerOf(context, lab, 'chips', 2, [
    {
      term: 'chips',
      from: context.seat,
      to: lab,
      chip: chip.id,
      units,
      priceKusd: Math.max(1, floorInt(priceOf(context, chip) * 0.95)),
    },
  ]);
}

/** A lab offers joint work on its best next technique to a neighbour. */
function jointOffer(context: BotContext, key: string): DealOffer | null {
  const labs = labsOf(context).filter((lab) => lab !== context.seat && blocOf(context, lab) === context.bloc);
  if (!labsOf(context).includes(context.seat) || labs.length === 0) return null;
  const tech = [...startable(context)].sort((a, b) => techWorth(context, b) - techWorth(context, a) || (a.id < b.id ? -1 : 1))[0];
  const lab = labs[floorInt(draw(key, 'partner') * labs.length)];
  if (tech === undefined || lab === undefined) return null;
  return offerOf(context, lab, 'joint', 3, [{ term: 'joint-research', from: context.seat, to: lab, tech: tech.id }]);
}

/** Whether a bot signs: what it gets must be worth at least what it gives, in its own reckoning. */
export function botAnswers(
  ruleset: Ruleset,
  view: SeatView,
  offer: DealOffer,
  level: BotLevel,
  key: string,
  bounds?: Bounds,
): boolean {
  const context = contextOf(ruleset, view, bounds);
  if (dealRejection(context, offer) !== null || !mayDeal(context, context.bounds, offer)) return false;
  let balance = 0;
  for (const term of offer.terms) balance += termValue(context, term, offer.turns);
  const careless = level === 'easy' ? 0.3 : 0;
  return balance > -careless * draw(key, 'answer', offer.id) * 10;
}

/** Value of a term to the seat, in parts of its purse times ten; negative is a cost. */
function termValue(context: BotContext, term: Term, turns: number): number {
  const gets = term.to === context.seat;
  const purse = Math.max(20_000, context.own.cashKusd);
  switch (term.term) {
    case 'money':
      return ((gets ? 10 : -10) * term.kusd) / purse;
    case 'chips': {
      const chip = chipSpec(context, term.chip);
      if (chip === null) return -100;
      const list = priceOf(context, chip);
      const bill = term.units * term.priceKusd * turns;
      if (gets && bill > purse * 0.35) return -20;
      return gets ? ((list * 1.06 - term.priceKusd) / list) * 5 : ((term.priceKusd - list * 0.9) / list) * 5;
    }
    case 'compute':
      return ((gets ? 10 : -12) * (term.milliH100e / 1000) * 4.4 * turns) / purse;
    case 'licence':
      return gets ? 1.5 : -1.2;
    case 'joint-research': {
      const tech = context.ruleset.techs[term.tech];
      return tech !== undefined &&
        (context.own.programmes[tech.id] !== undefined || startable(context).some((item) => item.id === tech.id))
        ? 1
        : -0.2;
    }
    case 'promise':
      return gets ? 0.6 : -0.5;
    case 'truce':
      return context.state.escalation > 45 ? 2 : -1 + (context.style.bold < 0.4 ? 1.5 : 0);
  }
}
