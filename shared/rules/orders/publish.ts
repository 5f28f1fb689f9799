/** Publish: give a technique of one's own to the commons. */
import { z } from 'zod';
import { sortedKeys } from '../../util/ids.ts';
import { byOrder, record } from '../entries.ts';
import { blocOf, hasCapital, ownOf, parameterOf } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { addOpenness, addToCommons } from '../phases/release.ts';
import { publishersOf } from '../research.ts';
import { open } from '../turn.ts';
import { idField, named, no } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('publish'), tech: idField });
export type PublishOrder = z.infer<typeof schema>;

const publishable = (known: Known): string[] =>
  sortedKeys(ownOf(known).techs).filter(
    (tech) => known.ruleset.techs[tech]?.mark !== 'start' && !publishersOf(known, tech).includes(known.seat),
  );

export const publish: OrderKind<PublishOrder> = {
  kind: 'publish',
  schema,
  phase: 'release',
  fields: [{ name: 'tech', type: 'choice', options: (known) => named(publishable(known)) }],
  check: (known, order) => {
    if (known.ruleset.systems['open-source'] === false) return no('reject.open-source.off');
    if (ownOf(known).techs[order.tech] === undefined) return no('reject.publish.not-known', { tech: order.tech }, 'tech');
    return publishable(known).includes(order.tech) ? null : no('reject.publish.done', { tech: order.tech }, 'tech');
  },
  cost: () => ({ kusd: 0, capital: 0, talent: 0 }),
  summary: (_known, order) => ({ id: 'order.publish.summary', params: { tech: order.tech } }),
  candidates: (known) =>
    hasCapital(known, known.seat) || known.ruleset.systems['open-source'] === false
      ? []
      : publishable(known).map((tech) => ({ kind: 'publish' as const, tech })),
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      addToCommons(turn, order.tech, seat);
      const gained = addOpenness(turn, blocOf(turn, seat), parameterOf(turn, 'commons-per-paper'));
      open(turn, seat).trust = Math.min(100, open(turn, seat).trust + 1);
      open(turn, seat).lastReleaseTurn = turn.state.turn;
      record(turn, {
        topic: 'commons',
        subject: blocOf(turn, seat),
        unit: 'points',
        amount: gained,
        item: order.tech,
        causes: [byOrder(ref, seat, gained)],
        line: { id: 'report.published', params: { actor: seat, tech: order.tech } },
        places: [turn.ruleset.actors[seat]?.home ?? ''],
        weight: 6,
      });
    }
  },
};
