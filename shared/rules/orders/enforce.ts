/** Enforce: put officers at a place; each step costs capital every turn, finds more and shrinks the grey market. */
import { z } from 'zod';
import { contentKeys } from '../../util/ids.ts';
import { spendCapital } from '../accounts.ts';
import { byOrder, record } from '../entries.ts';
import { actorOf, hasCapital } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { open } from '../turn.ts';
import { idField, named, no } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('enforce'), site: idField, steps: z.int().min(0).max(5) });
export type EnforceOrder = z.infer<typeof schema>;

/** Where goods pass: ports and hubs. */
export const checkpoints = (known: Pick<Known, 'ruleset'>): string[] =>
  contentKeys(known.ruleset.sites).filter(
    (id) => known.ruleset.sites[id]?.kind === 'hub' || known.ruleset.sites[id]?.kind === 'port',
  );

export const enforce: OrderKind<EnforceOrder> = {
  kind: 'enforce',
  schema,
  phase: 'state',
  fields: [
    { name: 'site', type: 'choice', options: (known) => named(checkpoints(known)) },
    {
      name: 'steps',
      type: 'number',
      unit: 'steps',
      limits: (known, filled) => ({
        min: 0,
        max: 5,
        step: 1,
        suggested: Math.min(5, (actorOf(known, known.seat).open.enforcement[String(filled.site)] ?? 0) + 1),
      }),
    },
  ],
  check: (known, order) => {
    if (!checkpoints(known).includes(order.site)) return no('reject.enforce.site', {}, 'site');
    return (actorOf(known, known.seat).open.enforcement[order.site] ?? 0) === order.steps
      ? no('reject.enforce.same', {}, 'steps')
      : null;
  },
  cost: (known, order) => ({
    kusd: 0,
    capital: Math.max(0, order.steps - (actorOf(known, known.seat).open.enforcement[order.site] ?? 0)),
    talent: 0,
  }),
  summary: (_known, order) => ({ id: 'order.enforce.summary', params: { site: order.site, steps: order.steps } }),
  candidates: (known) => {
    if (!hasCapital(known, known.seat)) return [];
    const now = actorOf(known, known.seat).open.enforcement;
    return checkpoints(known)
      .filter((site) => (now[site] ?? 0) < 3)
      .map((site) => ({ kind: 'enforce' as const, site, steps: (now[site] ?? 0) + 1 }));
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const steps = open(turn, seat).enforcement;
      const before = steps[order.site] ?? 0;
      spendCapital(turn, seat, order.steps - before, [byOrder(ref, seat)]);
      steps[order.site] = order.steps;
      record(turn, {
        topic: 'enforcement',
        subject: seat,
        unit: 'steps',
        before,
        after: order.steps,
        causes: [byOrder(ref, seat)],
        line: { id: 'report.enforce', params: { government: seat, site: order.site, steps: order.steps } },
        places: [order.site],
        weight: 5,
      });
    }
  },
};
