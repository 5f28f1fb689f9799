/**
 * Why chips were short, as entries that deliveries cite: what each supply line made and what was asked of it, which maker
 * asked for how much, and what buyers asked of the maker. Each is told to whom may know it: the output of a line to those
 * who see the line, what was asked of it to all where the line follows the market (its growth says so anyway), else to
 * its customers; what one maker asked for to that maker alone.
 */
import type { Line } from '../ruleset/schema/world.ts';
import type { Cause } from '../state/ledger.ts';
import { floorInt } from '../util/exact-math.ts';
import { barrierTo } from './demand.ts';
import { byEntry, byRule, record } from './entries.ts';
import { blocOf } from './know.ts';
import { type Draw, type Input, lineOutput } from './supply.ts';
import { addTo, type Turn } from './turn.ts';

/** Writes that a maker lacks an input, with its short lines and what buyers asked of it; returns the entry. */
export function writeShortage(turn: Turn, maker: string, input: Input, draws: Readonly<Record<string, Draw>>): string {
  if (turn.silent) return '';
  const lines = (draws[maker]?.asked ?? []).flatMap(({ line }) => shortLine(turn, line, input, draws));
  const asked = askedOf(turn, maker);
  return record(turn, {
    topic: 'shortage',
    subject: maker,
    unit: input,
    causes: [...lines, ...byEntry(asked), { ...byRule(`rule.short.${input}`), by: maker }],
    line: { id: 'report.shortage', params: { maker, input: `word.piece.${input}` } },
    audience: readersOf(turn, maker),
  });
}

/** Those who asked a maker for chips, and it. */
const readersOf = (turn: Turn, maker: string): string[] =>
  [
    ...new Set([
      maker,
      ...turn.scratch.bids.filter(({ chip, tier }) => chip.maker === maker && tier !== 'background').map(({ buyer }) => buyer),
    ]),
  ].sort();

/** What a line made and that more was asked for; empty where it had enough. Written once a turn for all its customers. */
function shortLine(turn: Turn, line: Line, input: Input, draws: Readonly<Record<string, Draw>>): Cause[] {
  const found = turn.scratch.shortLines.get(line.id);
  if (found !== undefined) return found;
  const made = lineOutput(turn, line);
  const asked = line.customers.flatMap((maker) =>
    (draws[maker]?.asked ?? []).filter((one) => one.line === line && one.units > 0).map(({ units }) => ({ maker, units })),
  );
  let wanted = 0;
  for (const { units } of asked) wanted += units;
  const causes = wanted > made ? writeShort(turn, line, input, made, wanted, asked) : [];
  turn.scratch.shortLines.set(line.id, causes);
  return causes;
}

function writeShort(
  turn: Turn,
  line: Line,
  input: Input,
  made: number,
  wanted: number,
  asked: readonly { maker: string; units: number }[],
): Cause[] {
  const about = { topic: 'shortage', subject: line.id, unit: input, places: [line.site] };
  const output = record(turn, {
    ...about,
    amount: made,
    line: { id: 'report.line.output', params: { line: line.id, madeCount: made, input: `word.piece.${input}` } },
    audience: line.bloc === null ? 'all' : turn.seats.filter((seat) => blocOf(turn, seat) === line.bloc),
  });
  const wishes = asked.map(({ maker, units }): Cause => {
    const id = record(turn, {
      ...about,
      subject: maker,
      amount: units,
      causes: byEntry(askedOf(turn, maker)),
      line: {
        id: 'report.line.asked',
        params: { maker, line: line.id, askedCount: units, input: `word.piece.${input}` },
      },
      audience: [maker],
    });
    return { kind: 'entry', id, amount: -units };
  });
  const short = record(turn, {
    ...about,
    before: wanted,
    after: made,
    causes: [{ kind: 'entry', id: output, amount: made }, ...wishes],
    line: {
      id: 'report.line.short',
      params: { line: line.id, askedCount: wanted, madeCount: made, input: `word.piece.${input}` },
    },
    audience: line.marketDriven ? 'all' : [...line.customers],
  });
  return [...byEntry(output), ...byEntry(short)];
}

/** What buyers who may have it asked of a maker, by bloc, in H100 equivalents as the map's flows count them. */
function askedOf(turn: Turn, maker: string): string {
  const found = turn.scratch.askedOf.get(maker);
  if (found !== undefined) return found;
  const byBloc: Record<string, number> = {};
  let asked = 0;
  for (const bid of turn.scratch.bids) {
    if (bid.chip.maker !== maker || barrierTo(turn, bid) !== null) continue;
    const milli = floorInt(bid.units * bid.chip.trainMilliH100e);
    addTo(byBloc, bid.bloc, milli);
    asked += milli;
  }
  const id = record(turn, {
    topic: 'shortage',
    subject: maker,
    unit: 'milliH100e',
    amount: asked,
    causes: Object.keys(byBloc)
      .sort()
      .map((bloc) => ({ kind: 'rule' as const, id: 'rule.asked', by: bloc, amount: byBloc[bloc] ?? 0 })),
    line: { id: 'report.chips.asked', params: { maker, askedMilliH100e: asked } },
    audience: readersOf(turn, maker),
  });
  turn.scratch.askedOf.set(maker, id);
  return id;
}
