/** Reserve: pay ahead for dies, memory or packaging, and so let the lines expand; others queue. */
import { z } from 'zod';
import { clamp, floorInt } from '../../util/exact-math.ts';
import { contentKeys } from '../../util/ids.ts';
import { pay } from '../accounts.ts';
import { byEntry, byOrder, record } from '../entries.ts';
import { hasCapital, ownOf, parameterOf } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { own } from '../turn.ts';
import { countField, no, worded } from './reject.ts';

export const INPUTS = ['logic', 'memory', 'packaging'] as const;
const schema = z.strictObject({ kind: z.literal('reserve'), input: z.enum(INPUTS), units: countField(10_000_000) });
export type ReserveOrder = z.infer<typeof schema>;

const TURNS = 8;

/** Lines from which the seat may draw an input. */
const linesFor = (known: Pick<Known, 'ruleset'>, seat: string, input: string): string[] =>
  contentKeys(known.ruleset.lines).filter(
    (id) => known.ruleset.lines[id]?.input === input && known.ruleset.lines[id]?.customers.includes(seat) === true,
  );

/** What a line gives a turn, in dies, stacks or packages, before technologies. */
function outputOf(ground: Pick<Known, 'ruleset' | 'state'>, id: string): number {
  const line = ground.ruleset.lines[id];
  const state = ground.state.lines[id];
  if (line === undefined || state === undefined) return 0;
  return (state.units * line.diesPerWafer * (line.input === 'logic' ? state.yieldPermille : 1000)) / 1000;
}

/** At most half of what the lines that the seat can see give a turn. */
function mostUnits(known: Known, input: string): number {
  let units = 0;
  for (const id of linesFor(known, known.seat, input)) units += outputOf(known, id);
  return floorInt(units / 2);
}

export const reserve: OrderKind<ReserveOrder> = {
  kind: 'reserve',
  schema,
  phase: 'fabs',
  fields: [
    { name: 'input', type: 'choice', options: () => worded(INPUTS, (word) => `word.input.${word}`) },
    {
      name: 'units',
      type: 'number',
      unit: 'units',
      limits: (known, filled) => ({
        min: 1,
        max: Math.max(1, mostUnits(known, String(filled.input))),
        step: 100,
        suggested: Math.max(1, floorInt(mostUnits(known, String(filled.input)) / 3)),
      }),
    },
  ],
  check: (known, order) => {
    if (linesFor(known, known.seat, order.input).length === 0)
      return no('reject.reserve.no-line', { input: `word.input.${order.input}` }, 'input');
    if (ownOf(known).reservations.some((item) => item.input === order.input))
      return no('reject.reserve.standing', { input: `word.input.${order.input}` }, 'input');
    const most = mostUnits(known, order.input);
    return order.units > most ? no('reject.reserve.most', { most }, 'units') : null;
  },
  cost: (known, order) => ({ kusd: Math.ceil(order.units * parameterOf(known, 'reserve-kusd-per-unit')), capital: 0, talent: 0 }),
  summary: (_known, order) => ({
    id: 'order.reserve.summary',
    params: { units: order.units, input: `word.input.${order.input}` },
  }),
  candidates: (known) => {
    if (hasCapital(known, known.seat)) return [];
    return INPUTS.filter(
      (input) => linesFor(known, known.seat, input).length > 0 && !ownOf(known).reservations.some((item) => item.input === input),
    )
      .map((input) => ({ kind: 'reserve' as const, input, units: floorInt(mostUnits(known, input) / 3) }))
      .filter((order) => order.units > 0);
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      own(turn, seat).reservations.push({ input: order.input, units: order.units, untilTurn: turn.state.turn + TURNS });
      const entry = pay(
        turn,
        `actor:${seat}`,
        'world:suppliers',
        Math.ceil(order.units * parameterOf(turn, 'reserve-kusd-per-unit')),
        [byOrder(ref, seat)],
      );
      const lines = linesFor(turn, seat, order.input);
      const outputs = lines.map((id) => outputOf(turn, id));
      const output = outputs.reduce((sum, units) => sum + units, 0);
      for (const [index, id] of lines.entries()) {
        const line = turn.ruleset.lines[id];
        const state = turn.state.lines[id];
        if (line === undefined || state === undefined) continue;
        // Money down lets the owners build: each line grows by a part of what is reserved there.
        const reserved = (order.units * (outputs[index] ?? 0)) / Math.max(1, output);
        const grown = clamp(
          floorInt((reserved / Math.max(1, line.diesPerWafer)) * parameterOf(turn, 'reserve-expansion')),
          0,
          Math.max(0, line.maxUnits - state.units),
        );
        state.units += grown;
      }
      record(turn, {
        topic: 'reservation',
        subject: seat,
        unit: order.input,
        amount: order.units,
        causes: [byOrder(ref, seat), ...byEntry(entry)],
        line: { id: 'report.reserved', params: { actor: seat, units: order.units, input: `word.input.${order.input}` } },
        weight: 4,
      });
    }
  },
};
