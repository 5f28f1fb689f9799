/** Puts the research of a technology into the draft, or takes it out again. */
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { fillIn } from './fill-in.ts';
import type { Session } from './session.ts';
import { isResearchOf, RESEARCH_KIND } from './tech-state.ts';

export function toggleResearch(session: Session, tech: string): void {
  const orders = session.draft.orders.peek();
  const at = orders.findIndex((order) => isResearchOf(order, tech));
  if (at >= 0) {
    session.draft.remove(at);
    return;
  }
  const kind = ORDER_KINDS[RESEARCH_KIND];
  const known = session.known.peek();
  const field = kind?.fields.find((one) => one.type === 'choice');
  if (kind === undefined || known === null || field === undefined) return;
  session.draft.add(fillIn(known, kind, { [field.name]: tech }).order);
}
