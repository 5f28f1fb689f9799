/** Summit: talk to the rival. If both sides call one, escalation falls and a truce or an easing follows. */
import { z } from 'zod';
import { spendCapital } from '../accounts.ts';
import { byOrder, record } from '../entries.ts';
import { blocOf, governmentsOf, hasCapital, parameterOf, rivalBlocs } from '../know.ts';
import { inTruce } from '../law-making.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { idField, named, no, worded } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('summit'), with: idField, aim: z.enum(['truce', 'safety']) });
export type SummitOrder = z.infer<typeof schema>;

const hosts = (known: Known): string[] =>
  rivalBlocs(known, blocOf(known, known.seat)).flatMap((bloc) => governmentsOf(known, bloc));

export const summit: OrderKind<SummitOrder> = {
  kind: 'summit',
  schema,
  phase: 'state',
  fields: [
    { name: 'with', type: 'choice', options: (known) => named(hosts(known)) },
    { name: 'aim', type: 'choice', options: () => worded(['truce', 'safety'], (word) => `word.aim.${word}`) },
  ],
  check: (known, order) => {
    if (known.ruleset.systems.escalation === false || known.ruleset.systems.diplomacy === false)
      return no('reject.diplomacy.off');
    if (!hosts(known).includes(order.with)) return no('reject.summit.with', {}, 'with');
    return order.aim === 'truce' && inTruce(known, blocOf(known, known.seat), blocOf(known, order.with))
      ? no('reject.summit.truce', {}, 'aim')
      : null;
  },
  cost: (known) => ({ kusd: 0, capital: known.state.escalation >= 85 ? 0 : parameterOf(known, 'summit-capital'), talent: 0 }),
  summary: (_known, order) => ({ id: 'order.summit.summary', params: { with: order.with, aim: `word.aim.${order.aim}` } }),
  candidates: (known) =>
    hasCapital(known, known.seat)
      ? hosts(known)
          .flatMap((other) => (['truce', 'safety'] as const).map((aim) => ({ kind: 'summit' as const, with: other, aim })))
          .filter((order) => summit.check(known, order) === null)
      : [],
  resolve: (turn, given) => {
    const held = new Set<string>();
    for (const { seat, order, ref } of given) {
      const capital = turn.state.escalation >= 85 ? 0 : parameterOf(turn, 'summit-capital');
      spendCapital(turn, seat, capital, [byOrder(ref, seat)]);
      const answer = given.find((other) => other.seat === order.with && other.order.with === seat);
      const pair = [seat, order.with].sort().join('/');
      if (answer === undefined) {
        record(turn, {
          topic: 'summit',
          subject: seat,
          unit: 'summits',
          amount: 0,
          causes: [byOrder(ref, seat)],
          line: { id: 'report.summit.declined', params: { government: seat, with: order.with } },
          weight: 6,
        });
        turn.scratch.escalation.push({
          by: null,
          points: -parameterOf(turn, 'summit-one-sided-calm'),
          cause: byOrder(ref, seat),
        });
        continue;
      }
      if (held.has(pair)) continue;
      held.add(pair);
      const recent = turn.state.truces.length > 0 ? 0.5 : 1;
      turn.scratch.escalation.push({
        by: null,
        points: -Math.round(parameterOf(turn, 'summit-calm') * recent),
        cause: byOrder(ref, seat),
      });
      if (order.aim === 'truce' && answer.order.aim === 'truce')
        turn.state.truces.push({
          blocs: [blocOf(turn, seat), blocOf(turn, order.with)].sort(),
          untilTurn: turn.state.turn + parameterOf(turn, 'truce-turns'),
        });
      record(turn, {
        topic: 'summit',
        subject: seat,
        unit: 'summits',
        amount: 1,
        causes: [byOrder(ref, seat), byOrder(answer.ref, answer.seat)],
        line: {
          id: order.aim === 'truce' && answer.order.aim === 'truce' ? 'report.summit.truce' : 'report.summit',
          params: { government: seat, with: order.with },
        },
        weight: 9,
      });
    }
  },
};
