/** Research: start a programme for one technology. */
import { z } from 'zod';
import type { Tech } from '../../ruleset/schema/technology.ts';
import { sortedKeys } from '../../util/ids.ts';
import { pay, spendCapital } from '../accounts.ts';
import { experimentsPermille } from '../compute.ts';
import { byEntry, byOrder, record } from '../entries.ts';
import { actorOf, hasCapital, isLab, ownOf, parameterOf } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { knowsTech, mayResearch, missingNeeds, publishersOf, researchPrice, techsFor } from '../research.ts';
import { own } from '../turn.ts';
import { idField, named, no, worded } from './reject.ts';

const schema = z.strictObject({
  kind: z.literal('research'),
  tech: idField,
  effort: z.enum(['steady', 'full']).default('steady'),
});
export type ResearchOrder = z.infer<typeof schema>;

/** Share of compute that full effort binds, per mille. */
const FULL_EFFORT_PERMILLE = 200;

/** Programmes that the draft starts before this one. */
const startedBefore = (known: Known): ResearchOrder[] =>
  (known.drafted ?? []).filter((order): order is ResearchOrder => order.kind === 'research');
/** Share of compute that they bind, per mille. */
const boundBy = (started: readonly ResearchOrder[]): number =>
  FULL_EFFORT_PERMILLE * started.filter((order) => order.effort === 'full').length;

const techOf = (known: Known, order: ResearchOrder): Tech | undefined => known.ruleset.techs[order.tech];

/** Technologies that the seat may start now. */
export function startable(known: Known): Tech[] {
  const own = ownOf(known);
  return techsFor(known, known.seat).filter(
    (tech) =>
      !knowsTech(known, known.seat, tech.id) &&
      own.programmes[tech.id] === undefined &&
      tech.requires.every((need) => knowsTech(known, known.seat, need)),
  );
}

export const research: OrderKind<ResearchOrder> = {
  kind: 'research',
  schema,
  phase: 'research',
  fields: [
    { name: 'tech', type: 'choice', options: (known) => named(startable(known).map((tech) => tech.id)) },
    {
      name: 'effort',
      type: 'choice',
      options: (known) => worded(isLab(known, known.seat) ? ['steady', 'full'] : ['steady'], (word) => `word.effort.${word}`),
    },
  ],
  check: (known, order) => {
    const tech = techOf(known, order);
    const own = ownOf(known);
    const started = startedBefore(known);
    if (tech === undefined) return no('reject.unknown-tech', {}, 'tech');
    if (!mayResearch(known, known.seat, tech)) return no('reject.research.role', { tech: tech.id }, 'tech');
    if (knowsTech(known, known.seat, tech.id)) return no('reject.research.known', { tech: tech.id }, 'tech');
    if (own.programmes[tech.id] !== undefined) return no('reject.research.running', { tech: tech.id }, 'tech');
    const missing = missingNeeds(known, known.seat, tech)[0];
    if (missing !== undefined) return no('reject.research.needs', { tech: tech.id, needs: missing }, 'tech');
    const most = parameterOf(known, 'programmes-at-once');
    if (sortedKeys(own.programmes).length + started.length >= most) return no('reject.research.full', { most });
    if (
      order.effort === 'full' &&
      experimentsPermille(own) + (own.run?.sharePermille ?? 0) + boundBy(started) + FULL_EFFORT_PERMILLE > 1000
    )
      return no('reject.compute-share', {}, 'effort');
    return null;
  },
  cost: (known, order) => {
    const tech = techOf(known, order);
    if (tech === undefined) return { kusd: 0, capital: 0, talent: 0 };
    return {
      kusd: researchPrice(known, known.seat, tech).kusd,
      capital: hasCapital(known, known.seat) ? tech.capital : 0,
      talent: hasCapital(known, known.seat) ? 0 : tech.talent,
    };
  },
  summary: (known, order) => ({
    id: 'order.research.summary',
    params: { tech: order.tech, turns: techOf(known, order)?.durationTurns ?? 1, effort: `word.effort.${order.effort}` },
  }),
  candidates: (known) => {
    const own = ownOf(known);
    // Experiments pay where a programme runs for turns, and nothing else binds the compute.
    const idle =
      isLab(known, known.seat) && experimentsPermille(own) === 0 && (own.run?.sharePermille ?? 0) + FULL_EFFORT_PERMILLE <= 1000;
    return startable(known).map((tech) => ({
      kind: 'research' as const,
      tech: tech.id,
      effort: idle && tech.durationTurns > 1 ? ('full' as const) : ('steady' as const),
    }));
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const tech = turn.ruleset.techs[order.tech];
      const owner = own(turn, seat);
      if (tech === undefined || owner.programmes[tech.id] !== undefined) continue;
      const { kusd, parts } = researchPrice(turn, seat, tech);
      const discount = parts.filter((part) => part.rule === 'rule.price.commons').reduce((sum, part) => sum - part.kusd, 0);
      const capital = hasCapital(turn, seat) ? tech.capital : 0;
      owner.programmes[tech.id] = {
        startedTurn: turn.state.turn,
        donePermille: 0,
        paidKusd: kusd,
        talent: hasCapital(turn, seat) ? 0 : tech.talent,
        computePermille: order.effort === 'full' ? FULL_EFFORT_PERMILLE : 0,
      };
      spendCapital(turn, seat, capital, [byOrder(ref, seat)], [seat]);
      const entry = pay(turn, `actor:${seat}`, 'world:research', kusd, [
        byOrder(ref, seat),
        ...parts.map((part) => ({ kind: 'rule' as const, id: part.rule, amount: part.kusd })),
      ]);
      record(turn, {
        topic: 'programme',
        subject: seat,
        unit: 'programmes',
        before: 0,
        after: 1,
        item: tech.id,
        causes: [byOrder(ref, seat), ...byEntry(entry)],
        line: { id: 'report.research.started', params: { actor: seat, tech: tech.id, paidKusd: kusd } },
        audience: [seat],
        weight: 4,
      });
      // Those who published a technique get a part of what others save by it, in work sent back.
      const publishers = publishersOf(turn, tech.id).filter((id) => id !== seat && actorOf(turn, id).own !== undefined);
      for (const publisher of publishers) {
        pay(
          turn,
          'world:community',
          `actor:${publisher}`,
          Math.floor((discount * parameterOf(turn, 'publisher-share')) / publishers.length),
          [{ kind: 'tech', id: tech.id, by: publisher }],
        );
      }
    }
  },
};
