/**
 * Phase 11, market: users in each region choose among public models by capability, price, openness, taste and trust;
 * use brings revenue as far as serving compute reaches. Shares move part of the way each turn.
 */
import type { Region } from '../../ruleset/schema/world.ts';
import type { Model } from '../../state/schema.ts';
import { clamp, exp, floorInt, log2, splitByLargestRemainder } from '../../util/exact-math.ts';
import { contentKeys, sortedEntries, sortedKeys, sortedValues } from '../../util/ids.ts';
import { pay, useFlop } from '../accounts.ts';
import { eflopOf } from '../compute.ts';
import { record } from '../entries.ts';
import { bestModel, blocOf, labsOf, parameterOf } from '../know.ts';
import { isTotal, lawsAgainst } from '../levers.ts';
import { statOf } from '../stats.ts';
import { addTo, own, type Turn } from '../turn.ts';

export function marketPhase(turn: Turn): void {
  if (turn.ruleset.systems.market === false) return;
  const better = betterThanLast(turn);
  for (const id of contentKeys(turn.ruleset.regions)) growDemand(turn, id, better);
  const best = bestOffers(turn);
  const wanted = new Map<string, Won[]>();
  for (const id of contentKeys(turn.ruleset.regions)) wanted.set(id, choose(turn, id, best));
  serve(turn, wanted);
  turn.state.priceShiftPermille = 0;
}

/** The best model that each lab offers; open weights and an API count as two offers of the same model. */
interface BestOffer {
  model: Model;
  open: boolean;
}
interface Offer extends BestOffer {
  utility: number;
}
/** Share of a region that an offer would win, per mille. */
interface Won {
  key: string;
  offer: Offer;
  permille: number;
}

/** In order of lab, open weights before the API; of equal models the first by id. */
function bestOffers(turn: Turn): BestOffer[] {
  const offers: BestOffer[] = [];
  const models = sortedValues(turn.state.models);
  for (const lab of labsOf(turn)) {
    for (const open of turn.ruleset.systems['open-source'] === false ? [false] : [true, false]) {
      let best: Model | null = null;
      for (const model of models) {
        if (model.by !== lab || !(open ? model.open : model.api)) continue;
        if (best === null || model.capabilityMilli > best.capabilityMilli) best = model;
      }
      if (best !== null) offers.push({ model: best, open });
    }
  }
  return offers;
}

/** Growth of demand, the same in all regions, by what models can do beyond those of the last standing. */
function betterThanLast(turn: Turn): number {
  const best = bestModel(turn, {})?.capabilityMilli ?? 0;
  const last = turn.state.history[turn.state.history.length - 1];
  let before = 0;
  for (const [, bloc] of sortedEntries(last?.blocs ?? {})) before = Math.max(before, bloc.bestMilli);
  return last === undefined ? 0 : clamp((best - before) / 1000, 0, 15) * parameterOf(turn, 'demand-per-point');
}

function growDemand(turn: Turn, regionId: string, better: number): void {
  const region = turn.ruleset.regions[regionId] as Region;
  const market = turn.state.market[regionId];
  if (market === undefined) return;
  market.demandKusd = floorInt(market.demandKusd * (1 + region.growthPermille / 1000 + better));
}

function offersFor(turn: Turn, region: Region, best: readonly BestOffer[]): Offer[] {
  const offers: Offer[] = [];
  const shut = region.bloc === null ? [] : lawsAgainst(turn, region.bloc, 'models').filter(isTotal);
  for (const { model, open } of best) {
    const lab = model.by;
    if (!open && shut.some((law) => law.bloc === blocOf(turn, lab))) continue;
    offers.push({ model, open, utility: utilityOf(turn, region, lab, model, open) });
  }
  return offers;
}

function utilityOf(turn: Turn, region: Region, lab: string, model: Model, open: boolean): number {
  const brand = turn.ruleset.actors[lab]?.brandMilli[region.id] ?? 0;
  const taste = (region.affinityMilli[blocOf(turn, lab)] ?? 0) * (open ? parameterOf(turn, 'open-affinity') : 1);
  const trust =
    ((turn.state.actors[lab]?.open.trust ?? 60) - 60) * parameterOf(turn, 'trust-milli-per-point') +
    (region.bloc === null ? statOf(turn, lab, 'south-trust') * parameterOf(turn, 'trust-milli-per-point') : 0);
  const price = open ? 0.5 : model.pricePermille / 1000;
  const money = -region.priceSensitivityMilli * log2(price);
  const openness = open
    ? region.openTasteMilli +
      2000 * log2(statOf(turn, lab, 'open-reach')) +
      (turn.state.blocs[blocOf(turn, lab)]?.open.commonsGauge ?? 0) * parameterOf(turn, 'commons-milli-per-point')
    : 0;
  return model.capabilityMilli + model.agentMilli / 3 + brand + taste + trust + money + openness;
}

/** What each offer would win of a region, part of the way from now, in order of `model/api` and `model/open`. */
function choose(turn: Turn, regionId: string, best: readonly BestOffer[]): Won[] {
  const region = turn.ruleset.regions[regionId] as Region;
  const market = turn.state.market[regionId];
  const offers = offersFor(turn, region, best);
  if (market === undefined || offers.length === 0) return [];
  let most = offers[0]?.utility ?? 0;
  for (const offer of offers) most = Math.max(most, offer.utility);
  const weights = offers.map((offer) => exp((offer.utility - most) * parameterOf(turn, 'taste-per-milli-point')));
  let sum = 0;
  for (const weight of weights) sum += weight;
  const move = parameterOf(turn, 'users-move');
  const silentAfter = parameterOf(turn, 'silence-turns');
  const mixed = offers.map((offer, index) => {
    const old = currentShare(turn, regionId, offer);
    const silent =
      turn.state.turn - (turn.state.actors[offer.model.by]?.open.lastReleaseTurn ?? 0) > silentAfter
        ? 1 - parameterOf(turn, 'silence-loss') * statOf(turn, offer.model.by, 'reach-fade')
        : 1;
    return Math.max(0, (1 - move) * old + move * 1000 * ((weights[index] ?? 0) / sum)) * silent;
  });
  const parts = splitByLargestRemainder(1000, mixed);
  return offers
    .map((offer, index) => ({
      key: `${offer.model.id}/${offer.open ? 'open' : 'api'}`,
      offer,
      permille: parts[index] ?? 0,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Users of a lab's earlier model of the same kind count as users of its best one. */
function currentShare(turn: Turn, regionId: string, offer: Offer): number {
  const market = turn.state.market[regionId];
  let share = 0;
  const use = (offer.open ? market?.openUse : market?.use) ?? {};
  for (const model in use) {
    if ((turn.state.models[model]?.by ?? model.slice(0, model.indexOf('/'))) === offer.model.by) share += use[model] ?? 0;
  }
  return share;
}

function serve(turn: Turn, wanted: ReadonlyMap<string, readonly Won[]>): void {
  const use: Record<string, Record<string, number>> = {};
  const openUse: Record<string, Record<string, number>> = {};
  for (const region of sortedKeys(turn.state.market)) {
    use[region] = {};
    openUse[region] = {};
  }
  const perKusd = parameterOf(turn, 'serve-milli-per-kusd');
  for (const lab of labsOf(turn)) {
    const owner = own(turn, lab);
    const busy = turn.scratch.boundPermille[lab] ?? 0;
    const capacity =
      floorInt((owner.serveMilliH100e * Math.max(0, 1000 - busy)) / 1000) * statOf(turn, lab, 'serving-efficiency');
    const claims: { region: string; model: Model; open: boolean; permille: number; kusd: number; need: number }[] = [];
    for (const [region, shares] of wanted) {
      for (const { offer, permille } of shares) {
        const { model, open } = offer;
        if (model.by !== lab) continue;
        const base = ((turn.state.market[region]?.demandKusd ?? 0) * permille) / 1000;
        const price = open ? parameterOf(turn, 'open-margin') : model.pricePermille / 1000;
        const kusd = base * price * statOf(turn, lab, 'revenue') * (1 + turn.state.priceShiftPermille / 1000);
        claims.push({
          region,
          model,
          open,
          permille,
          kusd,
          need: base * perKusd * (open ? parameterOf(turn, 'open-margin') : 1),
        });
      }
    }
    let need = 0;
    for (const claim of claims) need += claim.need;
    const reach = need <= capacity || need === 0 ? 1 : capacity / need;
    owner.usedServeMilliH100e = floorInt(Math.min(need, capacity) / statOf(turn, lab, 'serving-efficiency'));
    const serving = owner.serveMilliH100e === 0 ? 0 : owner.usedServeMilliH100e / owner.serveMilliH100e;
    useFlop(turn, lab, 'serving', eflopOf(turn, owner.trainMilliH100e * serving), [{ kind: 'rule', id: 'rule.serving' }]);
    for (const claim of claims) {
      // Strangers host open weights too, so that only part of their use waits for the lab's own compute.
      const served = claim.open ? Math.max(reach, 0.7) : reach;
      const target = claim.open ? openUse[claim.region] : use[claim.region];
      if (target !== undefined) target[claim.model.id] = floorInt(claim.permille * served);
    }
    collect(turn, lab, claims, reach, need, capacity);
  }
  for (const region of sortedKeys(turn.state.market)) {
    const market = turn.state.market[region];
    if (market === undefined) continue;
    market.use = use[region] ?? {};
    market.openUse = openUse[region] ?? {};
  }
}

function collect(
  turn: Turn,
  lab: string,
  claims: readonly { region: string; kusd: number }[],
  reach: number,
  need: number,
  capacity: number,
): void {
  const owner = own(turn, lab);
  const home = turn.ruleset.blocs[blocOf(turn, lab)]?.homeRegion;
  const byRegion: Record<string, number> = {};
  for (const claim of claims) addTo(byRegion, claim.region, claim.kusd * reach);
  let total = 0;
  let abroad = 0;
  for (const [region, kusd] of sortedEntries(byRegion)) {
    const earned = floorInt(kusd);
    if (earned <= 0) continue;
    pay(turn, `world:users`, `actor:${lab}`, earned, [{ kind: 'rule', id: 'rule.use' }]);
    total += earned;
    if (region !== home) abroad += earned;
  }
  owner.revenueKusd += total;
  owner.abroadRevenueKusd += abroad;
  pay(turn, `actor:${lab}`, 'world:owners', floorInt((total * owner.investorSharePermille) / 1000), [
    { kind: 'rule', id: 'rule.investors' },
  ]);
  if (total === 0) return;
  record(turn, {
    topic: 'revenue',
    subject: lab,
    unit: 'kusd',
    before: 0,
    after: total,
    causes: [{ kind: 'rule', id: 'rule.use', amount: total }],
    line: { id: 'report.revenue', params: { actor: lab, revenueKusd: total } },
    audience: [lab],
    weight: 3,
  });
  if (reach < 0.95) {
    record(turn, {
      topic: 'serving',
      subject: lab,
      unit: 'milliH100e',
      before: floorInt(need),
      after: floorInt(capacity),
      causes: [{ kind: 'rule', id: 'rule.serving' }],
      line: { id: 'report.serving.short', params: { actor: lab, servedPermille: floorInt(reach * 1000) } },
      audience: [lab],
      weight: 5,
    });
  }
}
