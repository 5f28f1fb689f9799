/**
 * Wanted and denied: what a bloc's chip budget could have bought without the rivals' laws, and what it got. Computed
 * from bids and deliveries, never claimed; what its own refusal keeps out is not denied.
 */
import { clamp, floorInt } from '../util/exact-math.ts';
import { contentKeys } from '../util/ids.ts';
import { softwareOf } from './compute.ts';
import { budgetOf, settleRush } from './demand.ts';
import type { Filled } from './filling.ts';
import type { GreyInflow } from './grey-market.ts';
import { blocIds, blocOf, priceOf } from './know.ts';
import { isOwnRefusal, lawsAgainst } from './levers.ts';
import { addTo, type Turn } from './turn.ts';

export function reckonDemand(turn: Turn, filled: readonly Filled[], grey: GreyInflow): void {
  for (const bloc of blocIds(turn))
    reckonBloc(
      turn,
      bloc,
      filled.filter((item) => item.bid.bloc === bloc),
      grey.filter((item) => item.bloc === bloc),
    );
  if (!turn.silent) writeFlows(turn, filled, grey);
}

function reckonBloc(turn: Turn, bloc: string, filled: readonly Filled[], grey: GreyInflow): void {
  let spentKusd = 0;
  let gotMilli = 0;
  let cards = 0;
  let domesticCards = 0;
  let refusedMilli = 0;
  for (const { bid, units, barrier } of filled) {
    const work = bid.chip.trainMilliH100e * softwareOf(turn, bid.chip.maker, bloc);
    gotMilli += units * work;
    cards += units;
    if (blocOf(turn, bid.chip.maker) === bloc) domesticCards += units;
    if (bid.tier !== 'background') spentKusd += bid.units * bid.priceKusd;
    if (barrier !== null && isOwnRefusal(barrier, bloc)) refusedMilli += bid.units * work;
  }
  for (const { chip, units } of grey) {
    gotMilli += units * chip.trainMilliH100e;
    cards += units;
  }
  const budget = budgetOf(turn, bloc);
  const shared = turn.state.blocs[bloc]?.shared;
  if (shared === undefined) return;
  const best = bestValue(turn, bloc);
  const free = floorInt((budget.kusd + spentKusd) * best.milliPerKusd);
  shared.wantedMilliH100e = free;
  shared.gotMilliH100e = floorInt(gotMilli);
  shared.domesticCardsPermille = cards === 0 ? shared.domesticCardsPermille : floorInt((domesticCards * 1000) / cards);
  const supplied = worldFill(filled);
  const bound = CONTROL.some((lever) => lawsAgainst(turn, bloc, lever).length > 0);
  const denied = bound && free > 0 ? clamp(1 - (gotMilli + refusedMilli) / (free * supplied), 0, 1) : 0;
  const open = turn.state.blocs[bloc]?.open;
  if (open !== undefined) open.deniedPermille = floorInt(denied * 1000);
  turn.scratch.freeDemandMilli[bloc] = free;
  if (best.barredMaker !== null)
    addTo(turn.scratch.lostSalesKusd, best.barredMaker, floorInt(denied * (budget.kusd + spentKusd)));
  settleRush(turn, bloc);
}

const CONTROL = ['chip-threshold', 'memory', 'entity'] as const;

/** How much of what may be sold was in stock, over the bloc's allowed bids: shortage is not denial. */
function worldFill(filled: readonly Filled[]): number {
  let wanted = 0;
  let got = 0;
  for (const { bid, units, barrier } of filled) {
    if (barrier !== null) continue;
    wanted += bid.units;
    got += units;
  }
  return wanted === 0 ? 1 : clamp(got / wanted, 0.3, 1);
}

/** The best value on the world market for a bloc's buyers, and its maker where a rival's law keeps it from them. */
function bestValue(turn: Turn, bloc: string): { milliPerKusd: number; barredMaker: string | null } {
  let best = { milliPerKusd: 0, barredMaker: null as string | null };
  for (const { chip, barrier } of budgetOf(turn, bloc).offers) {
    if (isOwnRefusal(barrier, bloc)) continue;
    const milliPerKusd = (chip.trainMilliH100e * softwareOf(turn, chip.maker, bloc)) / priceOf(turn, chip);
    if (milliPerKusd > best.milliPerKusd) best = { milliPerKusd, barredMaker: barrier === null ? null : chip.maker };
  }
  return best;
}

/** Flows over the map's routes: H100 equivalents wanted and delivered, and the laws in between. */
function writeFlows(turn: Turn, filled: readonly Filled[], grey: GreyInflow): void {
  turn.state.flows = {};
  for (const id of contentKeys(turn.ruleset.routes)) {
    const route = turn.ruleset.routes[id];
    if (route === undefined) continue;
    const share = route.sharePermille / 1000;
    let delivered = 0;
    let wanted = 0;
    const laws: string[] = [];
    if (route.kind === 'chips' || route.kind === 'domestic') {
      const mine = filled.filter(
        ({ bid }) => bid.bloc === route.serves && (route.maker === null || bid.chip.maker === route.maker),
      );
      for (const { bid, units, barrier } of mine) {
        delivered += (units * bid.chip.trainMilliH100e) / 1000;
        wanted += (bid.units * bid.chip.trainMilliH100e) / 1000;
        if (barrier !== null && !laws.includes(barrier.id)) laws.push(barrier.id);
      }
      if (route.kind === 'chips' && route.serves !== null && route.maker !== null && blocOf(turn, route.maker) !== route.serves) {
        wanted = Math.max(
          wanted,
          (turn.scratch.freeDemandMilli[route.serves] ?? 0) / 1000 - homeDelivered(turn, filled, route.serves),
        );
        for (const law of lawsAgainst(turn, route.serves, 'chip-threshold')) if (!laws.includes(law.id)) laws.push(law.id);
      }
    } else if (route.kind === 'grey') {
      for (const { bloc, chip, units } of grey) if (bloc === route.serves) delivered += (units * chip.trainMilliH100e) / 1000;
      wanted = delivered;
    } else {
      const lever = route.kind === 'memory' ? 'memory' : route.kind === 'tools' ? 'tools' : 'cloud';
      if (route.serves !== null) for (const law of lawsAgainst(turn, route.serves, lever)) laws.push(law.id);
    }
    turn.state.flows[id] = {
      wanted: floorInt(Math.max(wanted, delivered) * share),
      delivered: floorInt(delivered * share),
      laws: laws.sort(),
    };
  }
}

function homeDelivered(turn: Turn, filled: readonly Filled[], bloc: string): number {
  let sum = 0;
  for (const { bid, units } of filled)
    if (bid.bloc === bloc && blocOf(turn, bid.chip.maker) === bloc) sum += (units * bid.chip.trainMilliH100e) / 1000;
  return sum;
}
