/** Hire: researchers from the free pool, or poached from a rival at twice the price. */
import { z } from 'zod';
import { clamp, floorInt } from '../../util/exact-math.ts';
import { sortedKeys, sortedValues } from '../../util/ids.ts';
import { pay } from '../accounts.ts';
import { byEntry, byOrder, record } from '../entries.ts';
import { blocOf, hasCapital, isLab, ownOf, parameterOf } from '../know.ts';
import { isTotal, lawsAgainst, leverForce } from '../levers.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { breakPromises } from '../phases/deals.ts';
import { own, type Turn } from '../turn.ts';
import { countField, no, say } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('hire'), people: countField(5000), source: z.string().max(80) });
export type HireOrder = z.infer<typeof schema>;
/** Source of people whom nobody employs. */
export const POOL = 'pool';

const rivals = (known: Known): string[] =>
  sortedKeys(known.state.actors).filter((id) => id !== known.seat && !hasCapital(known, id));
const priceKusd = (known: Pick<Known, 'ruleset' | 'state'>, order: HireOrder): number =>
  order.people * parameterOf(known, 'hire-kusd') * (order.source === POOL ? 1 : 2);

/** A talent wall keeps the bloc's firms from hiring over it. */
const walled = (known: Known, source: string): boolean =>
  source !== POOL &&
  blocOf(known, source) !== blocOf(known, known.seat) &&
  lawsAgainst(known, blocOf(known, known.seat), 'talent').some((law) => law.bloc === blocOf(known, source) && isTotal(law));

/** Part of the researchers across a wall who can still be won. */
const overWall = (turn: Turn, seat: string, source: string): number =>
  blocOf(turn, seat) === blocOf(turn, source) ? 1 : 1 - leverForce(turn, blocOf(turn, seat), 'talent').force;

export const hire: OrderKind<HireOrder> = {
  kind: 'hire',
  schema,
  phase: 'money',
  fields: [
    {
      name: 'source',
      type: 'choice',
      options: (known) => [
        { value: POOL, label: { id: 'word.pool', params: {} } },
        ...rivals(known).map((id) => ({ value: id, label: { id: 'word.named', params: { name: id } } })),
      ],
    },
    {
      name: 'people',
      type: 'number',
      unit: 'people',
      limits: (known) => ({
        min: 1,
        max: Math.max(1, known.state.freeTalent),
        step: 5,
        suggested: clamp(floorInt(ownOf(known).talent / 10), 5, 60),
      }),
    },
  ],
  check: (known, order) => {
    if (order.source === POOL)
      return order.people > known.state.freeTalent ? no('reject.hire.pool', { free: known.state.freeTalent }, 'people') : null;
    if (!rivals(known).includes(order.source)) return no('reject.hire.source', {}, 'source');
    if (walled(known, order.source)) return no('reject.hire.wall', { source: order.source }, 'source');
    return order.people > ownOf(known).talent ? no('reject.hire.many', { most: ownOf(known).talent }, 'people') : null;
  },
  cost: (known, order) => ({ kusd: priceKusd(known, order), capital: 0, talent: 0 }),
  // Poaching itself is calm; a promise broken by it is not.
  provokes: (known, order) =>
    order.source !== POOL &&
    sortedValues(known.state.deals).some((deal) =>
      deal.terms.some((term) => term.term === 'promise' && term.from === known.seat && term.conduct === 'no-poaching'),
    ),
  summary: (_known, order) =>
    order.source === POOL
      ? say('order.hire.summary', { people: order.people })
      : say('order.hire.poach', { people: order.people, source: order.source }),
  candidates: (known) => {
    const talent = ownOf(known).talent;
    const few = clamp(floorInt(talent / 8), 5, 80);
    const list: HireOrder[] = known.state.freeTalent >= few ? [{ kind: 'hire', people: few, source: POOL }] : [];
    for (const rival of rivals(known))
      if (isLab(known, rival) && !walled(known, rival))
        list.push({ kind: 'hire', people: clamp(floorInt(talent / 20), 3, 20), source: rival });
    return list;
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const fromPool = order.source === POOL;
      const most = fromPool
        ? turn.state.freeTalent
        : floorInt(own(turn, order.source).talent * parameterOf(turn, 'poach-most-share') * overWall(turn, seat, order.source));
      const people = Math.min(order.people, most);
      if (people <= 0) {
        record(turn, {
          topic: 'talent',
          subject: seat,
          unit: 'people',
          amount: 0,
          before: order.people,
          after: 0,
          causes: [byOrder(ref, seat)],
          line: { id: 'report.hire.none', params: { actor: seat } },
          audience: [seat],
          weight: 3,
        });
        continue;
      }
      if (fromPool) turn.state.freeTalent -= people;
      else {
        own(turn, order.source).talent -= people;
        breakPromises(turn, seat, 'no-poaching', order.source);
      }
      own(turn, seat).talentArriving += people;
      const entry = pay(turn, `actor:${seat}`, 'world:staff', people * parameterOf(turn, 'hire-kusd') * (fromPool ? 1 : 2), [
        byOrder(ref, seat),
      ]);
      record(turn, {
        topic: 'talent',
        subject: fromPool ? seat : order.source,
        unit: 'people',
        amount: fromPool ? people : -people,
        causes: [byOrder(ref, seat), ...byEntry(entry)],
        line: fromPool
          ? say('report.hire', { actor: seat, people })
          : say('report.poached', { actor: seat, people, source: order.source }),
        audience: fromPool ? [seat] : [seat, order.source],
        weight: fromPool ? 3 : 5,
      });
    }
  },
};
