/** Study: learn an estimate of something that a rival keeps secret; some of it is noticed. */
import { z } from 'zod';
import { roundHalfUp } from '../../util/exact-math.ts';
import { sortedKeys } from '../../util/ids.ts';
import { pay, spendCapital } from '../accounts.ts';
import { efficiencyMilli } from '../capability.ts';
import { byOrder, record } from '../entries.ts';
import { hasCapital, isLab, isMaker, parameterOf } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { luck, own, type Turn } from '../turn.ts';
import { idField, named, no, worded } from './reject.ts';

export const TOPICS = ['compute', 'cash', 'training', 'talent', 'stock'] as const;
const schema = z.strictObject({ kind: z.literal('study'), target: idField, topic: z.enum(TOPICS) });
export type StudyOrder = z.infer<typeof schema>;

const others = (known: Known): string[] => sortedKeys(known.state.actors).filter((id) => id !== known.seat);

/** The secret itself. */
function truth(turn: Turn, target: string, topic: StudyOrder['topic']): number {
  const secret = own(turn, target);
  if (topic === 'compute') return secret.trainMilliH100e;
  if (topic === 'cash') return secret.cashKusd;
  if (topic === 'talent') return secret.talent;
  if (topic === 'training') return isLab(turn, target) ? efficiencyMilli(turn, target) : secret.softwarePermille;
  let units = 0;
  for (const chip of sortedKeys(secret.inventory)) units += secret.inventory[chip] ?? 0;
  return units;
}

export const study: OrderKind<StudyOrder> = {
  kind: 'study',
  schema,
  phase: 'research',
  fields: [
    { name: 'target', type: 'choice', options: (known) => named(others(known)) },
    { name: 'topic', type: 'choice', options: () => worded(TOPICS, (word) => `word.topic.${word}`) },
  ],
  check: (known, order) => {
    if (!others(known).includes(order.target)) return no('reject.unknown-actor', { actor: order.target }, 'target');
    return known.ruleset.systems['hidden-information'] === false ? no('reject.study.open') : null;
  },
  cost: (known) =>
    hasCapital(known, known.seat)
      ? { kusd: 0, capital: 1, talent: 0 }
      : { kusd: parameterOf(known, 'study-kusd'), capital: 0, talent: 0 },
  summary: (_known, order) => ({
    id: 'order.study.summary',
    params: { target: order.target, topic: `word.topic.${order.topic}` },
  }),
  candidates: (known) =>
    others(known).flatMap((target) =>
      (isLab(known, target)
        ? ['training' as const, 'compute' as const]
        : isMaker(known, target)
          ? ['stock' as const]
          : ['cash' as const]
      ).map((topic) => ({ kind: 'study' as const, target, topic })),
    ),
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      if (hasCapital(turn, seat)) spendCapital(turn, seat, 1, [byOrder(ref, seat)], [seat]);
      else pay(turn, `actor:${seat}`, 'world:research', parameterOf(turn, 'study-kusd'), [byOrder(ref, seat)]);
      const value = truth(turn, order.target, order.topic);
      // Drawn once for viewer and value, so that asking again in the same turn tells nothing more.
      const spread = parameterOf(turn, 'study-spread');
      const centre = value * (1 + spread * (2 * luck(turn, 'study', seat, order.target, order.topic) - 1));
      // Every value that could have been drawn to this centre, so that the truth is always among them.
      const low = roundHalfUp(centre / (1 + spread));
      const high = roundHalfUp(centre / (1 - spread));
      own(turn, seat).intel[`${order.target}/${order.topic}`] = {
        target: order.target,
        topic: order.topic,
        low: Math.min(low, high),
        high: Math.max(low, high),
        turn: turn.state.turn,
        untilTurn: turn.state.turn + 2,
      };
      record(turn, {
        topic: 'intel',
        subject: order.target,
        unit: order.topic,
        amount: 0,
        causes: [byOrder(ref, seat)],
        line: { id: 'report.study', params: { actor: seat, target: order.target, topic: `word.topic.${order.topic}` } },
        audience: [seat],
        weight: 5,
      });
      if (luck(turn, 'noticed', seat, order.target) < parameterOf(turn, 'study-noticed')) {
        record(turn, {
          topic: 'intel',
          subject: order.target,
          unit: 'cases',
          amount: 1,
          causes: [byOrder(ref, seat)],
          line: { id: 'report.study.noticed', params: { actor: seat, target: order.target } },
          audience: [order.target, seat],
          weight: 5,
        });
      }
    }
  },
};
