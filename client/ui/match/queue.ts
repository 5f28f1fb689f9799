/** Technologies that wait for their turn: what may wait, and what becomes of the list when a turn begins. */
import type { Known, Order } from '#shared/rules/order-kind.ts';
import { missingNeeds } from '#shared/rules/research.ts';
import type { Tech } from '#shared/ruleset/schema/technology.ts';
import { isResearchOf, techStatus } from './tech-state.ts';

/** Ids of technologies, the first in line first. */
export type Queue = readonly string[];

/**
 * True where all that a technology still needs is under way, in the draft or in line before it, or where it could start
 * now but is left for a later turn.
 */
export function mayQueue(known: Known, tech: Tech, orders: readonly Order[], queue: Queue): boolean {
  const status = techStatus(known, tech, orders);
  if (status === 'available') return true;
  if (status !== 'locked') return false;
  const at = queue.indexOf(tech.id);
  const before = new Set(at < 0 ? queue : queue.slice(0, at));
  const coming = (need: string): boolean => {
    const found = known.ruleset.techs[need];
    if (found === undefined) return false;
    return before.has(need) || ['under-way', 'drafted'].includes(techStatus(known, found, orders));
  };
  return missingNeeds(known, known.seat, tech).every(coming);
}

/** Without what is known, under way or drafted meanwhile, and without what has lost the ground it waited on. */
export function stillQueued(known: Known, orders: readonly Order[], queue: Queue): Queue {
  let left = queue.filter((id) => {
    const tech = known.ruleset.techs[id];
    return tech !== undefined && mayQueue(known, tech, orders, queue);
  });
  // What waits for something that fell out falls out too.
  while (left.some((id) => !mayQueue(known, known.ruleset.techs[id] as Tech, orders, left)))
    left = left.filter((id) => mayQueue(known, known.ruleset.techs[id] as Tech, orders, left));
  return left.length === queue.length ? queue : left;
}

/** The list with a technology a place up or down. */
export function moved(queue: Queue, tech: string, by: number): Queue {
  const from = queue.indexOf(tech);
  const to = from + by;
  if (from < 0 || to < 0 || to >= queue.length) return queue;
  const next = queue.filter((id) => id !== tech);
  next.splice(to, 0, tech);
  return next;
}

/** The draft of a new turn with what can start now, in order, and those that wait on. */
export function beginQueue(
  queue: Queue,
  orders: readonly Order[],
  orderFor: (tech: string, orders: readonly Order[]) => Order | null,
): { queue: Queue; orders: readonly Order[] } {
  let draft = orders;
  const left = queue.filter((tech) => {
    if (draft.some((order) => isResearchOf(order, tech))) return false;
    const order = orderFor(tech, draft);
    if (order === null) return true;
    draft = [...draft, order];
    return false;
  });
  return { queue: left.length === queue.length ? queue : left, orders: draft };
}
