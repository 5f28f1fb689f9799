/** Supply lines: how many dies, stacks and packages a maker can draw this turn, and what stands in the way. */
import type { Line } from '../ruleset/schema/world.ts';
import type { Cause } from '../state/ledger.ts';
import { clamp, fillProRata, floorInt } from '../util/exact-math.ts';
import { contentIndex, sortedKeys } from '../util/ids.ts';
import { blocOf, type FullGround, parameterOf } from './know.ts';
import { lawsAgainst, leverForce, obedienceOf } from './levers.ts';
import { blocStat } from './stats.ts';

export type Input = Line['input'];
export interface Draw {
  units: number;
  /** What the maker asked of each line, as far as laws let it. */
  asked: { line: Line; units: number }[];
  /** What cut it, with the units lost to each. */
  cuts: Cause[];
}

const linesByInput = contentIndex((line: Line) => line.input);

/** Output of a line this turn for accelerators: dies after yield, stacks or packages. */
export function lineOutput(ground: FullGround, line: Line): number {
  const state = ground.state.lines[line.id];
  if (state === undefined) return 0;
  let units = (state.units * line.sharePermille) / 1000;
  if (line.input === 'logic') {
    const density = line.bloc === null ? 1 : blocStat(ground, line.bloc, 'die-density');
    units = (units * line.diesPerWafer * state.yieldPermille * density) / 1000;
  }
  if (line.input === 'packaging' && line.bloc !== null) units *= blocStat(ground, line.bloc, 'packaging-capacity');
  if (line.input === 'memory' && line.bloc !== null) units += blocStat(ground, line.bloc, 'own-memory');
  if (
    line.bloc === null &&
    line.input === 'logic' &&
    ground.state.escalation >= 70 &&
    ground.ruleset.systems.escalation !== false
  ) {
    units *= 1 - parameterOf(ground, 'drill-loss');
  }
  return floorInt(units);
}

/**
 * How far a line obeys a bloc that lists a firm of another, 0 to 1: the bloc's own lines wholly, those of an ally as far
 * as it is aligned, where it stands nearer to the issuer than to the firm's side; others not at all.
 */
function obedienceTo(ground: FullGround, line: Line, issuer: string, firmBloc: string): number {
  if (line.bloc !== null) return line.bloc === issuer ? 1 : 0;
  const ally = sortedKeys(ground.ruleset.allies).find((id) => ground.ruleset.allies[id]?.site === line.site);
  if (ally === undefined) return 0;
  const alignment = ground.state.alignment[ally] ?? {};
  return (alignment[issuer] ?? 0) > (alignment[firmBloc] ?? 0) ? obedienceOf(ground, ally, issuer) : 0;
}

/** Share of a line's output open to a customer, 0 to 1, and the laws that close the rest. */
export function accessTo(ground: FullGround, line: Line, customer: string): { share: number; laws: Cause[] } {
  const bloc = blocOf(ground, customer);
  if (line.bloc === bloc) return { share: 1, laws: [] };
  let share = 1;
  const laws: Cause[] = [];
  if (line.input === 'memory') {
    const { force, laws: found } = leverForce(ground, bloc, 'memory');
    share *= 1 - force;
    for (const law of found) laws.push({ kind: 'law', id: law.id, by: law.by });
  }
  for (const law of lawsAgainst(ground, customer, 'entity')) {
    const force = obedienceTo(ground, line, law.bloc, bloc);
    if (force === 0) continue;
    share *= 1 - force;
    laws.push({ kind: 'law', id: law.id, by: law.by });
  }
  return { share: clamp(share, 0, 1), laws };
}

/** Splits every line of an input among its customers: reserved units first, then pro rata to what they want. */
export function drawFrom(ground: FullGround, input: Input, wants: Readonly<Record<string, number>>): Record<string, Draw> {
  const draws: Record<string, Draw> = {};
  for (const id of Object.keys(wants).sort()) draws[id] = { units: 0, asked: [], cuts: [] };
  for (const line of linesByInput(ground.ruleset.lines, input)) {
    if (ground.state.lines[line.id] === undefined) continue;
    const customers = line.customers.filter((id) => (wants[id] ?? 0) > (draws[id]?.units ?? 0)).sort();
    if (customers.length === 0) continue;
    const access = customers.map((id) => accessTo(ground, line, id));
    const output = lineOutput(ground, line);
    const wished = customers.map((id) => (wants[id] ?? 0) - (draws[id]?.units ?? 0));
    // A law that is half obeyed lets through half of what its target asks for, however large the line is.
    const open = customers.map((_, index) => floorInt(Math.min(wished[index] ?? 0, output) * (access[index]?.share ?? 1)));
    const reserved = fillProRata(
      output,
      customers.map((id, index) => Math.min(open[index] ?? 0, reservedUnits(ground, id, input))),
    );
    let left = output;
    for (const units of reserved) left -= units;
    const rest = fillProRata(
      left,
      open.map((units, index) => units - (reserved[index] ?? 0)),
    );
    customers.forEach((id, index) => {
      const target = draws[id];
      if (target === undefined) return;
      target.asked.push({ line, units: floorInt((wished[index] ?? 0) * (access[index]?.share ?? 1)) });
      target.units += (reserved[index] ?? 0) + (rest[index] ?? 0);
      const lost = floorInt(Math.min(wants[id] ?? 0, output) * (1 - (access[index]?.share ?? 1)));
      if (lost > 0) target.cuts.push(...(access[index]?.laws ?? []).map((law) => ({ ...law, amount: -lost })));
    });
  }
  return draws;
}

function reservedUnits(ground: FullGround, actor: string, input: Input): number {
  let units = 0;
  for (const reservation of ground.state.actors[actor]?.own.reservations ?? [])
    if (reservation.input === input) units += reservation.units;
  return units;
}

/** Factor on a maker's packages from stopped minerals, with the laws behind it. */
export function mineralFactor(ground: FullGround, maker: string): { factor: number; laws: Cause[] } {
  const { force, laws } = leverForce(ground, blocOf(ground, maker), 'minerals');
  return { factor: 1 - force, laws: laws.map((law) => ({ kind: 'law' as const, id: law.id, by: law.by })) };
}
