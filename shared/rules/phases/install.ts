/** Phase 7, install: last turn's shipments are installed, old chips retire, power comes on, compute is measured. */
import { floorInt } from '../../util/exact-math.ts';
import { sortedEntries, sortedKeys } from '../../util/ids.ts';
import { backgroundCompute, computeOf } from '../compute.ts';
import { blocIds, blocOf, parameterOf } from '../know.ts';
import { leverForce } from '../levers.ts';
import { addTo, moveChips, own, pay, record, type Turn } from '../turn.ts';

export function installPhase(turn: Turn): void {
  for (const id of turn.seats) {
    retire(turn, id);
    install(turn, id);
    bringPowerOn(turn, id);
  }
  retireBackground(turn);
  for (const id of turn.seats) measure(turn, id);
  payRentals(turn);
  for (const bloc of blocIds(turn)) measureBloc(turn, bloc);
}

function retire(turn: Turn, id: string): void {
  const owner = own(turn, id);
  const share = parameterOf(turn, 'chips-retire-share');
  for (const [chip, units] of sortedEntries(owner.chips)) {
    const old = floorInt(units * share);
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
    for (const [chip, units] of sortedEntries(chips)) {
      const old = floorInt(units * share);
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

/** Rented compute of an actor this turn, thousandths of an H100; closed clouds give nothing. */
function rented(turn: Turn, id: string): number {
  const owner = own(turn, id);
  const bloc = blocOf(turn, id);
  owner.rentals = owner.rentals.filter((rental) => rental.untilTurn > turn.state.turn);
  const { force, laws } = leverForce(turn, bloc, 'cloud');
  let milli = 0;
  for (const rental of owner.rentals) {
    const home = rental.from !== null && blocOf(turn, rental.from) === bloc;
    const got = home ? rental.milliH100e : floorInt(rental.milliH100e * (1 - force));
    milli += got;
    if (got < rental.milliH100e) {
      record(turn, {
        topic: 'compute',
        subject: id,
        unit: 'milliH100e',
        before: rental.milliH100e,
        after: got,
        causes: laws.map((law) => ({ kind: 'law' as const, id: law.id, by: law.by })),
        line: { id: 'report.rental.cut', params: { actor: id, lostMilliH100e: rental.milliH100e - got } },
        audience: [id],
        places: rental.site === null ? [] : [rental.site],
        weight: 7,
      });
    }
  }
  return milli;
}

function measure(turn: Turn, id: string): void {
  const owner = own(turn, id);
  const before = owner.trainMilliH100e;
  const sum = computeOf(turn, id, owner);
  owner.rentedMilliH100e = rented(turn, id);
  const lent = lentBy(turn, id);
  owner.trainMilliH100e = Math.max(0, sum.trainMilli + owner.rentedMilliH100e - lent);
  owner.serveMilliH100e = Math.max(0, sum.serveMilli + owner.rentedMilliH100e - lent);
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

/** Compute that an actor has lent by deals, thousandths of an H100. */
function lentBy(turn: Turn, id: string): number {
  let milli = 0;
  for (const other of turn.seats)
    for (const rental of own(turn, other).rentals) if (rental.from === id) milli += rental.milliH100e;
  return milli;
}

/** Rent is paid each turn: to the owner, or to strangers abroad, who share a place pro rata. */
function payRentals(turn: Turn): void {
  for (const id of turn.seats) {
    for (const rental of own(turn, id).rentals) {
      pay(turn, `actor:${id}`, rental.from === null ? 'world:clouds' : `actor:${rental.from}`, rental.kusdPerTurn, [
        { kind: 'rule', id: 'rule.rent' },
      ]);
    }
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
  const max = turn.ruleset.scenarios[turn.state.scenario]?.blocs[bloc];
  if (max !== undefined) {
    const growth = max.backgroundGrowthPermille / 1000;
    const room = 1 - shared.backgroundKusd / Math.max(1, max.backgroundMaxKusd);
    shared.backgroundKusd += Math.max(0, floorInt(shared.backgroundKusd * growth * room));
  }
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
