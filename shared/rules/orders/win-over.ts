/** Win over: court an ally with a favour or with money; courted by two sides, the effect cancels. */
import { z } from 'zod';
import { clamp } from '../../util/exact-math.ts';
import { contentKeys } from '../../util/ids.ts';
import { pay, spendCapital } from '../accounts.ts';
import { byOrder, record } from '../entries.ts';
import { blocOf, hasCapital, parameterOf } from '../know.ts';
import type { OrderKind } from '../order-kind.ts';
import { idField, named, no, worded } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('win-over'), ally: idField, favour: z.enum(['capital', 'money']) });
export type WinOverOrder = z.infer<typeof schema>;

export const winOver: OrderKind<WinOverOrder> = {
  kind: 'win-over',
  schema,
  phase: 'state',
  fields: [
    { name: 'ally', type: 'choice', options: (known) => named([...contentKeys(known.ruleset.allies)]) },
    { name: 'favour', type: 'choice', options: () => worded(['capital', 'money'], (word) => `word.favour.${word}`) },
  ],
  check: (known, order) => {
    if (known.ruleset.systems.diplomacy === false) return no('reject.diplomacy.off');
    if (known.ruleset.allies[order.ally] === undefined) return no('reject.win-over.ally', {}, 'ally');
    return (known.state.alignment[order.ally]?.[blocOf(known, known.seat)] ?? 0) >= 100
      ? no('reject.win-over.full', { ally: order.ally }, 'ally')
      : null;
  },
  cost: (known, order) =>
    order.favour === 'capital'
      ? { kusd: 0, capital: parameterOf(known, 'favour-capital'), talent: 0 }
      : { kusd: parameterOf(known, 'favour-kusd'), capital: 0, talent: 0 },
  summary: (_known, order) => ({
    id: 'order.win-over.summary',
    params: { ally: order.ally, favour: `word.favour.${order.favour}` },
  }),
  candidates: (known) => {
    if (!hasCapital(known, known.seat) || known.ruleset.systems.diplomacy === false) return [];
    return contentKeys(known.ruleset.allies)
      .filter((ally) => (known.state.alignment[ally]?.[blocOf(known, known.seat)] ?? 0) < 95)
      .flatMap((ally) => (['capital', 'money'] as const).map((favour) => ({ kind: 'win-over' as const, ally, favour })));
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      if (order.favour === 'capital') spendCapital(turn, seat, parameterOf(turn, 'favour-capital'), [byOrder(ref, seat)]);
      else pay(turn, `actor:${seat}`, 'world:allies', parameterOf(turn, 'favour-kusd'), [byOrder(ref, seat)]);
      const rivals = given.filter((other) => other.order.ally === order.ally && blocOf(turn, other.seat) !== blocOf(turn, seat));
      const byBloc = turn.state.alignment[order.ally] ?? {};
      const bloc = blocOf(turn, seat);
      const before = byBloc[bloc] ?? 0;
      const gain = rivals.length > 0 ? 0 : parameterOf(turn, 'favour-gain');
      byBloc[bloc] = clamp(before + gain, 0, 100);
      turn.state.alignment[order.ally] = byBloc;
      record(turn, {
        topic: 'alignment',
        subject: order.ally,
        unit: 'points',
        before,
        after: byBloc[bloc] ?? 0,
        causes: [byOrder(ref, seat)],
        line: {
          id: rivals.length > 0 ? 'report.win-over.cancelled' : 'report.win-over',
          params: { government: seat, ally: order.ally, before, after: byBloc[bloc] ?? 0 },
        },
        places: [turn.ruleset.allies[order.ally]?.site ?? ''],
        weight: 5,
      });
    }
  },
};
