/** Where a technology stands for the seat: known, under way, in the draft, open to start, or locked by what it needs. */
import type { Known, Order } from '#shared/rules/order-kind.ts';
import { followersOf, knowsTech, mayResearch, missingNeeds } from '#shared/rules/research.ts';
import type { Tech } from '#shared/ruleset/schema/technology.ts';

export type TechStatus = 'known' | 'under-way' | 'drafted' | 'available' | 'locked' | 'other-role';

/** The order that researches a technology, as the client drafts it. */
export const RESEARCH_KIND = 'research';

export function isResearchOf(order: Order, tech: string): boolean {
  return order.kind === RESEARCH_KIND && Object.values(order).includes(tech);
}

export function techStatus(known: Known, tech: Tech, orders: readonly Order[]): TechStatus {
  const own = known.state.actors[known.seat]?.own;
  if (knowsTech(known, known.seat, tech.id)) return 'known';
  if (own?.programmes[tech.id] !== undefined) return 'under-way';
  if (orders.some((order) => isResearchOf(order, tech.id))) return 'drafted';
  if (!mayResearch(known, known.seat, tech)) return 'other-role';
  return missingNeeds(known, known.seat, tech).length === 0 ? 'available' : 'locked';
}

/** Others who are publicly known to have it: published it, or put it in an open model. */
export function othersKnowing(known: Known, tech: string): string[] {
  const publishers = known.state.commons[tech] ?? [];
  const inModels = Object.values(known.state.models)
    .filter((model) => model.techs.includes(tech))
    .map((model) => model.by);
  return [...new Set([...publishers, ...inModels])].filter((id) => id !== known.seat).sort();
}

/** What a technology opens: those that need it. */
export function opensUp(known: Known, tech: string): Tech[] {
  return [...followersOf(known.ruleset, tech)];
}
