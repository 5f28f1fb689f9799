/** The grey market: a small pool of forbidden chips at a premium, with seizures where a government enforces. */
import type { Chip } from '../ruleset/schema/world.ts';
import { clamp, fillProRata, floorInt } from '../util/exact-math.ts';
import { sortedEntries } from '../util/ids.ts';
import { moveChips, pay } from './accounts.ts';
import { byOrder, record } from './entries.ts';
import type { Filled } from './filling.ts';
import { blocIds, blocOf, chipSpec, type Ground, governmentsOf, parameterOf, priceOf } from './know.ts';
import { isOwnRefusal, saleBarrier } from './levers.ts';
import type { BuyGreyOrder } from './orders/buy-grey.ts';
import type { Bid } from './scratch.ts';
import { blocStat } from './stats.ts';
import { addTo, givenOf, luck, own, type Turn } from './turn.ts';

/** Units that came in on the grey market, by bloc and chip: part of what the bloc got. */
export type GreyInflow = { bloc: string; chip: Chip; units: number }[];

/** Steps of enforcement of a bloc's governments, over all places. */
export function enforcementSteps(turn: Pick<Turn, 'ruleset' | 'state'>, bloc: string): number {
  let steps = 0;
  for (const id of governmentsOf(turn, bloc))
    for (const [, step] of sortedEntries(turn.state.actors[id]?.open.enforcement ?? {})) steps += step;
  return steps;
}

/** Chips of a maker, of all kinds, that leak to a bloc this turn at most. */
export function greyPool(turn: Pick<Turn, 'ruleset' | 'state'>, makerBloc: string, soldUnits: number): number {
  const steps = enforcementSteps(turn, makerBloc);
  const cut = clamp(1 - parameterOf(turn, 'enforcement-pool-cut') * steps, 0.1, 1);
  return floorInt(soldUnits * parameterOf(turn, 'grey-pool-share') * cut * blocStat(turn, makerBloc, 'grey-pool', 'lowest'));
}

export const seizureChance = (turn: Pick<Turn, 'ruleset' | 'state'>, makerBloc: string): number =>
  clamp(parameterOf(turn, 'seizure-base') + parameterOf(turn, 'seizure-per-step') * enforcementSteps(turn, makerBloc), 0, 0.95);

export function greyMarket(turn: Turn, filled: readonly Filled[]): GreyInflow {
  const inflow: GreyInflow = [];
  turn.state.seizures = {};
  for (const bloc of blocIds(turn)) {
    const wants = greyWants(turn, bloc, filled);
    for (const maker of [...new Set(wants.map((want) => want.chip.maker))].sort()) {
      const sold = filled
        .filter((item) => item.bid.chip.maker === maker && item.bid.bloc !== bloc)
        .reduce((sum, item) => sum + item.units, 0);
      const mine = wants.filter((want) => want.chip.maker === maker);
      // One pool for all chips of a maker, shared pro rata; of no chip more than its buyers hold.
      const parts = fillProRata(
        greyPool(turn, blocOf(turn, maker), sold),
        mine.map((want) => want.units),
      );
      mine.forEach((want, index) => {
        const units = Math.min(parts[index] ?? 0, turn.state.blocs[blocOf(turn, maker)]?.shared.chips[want.chip.id] ?? 0);
        const kept = units > 0 ? smuggle(turn, want, units) : 0;
        if (kept > 0) inflow.push({ bloc, chip: want.chip, units: kept });
      });
    }
  }
  return inflow;
}

/** Orders for the grey market, and what the bloc's unplayed buyers look for there. */
function greyWants(turn: Turn, bloc: string, filled: readonly Filled[]): Bid[] {
  const wants: Bid[] = [];
  for (const { seat, order, ref } of givenOf<BuyGreyOrder>(turn, 'buy-grey')) {
    const chip = chipSpec(turn, order.chip);
    if (chip === null || blocOf(turn, seat) !== bloc) continue;
    wants.push({
      buyer: seat,
      bloc,
      chip,
      units: order.units,
      priceKusd: greyPrice(turn, chip),
      tier: 'order',
      cause: byOrder(ref, seat),
    });
  }
  const best = filled
    .filter((item) => {
      if (item.bid.bloc === bloc || item.units <= 0) return false;
      const barrier = saleBarrier(turn, item.bid.chip, bloc, bloc);
      return barrier !== null && !isOwnRefusal(barrier, bloc);
    })
    .sort((a, b) => b.bid.chip.trainMilliH100e - a.bid.chip.trainMilliH100e || (a.bid.chip.id < b.bid.chip.id ? -1 : 1))[0]
    ?.bid.chip;
  if (best !== undefined) {
    const kusd = (turn.state.blocs[bloc]?.shared.backgroundKusd ?? 0) * parameterOf(turn, 'background-grey-share');
    const units = floorInt(kusd / greyPrice(turn, best));
    if (units > 0)
      wants.push({
        buyer: bloc,
        bloc,
        chip: best,
        units,
        priceKusd: greyPrice(turn, best),
        tier: 'background',
        cause: { kind: 'rule', id: 'rule.background' },
      });
  }
  return wants;
}

export const greyPrice = (ground: Ground, chip: Chip): number =>
  floorInt(priceOf(ground, chip) * parameterOf(ground, 'grey-premium'));

/** One shipment: seized whole by luck, or delivered. Returns the units that arrive. */
function smuggle(turn: Turn, want: Bid, units: number): number {
  const { chip, buyer } = want;
  const makerBloc = blocOf(turn, chip.maker);
  const player = want.tier === 'order';
  const seized = luck(turn, 'seizure', buyer, chip.id) < seizureChance(turn, makerBloc);
  const cost = units * want.priceKusd;
  // Middlemen take the chips out of the stock of buyers in the maker's own bloc and keep the premium.
  addTo(turn.state.blocs[makerBloc]?.shared.chips ?? {}, chip.id, -units);
  const moved = moveChips(
    turn,
    `bloc:${makerBloc}`,
    seized ? 'world:seized' : player ? `actor:${buyer}/arriving` : `bloc:${want.bloc}`,
    chip.id,
    units,
    [want.cause],
    { audience: player ? [buyer] : [] },
  );
  const cause = { kind: 'entry' as const, id: moved ?? '' };
  if (player) pay(turn, `actor:${buyer}`, 'world:middlemen', cost, [cause, want.cause], { audience: [buyer] });
  const place = sortedEntries(turn.ruleset.routes).find(([, route]) => route.kind === 'grey' && route.serves === want.bloc);
  if (seized) {
    const site = place?.[1].from ?? '';
    addTo(turn.state.seizures, site, units);
    turn.scratch.escalation.push({ by: makerBloc, points: 1, cause: { kind: 'rule', id: 'rule.seizure' } });
    record(turn, {
      topic: 'seizure',
      subject: want.bloc,
      unit: 'chips',
      amount: units,
      item: chip.id,
      causes: [cause],
      line: { id: 'report.seizure', params: { units, chip: chip.id, site } },
      places: place === undefined ? [] : [place[0]],
      weight: 7,
    });
    return 0;
  }
  if (!player) addTo(turn.state.blocs[want.bloc]?.shared.chips ?? {}, chip.id, units);
  else {
    own(turn, buyer).arriving.push({ chip: chip.id, units, dueTurn: turn.state.turn + 1, grey: true });
    record(turn, {
      topic: 'delivery',
      subject: buyer,
      unit: 'chips',
      amount: units,
      item: chip.id,
      causes: [want.cause, cause],
      line: { id: 'report.grey', params: { buyer, units, chip: chip.id } },
      audience: [buyer],
      places: place === undefined ? [] : [place[0]],
      weight: 6,
    });
  }
  return units;
}
