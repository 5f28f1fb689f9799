/** Pressure: moves each turn part of the way to the share of its chip budget that a bloc is denied. */

import { CONTROL_LEVERS } from '../ruleset/catalogue.ts';
import { clamp, pow, roundHalfUp } from '../util/exact-math.ts';
import { record } from './entries.ts';
import { blocIds, blocOf, parameterOf } from './know.ts';
import { lawsAgainst } from './levers.ts';
import type { Turn } from './turn.ts';

/** What a change of four points or more weighs in the report; a smaller one weighs less. */
const MOST_WEIGHT = 7;

/** Where pressure tends to, 0 to 100: a small part denied is borne, the last parts are a cause for everybody. */
const pressureFrom = (turn: Turn, deniedPermille: number): number =>
  deniedPermille <= 0 ? 0 : 100 * pow(deniedPermille / 1000, parameterOf(turn, 'pressure-bend'));

export function movePressure(turn: Turn): void {
  for (const bloc of blocIds(turn)) {
    const open = turn.state.blocs[bloc]?.open;
    if (open === undefined) continue;
    open.pressureBefore = open.pressure;
    if (turn.ruleset.systems.pressure === false) {
      open.pressure = 0;
      continue;
    }
    const target = pressureFrom(turn, open.deniedPermille);
    const step = (target - open.pressure) * parameterOf(turn, 'pressure-move');
    // At least one point, so that it does not stick beside its target.
    const move = step > -1 && step < 1 ? Math.sign(roundHalfUp(step * 2)) : roundHalfUp(step);
    open.pressure = clamp(open.pressure + move, 0, 100);
    const change = open.pressure - open.pressureBefore;
    if (change === 0) continue;
    const laws = CONTROL_LEVERS.flatMap((lever) => lawsAgainst(turn, bloc, lever)).map((law) => ({
      kind: 'law' as const,
      id: law.id,
      by: law.by,
    }));
    record(turn, {
      topic: 'pressure',
      subject: bloc,
      unit: 'points',
      before: open.pressureBefore,
      after: open.pressure,
      causes: [{ kind: 'rule', id: 'rule.denied', amount: change }, ...laws],
      line: {
        id: change > 0 ? 'report.pressure.up' : 'report.pressure.down',
        params: { bloc, before: open.pressureBefore, after: open.pressure, deniedPermille: open.deniedPermille },
      },
      places: turn.seats
        .filter((id) => blocOf(turn, id) === bloc && turn.state.actors[id]?.open.capital !== null)
        .map((id) => turn.ruleset.actors[id]?.home ?? ''),
      weight: Math.min(MOST_WEIGHT, 3 + Math.abs(change)),
    });
  }
}
