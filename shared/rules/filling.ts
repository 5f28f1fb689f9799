/** Fills the bids on one maker from what it has: contracts, set-asides, then the rest pro rata. */
import type { Chip } from '../ruleset/schema/world.ts';
import type { Cause } from '../state/ledger.ts';
import { clamp, fillProRata, floorInt } from '../util/exact-math.ts';
import { sortedKeys } from '../util/ids.ts';
import { moveChips, pay } from './accounts.ts';
import { barrierTo, freightShare } from './demand.ts';
import { record } from './entries.ts';
import { blocOf, chipSpec, governmentsOf, isMaker } from './know.ts';
import { type Barrier, isOwnRefusal, lawsAgainst, licenceFor, quotaOf } from './levers.ts';
import type { Bid } from './scratch.ts';
import { addTo, own, type Turn } from './turn.ts';

export interface Filled {
  bid: Bid;
  /** Most units that may be delivered: less than was asked under a licence's cap or a quota of the buyer's own state. */
  most: number;
  units: number;
  barrier: Barrier;
}

export function fillBids(turn: Turn, maker: string): Filled[] {
  const filled: Filled[] = [];
  const byChip = new Map<string, Bid[]>();
  for (const bid of turn.scratch.bids) {
    if (bid.chip.maker !== maker) continue;
    const bids = byChip.get(bid.chip.id);
    if (bids === undefined) byChip.set(bid.chip.id, [bid]);
    else bids.push(bid);
  }
  const owner = own(turn, maker);
  if (isMaker(turn, maker)) {
    owner.salesByTurnKusd.push(0);
    owner.rivalSalesByTurnKusd.push(0);
  }
  for (const chipId of [...byChip.keys()].sort()) {
    const chip = chipSpec(turn, chipId);
    if (chip !== null) filled.push(...fillChip(turn, chip, byChip.get(chipId) ?? []));
  }
  return filled;
}

function fillChip(turn: Turn, chip: Chip, bids: readonly Bid[]): Filled[] {
  const owner = own(turn, chip.maker);
  const filled: Filled[] = bids.map((bid) => ({
    bid,
    most: bid.units,
    units: 0,
    barrier: barrierTo(turn, bid),
  }));
  for (const { bid } of filled) {
    const byBloc = owner.wanted[chip.id] ?? {};
    owner.wanted[chip.id] = byBloc;
    addTo(byBloc, bid.bloc, bid.units);
  }
  const allowed = filled.filter((item) => item.barrier === null);
  capLicences(turn, chip, allowed);
  capQuotas(turn, chip, allowed);
  let stock = owner.inventory[chip.id] ?? 0;
  const give = (items: readonly Filled[], supply: number): number => {
    const parts = fillProRata(
      Math.min(supply, stock),
      items.map((item) => item.most - item.units),
    );
    let used = 0;
    items.forEach((item, index) => {
      item.units += parts[index] ?? 0;
      used += parts[index] ?? 0;
    });
    stock -= used;
    return used;
  };
  give(
    allowed.filter((item) => item.bid.tier === 'contract'),
    stock,
  );
  const aside = turn.state.actors[chip.maker]?.open.setAside[chip.id] ?? {};
  for (const target of sortedKeys(aside)) {
    give(
      allowed.filter((item) => item.bid.tier !== 'contract' && (item.bid.buyer === target || item.bid.bloc === target)),
      aside[target] ?? 0,
    );
  }
  give(allowed, stock);
  for (const item of filled) deliver(turn, chip, item);
  return filled;
}

/** A licence caps what it lets through. */
function capLicences(turn: Turn, chip: Chip, allowed: Filled[]): void {
  const byBloc = new Map<string, Filled[]>();
  for (const item of allowed) {
    if (item.bid.bloc !== blocOf(turn, chip.maker)) byBloc.set(item.bid.bloc, [...(byBloc.get(item.bid.bloc) ?? []), item]);
  }
  for (const bloc of [...byBloc.keys()].sort()) {
    const cap = licenceFor(turn, chip, bloc)?.setting.capUnits;
    if (cap === undefined) continue;
    const items = byBloc.get(bloc) ?? [];
    const parts = fillProRata(
      cap,
      items.map((item) => item.bid.units),
    );
    items.forEach((item, index) => {
      item.most = parts[index] ?? 0;
    });
  }
}

/** A quota of the buyer's own state leaves firms only a part of their orders for foreign chips. */
function capQuotas(turn: Turn, chip: Chip, allowed: Filled[]): void {
  for (const item of allowed) {
    const quota = item.bid.tier === 'background' || blocOf(turn, chip.maker) === item.bid.bloc ? 0 : quotaOf(turn, item.bid.bloc);
    if (quota === 0) continue;
    item.most = Math.min(item.most, floorInt(item.bid.units * (1 - quota)));
    turn.scratch.quotaCostPermille[item.bid.buyer] = floorInt(quota * 1000);
  }
}

function deliver(turn: Turn, chip: Chip, item: Filled): void {
  const { bid, barrier } = item;
  const maker = chip.maker;
  if (item.units > 0) {
    addTo(own(turn, maker).inventory, chip.id, -item.units);
    const price = item.units * bid.priceKusd;
    const background = bid.tier === 'background';
    if (background) addTo(turn.state.blocs[bid.bloc]?.shared.chips ?? {}, chip.id, item.units);
    else own(turn, bid.buyer).arriving.push({ chip: chip.id, units: item.units, dueTurn: turn.state.turn + 1, grey: false });
    const moved = moveChips(
      turn,
      `actor:${maker}/inventory`,
      background ? `bloc:${bid.bloc}` : `actor:${bid.buyer}/arriving`,
      chip.id,
      item.units,
      [bid.cause],
    );
    const freight = floorInt(price * freightShare(turn, chip, bid.bloc));
    pay(turn, background ? 'world:buyers' : `actor:${bid.buyer}`, 'world:freight', freight, [
      { kind: 'rule', id: 'rule.freight' },
    ]);
    if (maker !== bid.buyer)
      pay(turn, background ? 'world:buyers' : `actor:${bid.buyer}`, `actor:${maker}`, price, [
        { kind: 'entry', id: moved ?? '' },
        bid.cause,
      ]);
    bookSale(turn, chip, bid, price);
  }
  if (bid.tier !== 'background') reportDelivery(turn, chip, item);
  if (barrier !== null && !isOwnRefusal(barrier, bid.bloc)) addTo(turn.scratch.lostSalesKusd, maker, bid.units * bid.priceKusd);
  if (barrier !== null && isOwnRefusal(barrier, bid.bloc)) turn.scratch.quotaCostPermille[bid.buyer] = 1000;
}

function bookSale(turn: Turn, chip: Chip, bid: Bid, kusd: number): void {
  const maker = chip.maker;
  if (maker === bid.buyer || !isMaker(turn, maker)) return;
  const owner = own(turn, maker);
  const last = owner.salesByTurnKusd.length - 1;
  owner.salesByTurnKusd[last] = (owner.salesByTurnKusd[last] ?? 0) + kusd;
  owner.revenueKusd += kusd;
  if (blocOf(turn, maker) === bid.bloc) return;
  owner.rivalSalesByTurnKusd[last] = (owner.rivalSalesByTurnKusd[last] ?? 0) + kusd;
  const licence = licenceFor(turn, chip, bid.bloc);
  const share = licence?.setting.sharePermille ?? 0;
  const government = governmentsOf(turn, blocOf(turn, maker))[0];
  if (licence !== null && share > 0 && government !== undefined) {
    pay(turn, `actor:${maker}`, `actor:${government}`, floorInt((kusd * share) / 1000), [
      { kind: 'law', id: licence.id, by: licence.by },
    ]);
  }
}

function reportDelivery(turn: Turn, chip: Chip, { bid, units, most, barrier }: Filled): void {
  const short = bid.units - units;
  const causes: Cause[] = [{ ...bid.cause, amount: bid.units }];
  if (bid.renewed) causes.push({ kind: 'rule', id: 'rule.renewed', amount: 0 });
  if (short > 0 && barrier !== null) causes.push({ kind: 'law', id: barrier.id, by: barrier.by, amount: -short });
  else if (short > 0) {
    const capped = bid.units - most;
    const quota = lawsAgainst(turn, bid.bloc, 'refusal').find((law) => law.bloc === bid.bloc) ?? licenceFor(turn, chip, bid.bloc);
    if (capped > 0 && quota !== null) causes.push({ kind: 'law', id: quota.id, by: quota.by, amount: -capped });
    if (short > capped || quota === null) causes.push(...shortageCauses(turn, chip, quota === null ? short : short - capped));
  }
  record(turn, {
    topic: 'delivery',
    subject: bid.buyer,
    unit: 'chips',
    amount: units,
    before: bid.units,
    after: units,
    item: chip.id,
    causes,
    line: {
      id: short > 0 ? 'report.delivery.short' : 'report.delivery',
      params: { buyer: bid.buyer, chip: chip.id, units, wanted: bid.units },
    },
    audience: [bid.buyer, chip.maker],
    places: routesOf(turn, chip.maker, bid.bloc),
    weight: short > 0 ? 8 : 5,
  });
}

/**
 * Missing chips are owed to the maker's short input, and to the laws that cut it; an entry of its own says how it
 * came about. The entry of production itself stays with the maker.
 */
function shortageCauses(turn: Turn, chip: Chip, short: number): Cause[] {
  const made = turn.ledger.find((entry) => entry.topic === 'chips' && entry.item === chip.id && entry.from === 'world:fabs');
  const shortage = turn.scratch.shortages.get(chip.maker);
  if (shortage === undefined) return [{ kind: 'rule', id: 'rule.not-made', amount: -short }];
  const { input, laws, entry } = shortage;
  const each = input === 'memory' ? chip.stacks : input === 'logic' ? chip.dies : 1;
  const missing = Math.max(1, askedFor(turn, chip) - (made?.amount ?? 0));
  const causes: Cause[] = [];
  let left = short;
  for (const { kind, id, by, amount } of laws) {
    if (amount === undefined) continue;
    // A law is owed as much of what is missing here as of what is missing in all.
    const part = Math.min(left, floorInt(short * clamp(-amount / each / missing, 0, 1)));
    left -= part;
    if (part > 0) causes.push({ kind, id, ...(by === undefined ? {} : { by }), amount: -part });
  }
  return [...causes, { kind: 'entry', id: entry, by: chip.maker, amount: 0 - left }];
}

/** Units of a chip that buyers who may have it ask for this turn. */
function askedFor(turn: Turn, chip: Chip): number {
  let units = 0;
  for (const bid of turn.scratch.bids) if (bid.chip.id === chip.id && barrierTo(turn, bid) === null) units += bid.units;
  return units;
}

/** Routes that a maker's chips take to a bloc. */
export function routesOf(turn: Turn, maker: string, bloc: string): string[] {
  return sortedKeys(turn.ruleset.routes).filter((id) => {
    const route = turn.ruleset.routes[id];
    return (
      (route?.kind === 'chips' || route?.kind === 'domestic') &&
      route.serves === bloc &&
      (route.maker === null || route.maker === maker)
    );
  });
}
