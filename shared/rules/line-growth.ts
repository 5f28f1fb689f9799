/**
 * How supply lines grow and learn. Market-driven lines follow unmet orders; a bloc's own lines follow subsidies and
 * pressure, are slowed by tool controls, and learn with every wafer (Wright's law).
 */
import type { Line } from '../ruleset/schema/world.ts';
import { clamp, floorInt, log2 } from '../util/exact-math.ts';
import { contentKeys } from '../util/ids.ts';
import { byRule, record } from './entries.ts';
import { governmentsOf, membersOf, parameterOf } from './know.ts';
import { leverForce } from './levers.ts';
import { blocStat } from './stats.ts';
import { lineOutput } from './supply.ts';
import type { Turn } from './turn.ts';

/** Root of what the bloc's governments gave for a purpose, against the reference gift; fades each turn. */
export function fundOf(turn: Turn, bloc: string, purpose: string): number {
  let fund = 0;
  for (const id of governmentsOf(turn, bloc)) fund += turn.state.actors[id]?.open.subsidiesKusd[purpose] ?? 0;
  return Math.sqrt(fund / parameterOf(turn, 'subsidy-reference-kusd')) * blocStat(turn, bloc, 'subsidy-effect');
}

/** How much of growth and learning a tool control leaves, 0 to 1. */
export function toolsLeft(turn: Turn, bloc: string): number {
  const { force } = leverForce(turn, bloc, 'tools');
  return clamp(1 - force * blocStat(turn, bloc, 'tool-independence', 'lowest'), 0.05, 1);
}

const pressureShare = (turn: Turn, bloc: string): number =>
  turn.ruleset.systems.pressure === false ? 0 : (turn.state.blocs[bloc]?.open.pressure ?? 0) / 100;

export function growLines(turn: Turn): void {
  for (const id of contentKeys(turn.ruleset.lines)) {
    const line = turn.ruleset.lines[id] as Line;
    const state = turn.state.lines[id];
    if (state === undefined) continue;
    const before = state.units;
    if (line.marketDriven) state.units = grownByMarket(turn, line, before);
    else if (line.bloc !== null) state.units = grownByState(turn, line, line.bloc, before);
    if (line.input === 'logic' && line.bloc !== null) learn(turn, line, line.bloc);
    state.cumulative += state.units;
    if (state.units !== before && line.bloc !== null) {
      record(turn, {
        topic: 'line',
        subject: id,
        unit: 'units',
        before,
        after: state.units,
        causes: [byRule('rule.line-growth', state.units - before)],
        audience: seatsOf(turn, line.bloc),
      });
    }
  }
}

const seatsOf = (turn: Turn, bloc: string): string[] => [...membersOf(turn, bloc)];

function grownByMarket(turn: Turn, line: Line, units: number): number {
  let wanted = 0;
  for (const customer of line.customers) wanted += turn.scratch.inputWants[line.input][customer] ?? 0;
  const unmet = clamp(wanted / Math.max(1, lineOutput(turn, line)) - 0.9, 0, 1);
  return Math.min(line.maxUnits, floorInt(units * (1 + (line.growthPermille / 1000) * unmet)));
}

function grownByState(turn: Turn, line: Line, bloc: string, units: number): number {
  const purpose = line.input === 'memory' ? 'memory' : 'wafers';
  const drive =
    parameterOf(turn, 'line-base') +
    parameterOf(turn, 'line-fund') * fundOf(turn, bloc, purpose) +
    parameterOf(turn, 'line-pressure') * pressureShare(turn, bloc);
  const room = clamp(1 - units / line.maxUnits, 0, 1);
  const growth = (line.growthPermille / 1000) * drive * toolsLeft(turn, bloc) * blocStat(turn, bloc, 'line-growth') * room;
  return Math.min(line.maxUnits, Math.max(units, floorInt(units * (1 + growth))));
}

/** Yield rises with cumulative wafers and with yield engineering, up to a cap. */
function learn(turn: Turn, line: Line, bloc: string): void {
  const state = turn.state.lines[line.id];
  if (state === undefined) return;
  const cap = parameterOf(turn, 'yield-cap-permille') + blocStat(turn, bloc, 'yield-cap');
  const doublings = log2((state.cumulative + state.units) / state.cumulative);
  const gain =
    (parameterOf(turn, 'yield-per-doubling-permille') * doublings + blocStat(turn, bloc, 'yield-growth')) *
    toolsLeft(turn, bloc) *
    (1 + pressureShare(turn, bloc));
  const before = state.yieldPermille;
  state.yieldPermille = floorInt(clamp(before + gain * clamp((cap - before) / 200, 0, 1), before, 1000));
  if (state.yieldPermille === before) return;
  record(turn, {
    topic: 'yield',
    subject: line.id,
    unit: 'permille',
    before,
    after: state.yieldPermille,
    causes: [byRule('rule.learning', state.yieldPermille - before)],
    audience: seatsOf(turn, bloc),
    line: { id: 'report.yield', params: { line: line.id, beforePermille: before, afterPermille: state.yieldPermille } },
    places: [line.site],
    weight: 4,
  });
}
