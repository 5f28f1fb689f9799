/** Software: engineers work on the stack of one's own chips, or sit with a buyer so that its clusters work better. */
import { z } from 'zod';
import { clamp } from '../../util/exact-math.ts';
import { pay } from '../accounts.ts';
import { byEntry, byOrder, record } from '../entries.ts';
import { isMaker, labsOf, ownOf, parameterOf } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { own } from '../turn.ts';
import { no, say } from './reject.ts';

const STACK = 'stack';
const schema = z.strictObject({ kind: z.literal('software'), work: z.string().max(80) });
export type SoftwareOrder = z.infer<typeof schema>;

export const software: OrderKind<SoftwareOrder> = {
  kind: 'software',
  schema,
  phase: 'fabs',
  fields: [
    {
      name: 'work',
      type: 'choice',
      options: (known) => [
        { value: STACK, label: { id: 'word.stack', params: {} } },
        ...labsOf(known).map((id) => ({ value: id, label: { id: 'word.named', params: { name: id } } })),
      ],
    },
  ],
  check: (known, order) => {
    if (order.work === STACK) return ownOf(known).softwarePermille >= 1000 ? no('reject.software.mature') : null;
    return labsOf(known).includes(order.work) ? null : no('reject.unknown-actor', { actor: order.work }, 'work');
  },
  cost: (known) => ({ kusd: parameterOf(known, 'engineers-kusd'), capital: 0, talent: 10 }),
  summary: (_known, order) =>
    order.work === STACK ? say('order.software.stack') : say('order.software.summary', { buyer: order.work }),
  candidates: (known: Known) => {
    if (!isMaker(known, known.seat)) return [];
    const list: SoftwareOrder[] = ownOf(known).softwarePermille < 1000 ? [{ kind: 'software', work: STACK }] : [];
    for (const lab of labsOf(known)) list.push({ kind: 'software', work: lab });
    return list;
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const entry = pay(turn, `actor:${seat}`, 'world:staff', parameterOf(turn, 'engineers-kusd'), [byOrder(ref, seat)]);
      const causes = [byOrder(ref, seat), ...byEntry(entry)];
      if (order.work !== STACK) {
        own(turn, order.work).engineers[seat] = turn.state.turn + 2;
        record(turn, {
          topic: 'software',
          subject: order.work,
          unit: 'permille',
          amount: Math.round(1000 * parameterOf(turn, 'engineers-gain')),
          causes,
          line: { id: 'report.engineers', params: { maker: seat, buyer: order.work } },
          audience: [seat, order.work],
          weight: 4,
        });
        continue;
      }
      const owner = own(turn, seat);
      const before = owner.softwarePermille;
      owner.softwarePermille = clamp(before + parameterOf(turn, 'stack-gain-permille'), 0, 1000);
      record(turn, {
        topic: 'software',
        subject: seat,
        unit: 'permille',
        before,
        after: owner.softwarePermille,
        causes,
        line: { id: 'report.stack', params: { maker: seat, beforePermille: before, afterPermille: owner.softwarePermille } },
        audience: [seat],
        weight: 4,
      });
    }
  },
};
