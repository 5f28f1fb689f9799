/** The research of one match that is to come next: ordered by itself in the turn when it becomes possible. */
import type { ReadonlySignal } from '@preact/signals';
import { checkDraft } from '#shared/rules/check-draft.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import type { Draft } from './draft.ts';
import { beginQueue, moved, type Queue, stillQueued } from './queue.ts';
import { researchOrder } from './research-draft.ts';
import { createStandingList } from './standing-list.ts';

export interface ResearchQueue {
  readonly list: ReadonlySignal<Queue>;
  /** Puts a technology at the end of the line, or takes it out. */
  toggle(tech: string): void;
  move(tech: string, by: number): void;
  stop(): void;
}

/** The order for a technology where it is allowed and counted after the others of the draft, else null. */
function legalOrder(known: Known, tech: string, orders: readonly Order[]): Order | null {
  const order = researchOrder(known, tech);
  if (order === null) return null;
  const checked = checkDraft(known, [...orders, order]).orders.at(-1);
  return checked !== undefined && checked.rejection === null && checked.counted ? order : null;
}

export function createResearchQueue(matchId: string, draft: Draft, known: ReadonlySignal<Known | null>): ResearchQueue {
  const { list, keep, stop } = createStandingList<string>(
    {
      key: `chokepoint:queue:${matchId}`,
      after: -1,
      begin(now, queue, orders) {
        const begun = beginQueue(queue, orders, (tech, before) => legalOrder(now, tech, before));
        return { list: stillQueued(now, begun.orders, begun.queue), orders: begun.orders };
      },
      standing: (now, queue, orders) => stillQueued(now, orders, queue),
    },
    draft,
    known,
  );
  return {
    list,
    toggle: (tech) => keep(list.peek().includes(tech) ? list.peek().filter((id) => id !== tech) : [...list.peek(), tech]),
    move: (tech, by) => keep(moved(list.peek(), tech, by)),
    stop,
  };
}
