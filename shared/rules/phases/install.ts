/** Phase 7, install: last turn's shipments are installed, old chips retire, power comes on, compute is measured. */
import { floorInt } from '../../util/exact-math.ts';
import { sortedKeys } from '../../util/ids.ts';
import { moveChips } from '../accounts.ts';
import { backgroundCompute, computeOf } from '../compute.ts';
import { record } from '../entries.ts';
import { blocIds, blocOf, parameterOf } from '../know.ts';
import { endRentals, type LentCompute, lentCompute, payRentals, rentedBy } from '../rentals.ts';
import { addTo, own, type Turn } from '../turn.ts';

export function installPhase(turn: Turn): void {
  installStocks(turn);
  const lent = lentCompute(turn);
  for (const id of turn.seats) measure(turn, id, lent);
  payRentals(turn);
  for (const bloc of blocIds(turn)) measureBloc(turn, bloc);
}

/** The part that moves stocks, without measuring what they do. */
export function installStocks(turn: Turn): void {
  for (const id of turn.seats) {
    retire(turn, id);
    install(turn, id);
    bringPowerOn(turn, id);
  }
  retireBackground(turn);
  endRentals(turn);
  for (const bloc of blocIds(turn)) growBudget(turn, bloc);
}

/** The money of a bloc's unplayed buyers grows while there is room. */
function growBudget(turn: Turn, bloc: string): void {
  const shared = turn.state.blocs[bloc]?.shared;
  const max = turn.ruleset.scenarios[turn.state.scenario]?.blocs[bloc];
  if (shared === undefined || max === undefined) return;
  const growth = max.backgroundGrowthPermille / 1000;
  const room = 1 - shared.backgroundKusd / Math.max(1, max.backgroundMaxKusd);
  shared.backgroundKusd += Math.max(0, floorInt(shared.backgroundKusd * growth * room));
}

function retire(turn: Turn, id: string): void {
  const owner = own(turn, id);
  const share = parameterOf(turn, 'chips-retire-share');
  for (const chip of sortedKeys(owner.chips)) {
    const old = floorInt((owner.chips[chip] ?? 0) * share);
    if (old <= 0) continue;
    addTo(owner.chips, chip, -old);
    const grey = owner.greyChips[chip] ?? 0;
    if (grey > 0) owner.greyChips[chip] = Math.max(0, grey - floorInt(grey * share));
    moveChips(turn, `actor:${id}`, 'world:retired', chip, old, [{ kind: 'rule', id: 'rule.retire' }]);
  }
}

function retireBackground(turn: Turn): void {
  const share = parameterOf(turn, 'chips-retire-share');
  for (const bloc of blocIds(turn)) {
    const chips = turn.state.blocs[bloc]?.shared.chips ?? {};
    for (const chip of sortedKeys(chips)) {
      const old = floorInt((chips[chip] ?? 0) * share);
      if (old <= 0) continue;
      addTo(chips, chip, -old);
      moveChips(turn, `bloc:${bloc}`, 'world:retired', chip, old, [{ kind: 'rule', id: 'rule.retire' }]);
    }
  }
}

function install(turn: Turn, id: string): void {
  const owner = own(turn, id);
  const due = owner.arriving.filter((shipment) => shipment.dueTurn <= turn.state.turn);
  owner.arriving = owner.arriving.filter((shipment) => shipment.dueTurn > turn.state.turn);
  for (const shipment of due) {
    addTo(owner.chips, shipment.chip, shipment.units);
    if (shipment.grey) addTo(owner.greyChips, shipment.chip, shipment.units);
    moveChips(
      turn,
      `actor:${id}/arriving`,
      `actor:${id}`,
      shipment.chip,
      shipment.units,
      [{ kind: 'rule', id: 'rule.installed' }],
      {
        line: { id: 'report.installed', params: { buyer: id, chip: shipment.chip, units: shipment.units } },
        weight: 4,
      },
    );
  }
}

function bringPowerOn(turn: Turn, id: string): void {
  const owner = own(turn, id);
  for (const work of owner.builds.filter((item) => item.dueTurn <= turn.state.turn)) {
    const before = owner.powerMw[work.site] ?? 0;
    addTo(owner.powerMw, work.site, work.mw);
    record(turn, {
      topic: 'power',
      subject: id,
      unit: 'mw',
      before,
      after: before + work.mw,
      line: { id: 'report.built', params: { actor: id, mw: work.mw, site: work.site } },
      places: [work.site],
      weight: 4,
    });
  }
  owner.builds = owner.builds.filter((item) => item.dueTurn > turn.state.turn);
}

function measure(turn: Turn, id: string, lent: LentCompute): void {
  const owner = own(turn, id);
  const before = owner.trainMilliH100e;
  const sum = computeOf(turn, id, owner);
  owner.rentedMilliH100e = rentedBy(turn, id, lent);
  const away = lent.awayMilli[id] ?? 0;
  owner.trainMilliH100e = Math.max(0, sum.trainMilli + owner.rentedMilliH100e - away);
  owner.serveMilliH100e = Math.max(0, sum.serveMilli + owner.rentedMilliH100e - away);
  owner.domesticMilliH100e = Math.min(sum.domesticMilli, owner.trainMilliH100e);
  owner.powerNeededMw = sum.needMw;
  owner.usefulPermille =
    sum.rawMilli === 0 ? 0 : floorInt((sum.trainMilli / sum.rawMilli) * parameterOf(turn, 'base-utilisation') * 1000);
  if (before === owner.trainMilliH100e && sum.rawMilli === 0) return;
  record(turn, {
    topic: 'compute',
    subject: id,
    unit: 'milliH100e',
    before,
    after: owner.trainMilliH100e,
    causes: [{ kind: 'rule', id: 'rule.compute', amount: owner.trainMilliH100e - before }],
    line: { id: 'report.compute', params: { actor: id, beforeMilliH100e: before, afterMilliH100e: owner.trainMilliH100e } },
    audience: [id],
    weight: 3,
  });
  if (sum.needMw > sum.haveMw) {
    record(turn, {
      topic: 'power',
      subject: id,
      unit: 'mw',
      before: sum.needMw,
      after: sum.haveMw,
      line: { id: 'report.power.short', params: { actor: id, needMw: sum.needMw, haveMw: sum.haveMw } },
      audience: [id],
      places: sortedKeys(owner.powerMw),
      weight: 6,
    });
  }
}

function measureBloc(turn: Turn, bloc: string): void {
  const shared = turn.state.blocs[bloc]?.shared;
  if (shared === undefined) return;
  const background = backgroundCompute(turn, bloc);
  let milli = background.milli;
  let domestic = background.domesticMilli;
  for (const id of turn.seats) {
    if (blocOf(turn, id) !== bloc) continue;
    milli += own(turn, id).trainMilliH100e;
    domestic += own(turn, id).domesticMilliH100e;
  }
  const before = shared.computeMilliH100e;
  shared.computeMilliH100e = milli;
  shared.domesticMilliH100e = domestic;
  record(turn, {
    topic: 'bloc-compute',
    subject: bloc,
    unit: 'milliH100e',
    before,
    after: milli,
    causes: [{ kind: 'rule', id: 'rule.compute', amount: milli - before }],
    audience: turn.seats.filter((id) => blocOf(turn, id) === bloc),
    line: { id: 'report.bloc-compute', params: { bloc, beforeMilliH100e: before, afterMilliH100e: milli } },
    weight: 3,
  });
}
