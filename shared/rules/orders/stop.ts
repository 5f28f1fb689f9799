/** Stop: end what stands (a programme, a run, a law, a lease, a set-aside). Takes no slot and costs nothing. */
import { z } from 'zod';
import { CONTROL_LEVERS, RETALIATION_LEVERS } from '../../ruleset/catalogue.ts';
import { floorInt } from '../../util/exact-math.ts';
import { sortedEntries, sortedKeys } from '../../util/ids.ts';
import { byOrder, record } from '../entries.ts';
import { ownOf, parameterOf } from '../know.ts';
import { withdrawLaw } from '../law-making.ts';
import { inForce } from '../levers.ts';
import type { Known, Option, OrderKind } from '../order-kind.ts';
import { open, own } from '../turn.ts';
import { no } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('stop'), what: z.string().max(200) });
export type StopOrder = z.infer<typeof schema>;

/** What the seat could stop, as `kind|id` values. */
export function stoppable(known: Known): Option[] {
  const owner = ownOf(known);
  const list: Option[] = sortedKeys(owner.programmes).map((tech) => ({
    value: `programme|${tech}`,
    label: { id: 'word.stop.programme', params: { tech } },
  }));
  if (owner.run !== null)
    list.push({ value: `run|${owner.run.id}`, label: { id: 'word.stop.run', params: { name: owner.run.name } } });
  for (const [id, law] of sortedEntries(known.state.laws))
    if (law.by === known.seat) list.push({ value: `law|${id}`, label: { id: 'word.stop.law', params: { law: law.law } } });
  owner.rentals.forEach((rental, index) => {
    if (rental.site !== null)
      list.push({ value: `rental|${index}`, label: { id: 'word.stop.rental', params: { site: rental.site } } });
  });
  for (const [chip, byTarget] of sortedEntries(known.state.actors[known.seat]?.open.setAside ?? {})) {
    for (const target of sortedKeys(byTarget))
      list.push({ value: `aside|${chip}|${target}`, label: { id: 'word.stop.aside', params: { chip, target } } });
  }
  return list;
}

export const stop: OrderKind<StopOrder> = {
  kind: 'stop',
  schema,
  phase: 'state',
  fields: [{ name: 'what', type: 'choice', options: stoppable }],
  check: (known, order) =>
    stoppable(known).some((option) => option.value === order.what) ? null : no('reject.stop.nothing', {}, 'what'),
  cost: () => ({ kusd: 0, capital: 0, talent: 0 }),
  summary: (known, order) =>
    stoppable(known).find((option) => option.value === order.what)?.label ?? { id: 'order.stop.summary', params: {} },
  candidates: (known) => stoppable(known).map((option) => ({ kind: 'stop' as const, what: option.value })),
  resolve: (turn, given) => {
    // Leases are named by place in the list: found before any ends, so that places stay valid.
    const leases = new Map(given.map(({ seat, order, ref }) => [ref, own(turn, seat).rentals[Number(order.what.split('|')[1])]]));
    for (const { seat, order, ref } of given) {
      const [kind, first = '', second = ''] = order.what.split('|');
      const owner = own(turn, seat);
      if (kind === 'programme') delete owner.programmes[first];
      else if (kind === 'run') owner.run = null;
      else if (kind === 'rental') owner.rentals = owner.rentals.filter((rental) => rental !== leases.get(ref));
      else if (kind === 'aside') delete open(turn, seat).setAside[first]?.[second];
      else if (kind === 'law') {
        const law = turn.state.laws[first];
        if (law === undefined || law.by !== seat) continue;
        const bit = inForce(turn.state, law);
        withdrawLaw(turn, law);
        // Withdrawing before it bites is free: a threat to trade. Lifting what hurts a rival calms.
        if (bit && (CONTROL_LEVERS.includes(law.lever) || RETALIATION_LEVERS.includes(law.lever)))
          turn.scratch.escalation.push({
            by: null,
            points: -floorInt(parameterOf(turn, 'lift-calm')),
            cause: byOrder(ref, seat),
          });
        record(turn, {
          topic: 'law',
          subject: law.target,
          unit: 'laws',
          before: 1,
          after: 0,
          item: first,
          causes: [byOrder(ref, seat)],
          line: { id: bit ? 'report.law.lifted' : 'report.law.withdrawn', params: { law: law.law, by: seat } },
          weight: 8,
        });
        continue;
      }
      record(turn, {
        topic: 'stop',
        subject: seat,
        unit: 'orders',
        amount: 1,
        causes: [byOrder(ref, seat)],
        line: { id: 'report.stopped', params: { actor: seat } },
        audience: [seat],
        weight: 2,
      });
    }
  },
};
