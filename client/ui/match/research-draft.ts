/** Puts the research of a technology into the draft, or takes it out again. */
import type { Known, Order } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { fillIn } from './fill-in.ts';
import type { Session } from './session.ts';
import { isResearchOf, RESEARCH_KIND } from './tech-state.ts';

/** The order that starts a technology, filled in as a form would suggest it. */
export function researchOrder(known: Known, tech: string): Order | null {
  const kind = ORDER_KINDS[RESEARCH_KIND];
  const field = kind?.fields.find((one) => one.type === 'choice');
  return kind === undefined || field === undefined ? null : fillIn(known, kind, { [field.name]: tech }).order;
}

export function toggleResearch(session: Session, tech: string): void {
  const at = session.draft.orders.peek().findIndex((order) => isResearchOf(order, tech));
  if (at >= 0) {
    session.draft.remove(at);
    return;
  }
  const known = session.known.peek();
  const order = known === null ? null : researchOrder(known, tech);
  if (order !== null) session.draft.add(order);
}
