/** Who wants which chips this turn: contracts, orders, and the buyers of each bloc that nobody plays. */
import type { Chip } from '../ruleset/schema/world.ts';
import { floorInt } from '../util/exact-math.ts';
import { sortedEntries } from '../util/ids.ts';
import { softwareOf } from './compute.ts';
import { byOrder, byRule } from './entries.ts';
import { blocIds, blocOf, chipSpec, type Ground, makersOf, onSale, parameterOf, priceOf, productLine } from './know.ts';
import { type Barrier, lawsAgainst, purchaseShare, quotaOf, saleBarrier } from './levers.ts';
import type { BuyOrder } from './orders/buy.ts';
import type { Bid } from './scratch.ts';
import { givenOf, own, type Turn } from './turn.ts';

/** Worth of a chip to ordinary buyers, thousandths of an H100: training and serving, by maturity of its software. */
export function worthMilli(turn: Turn, chip: Chip, user: string): number {
  return (0.6 * chip.trainMilliH100e + 0.4 * chip.serveMilliH100e) * softwareOf(turn, chip.maker, user);
}

/** Price to a buyer: a maker pays its own cost. */
export const priceTo = (turn: Turn, chip: Chip, buyer: string): number =>
  chip.maker === buyer ? chip.costKusd : priceOf(turn, chip);

/** True where a control on chips is announced against the bloc: buyers rush. */
export const isRush = (turn: Turn, bloc: string): boolean => lawsAgainst(turn, bloc, 'chip-threshold', 'announced').length > 0;

/** Freight and insurance on top of the price, dearer abroad once escalation has passed 30. */
export const freightShare = (ground: Ground, chip: Chip, buyerBloc: string): number =>
  ground.state.escalation >= 30 && ground.ruleset.systems.escalation !== false && blocOf(ground, chip.maker) !== buyerBloc
    ? parameterOf(ground, 'freight-rise')
    : 0;

export interface Budget {
  /** Money of the bloc's unplayed buyers this turn, thousand dollars. */
  kusd: number;
  /** Chips on sale in the world, each with the law that keeps it from them. */
  offers: { chip: Chip; barrier: Barrier }[];
  /** Chips they may buy, each with its share of the money, 0 to 1. */
  shares: { chip: Chip; share: number }[];
}

function sharesOf(turn: Turn, bloc: string, chips: readonly Chip[], quota: number): { chip: Chip; share: number }[] {
  const weighed = chips.map((chip) => {
    const value = worthMilli(turn, chip, bloc) / priceOf(turn, chip);
    return { chip, weight: value * value, home: blocOf(turn, chip.maker) === bloc };
  });
  let home = 0;
  let all = 0;
  for (const item of weighed) {
    all += item.weight;
    if (item.home) home += item.weight;
  }
  if (all <= 0) return [];
  const homeShare = home / all;
  const target = home > 0 && quota > homeShare ? quota : homeShare;
  return weighed.map((item) => ({
    chip: item.chip,
    share: item.home ? (item.weight / home) * target : all - home > 0 ? (item.weight / (all - home)) * (1 - target) : 0,
  }));
}

/** How the unplayed buyers of a bloc would spend this turn. */
export function budgetOf(turn: Turn, bloc: string): Budget {
  const found = turn.scratch.budgets.get(bloc);
  if (found !== undefined) return found;
  const offers = makersOf(turn)
    .flatMap((maker) => onSale(turn, maker))
    .map((chip) => ({ chip, barrier: saleBarrier(turn, chip, bloc, bloc) }));
  // Cut-down chips interest only those whom a threshold binds; others buy the full version.
  const bound = lawsAgainst(turn, bloc, 'chip-threshold').length > 0;
  const allowed = offers.filter(({ chip, barrier }) => barrier === null && (bound || chip.cutDownOf === null));
  const shares = sharesOf(
    turn,
    bloc,
    allowed.map(({ chip }) => chip),
    quotaOf(turn, bloc),
  );
  const budget = { kusd: spendingOf(turn, bloc), offers, shares };
  turn.scratch.budgets.set(bloc, budget);
  return budget;
}

/** The law that stops a bid this turn; null when none does. */
export function barrierTo(turn: Turn, bid: Bid): Barrier {
  let barrier = turn.scratch.barriers.get(bid);
  if (barrier === undefined) {
    barrier = saleBarrier(turn, bid.chip, bid.buyer, bid.bloc);
    turn.scratch.barriers.set(bid, barrier);
  }
  return barrier;
}

/** What the unplayed buyers spend: ahead of a control more than their budget, and afterwards less until that is made up. */
function spendingOf(turn: Turn, bloc: string): number {
  const shared = turn.state.blocs[bloc]?.shared;
  if (shared === undefined) return 0;
  if (isRush(turn, bloc)) return floorInt(shared.backgroundKusd * parameterOf(turn, 'rush-demand'));
  return shared.backgroundKusd - repaymentOf(turn, bloc);
}

/** Part of what was spent ahead that is missing this turn, thousand dollars. */
function repaymentOf(turn: Turn, bloc: string): number {
  const shared = turn.state.blocs[bloc]?.shared;
  return shared === undefined
    ? 0
    : Math.min(shared.spentAheadKusd, floorInt(shared.backgroundKusd * parameterOf(turn, 'rush-repayment')));
}

/** Books what was spent ahead this turn, or what of it was made up. */
export function settleRush(turn: Turn, bloc: string): void {
  const shared = turn.state.blocs[bloc]?.shared;
  if (shared === undefined) return;
  if (isRush(turn, bloc)) shared.spentAheadKusd += spendingOf(turn, bloc) - shared.backgroundKusd;
  else shared.spentAheadKusd -= repaymentOf(turn, bloc);
}

function contractBids(turn: Turn): Bid[] {
  const bids: Bid[] = [];
  for (const [id, deal] of sortedEntries(turn.state.deals)) {
    for (const term of deal.terms) {
      if (term.term !== 'chips' || deal.broken) continue;
      const chip = chipSpec(turn, term.chip);
      if (chip === null || chip.maker !== term.from) continue;
      bids.push({
        buyer: term.to,
        bloc: blocOf(turn, term.to),
        chip,
        units: term.units,
        priceKusd: term.priceKusd,
        tier: 'contract',
        cause: { kind: 'deal', id, by: term.to },
      });
    }
  }
  return bids;
}

/** Bids of the orders to buy, at the prices of the list that they were written from. */
export function orderBids(turn: Turn): Bid[] {
  const bids: Bid[] = [];
  for (const { seat, order, ref } of givenOf<BuyOrder>(turn, 'buy')) {
    const chip = chipSpec(turn, order.chip);
    if (chip !== null)
      bids.push({
        buyer: seat,
        bloc: blocOf(turn, seat),
        chip,
        units: order.units,
        priceKusd: priceTo(turn, chip, seat),
        tier: 'order',
        cause: byOrder(ref, seat),
      });
  }
  return bids;
}

/** The chip of a product line that took the place of another, over as many generations as came between; null where none did. */
function successorOf(turn: Turn, chip: Chip): Chip | null {
  for (const candidate of productLine(turn, chip.maker)) {
    // A mod may let chips replace each other in a circle.
    const passed = new Set<string>();
    let older = candidate.replaces;
    while (older !== null && older !== chip.id && !passed.has(older)) {
      passed.add(older);
      older = chipSpec(turn, older)?.replaces ?? null;
    }
    if (older === chip.id) return candidate;
  }
  return null;
}

/**
 * A bid as the maker can fill it: what it builds no more, and has none of, gives way to its successor for the same money,
 * unless a law keeps that from the buyer. Who orders can't know that a new chip comes out the same turn.
 */
function renewed(turn: Turn, bid: Bid): Bid {
  const owner = own(turn, bid.chip.maker);
  if ((owner.inventory[bid.chip.id] ?? 0) > 0 || productLine(turn, bid.chip.maker).some((chip) => chip.id === bid.chip.id))
    return bid;
  const chip = successorOf(turn, bid.chip);
  if (chip === null || saleBarrier(turn, chip, bid.buyer, bid.bloc) !== null) return bid;
  const priceKusd = priceTo(turn, chip, bid.buyer);
  const units = floorInt((bid.units * bid.priceKusd) / priceKusd);
  return units < 1 ? bid : { ...bid, chip, units, priceKusd, renewed: true };
}

function backgroundBids(turn: Turn): Bid[] {
  const bids: Bid[] = [];
  for (const bloc of blocIds(turn)) {
    const budget = budgetOf(turn, bloc);
    for (const { chip, share } of budget.shares) {
      const abroad = blocOf(turn, chip.maker) !== bloc;
      const shift = 1 + (turn.state.actors[chip.maker]?.own.counters['orders-change'] ?? 0) / 1000;
      // Money that laws keep from foreign chips looks for domestic ones as well.
      const spill = abroad ? 0 : (turn.state.blocs[bloc]?.open.deniedPermille ?? 0) / 1000;
      const kusd = budget.kusd * (share + (1 - share) * spill) * shift * purchaseShare(turn, chip.maker, bloc);
      const units = floorInt(kusd / (priceOf(turn, chip) * (1 + freightShare(turn, chip, bloc))));
      if (units > 0)
        bids.push({
          buyer: bloc,
          bloc,
          chip,
          units,
          priceKusd: priceOf(turn, chip),
          tier: 'background',
          cause: byRule('rule.background'),
        });
    }
  }
  return bids;
}

/**
 * All bids of the turn, those that a law forbids included; trade refuses them with the law as reason. `ordered` are those
 * of the orders, from before the makers' lists were renewed.
 */
export function gatherBids(turn: Turn, ordered: readonly Bid[]): Bid[] {
  return [...contractBids(turn), ...ordered.map((bid) => renewed(turn, bid)), ...backgroundBids(turn)];
}
