/**
 * Checks a draft: each order against its kind and what the seat knows, then slots, cash, capital and talent in the
 * order of the list, so that what comes first has priority. The same function runs on client and server.
 */
import type { OrderData } from '../ruleset/schema/policy.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MessageRef } from '../state/ledger.ts';
import { contentKeys, sortedValues } from '../util/ids.ts';
import { freeTalent } from './compute.ts';
import { actorOf, hasCapital, leadMilli, ownOf, parameterOf, roleOf } from './know.ts';
import type { Cost, Known, Order, Rejection } from './order-kind.ts';
import { NO_COST } from './order-kind.ts';
import { ORDER_KINDS, parseOrder } from './orders/registry.ts';
import { no } from './orders/reject.ts';
import { knowsTech } from './research.ts';

/** Whether an order stands, at what cost and in which slot. */
export interface JudgedOrder {
  order: Order;
  rejection: Rejection | null;
  cost: Cost;
  counted: boolean;
  slot: 'normal' | 'crisis' | 'free';
}

/** The same with what a person reads of it. */
export interface CheckedOrder extends JudgedOrder {
  care: MessageRef | null;
  summary: MessageRef;
}

export interface DraftCheck {
  orders: CheckedOrder[];
  totals: Cost;
  slots: { normal: number; crisis: number; usedNormal: number; usedCrisis: number };
}

/** Slots this turn: by how far the match is, and a crisis slot under pressure or when a lead is nearly gone. */
export function slotsOf(known: Known): { normal: number; crisis: number } {
  const scenario = known.ruleset.scenarios[known.state.scenario];
  const done = known.state.lengthTurns === 0 ? 0 : (known.state.turn * 1000) / known.state.lengthTurns;
  let normal = 1;
  for (const step of scenario?.slots ?? []) if (done >= step.fromPermille) normal = step.slots;
  const bloc = actorOf(known, known.seat).bloc;
  const pressed =
    known.ruleset.systems.pressure !== false &&
    (known.state.blocs[bloc]?.open.pressure ?? 0) >= parameterOf(known, 'crisis-pressure');
  const first = known.state.history[0];
  let leader = '';
  let most = -1;
  for (const id of contentKeys(first?.blocs ?? {})) {
    const best = first?.blocs[id]?.bestMilli ?? 0;
    if (best > most) {
      most = best;
      leader = id;
    }
  }
  const threatened = leader === bloc && leadMilli(known, bloc) < parameterOf(known, 'crisis-lead-milli');
  return { normal, crisis: pressed || threatened ? 1 : 0 };
}

const kindsByRole = new WeakMap<Ruleset, Map<string, OrderData[]>>();
/** Kinds of order that a role may ever give, in order of id: found once for each ruleset. */
function kindsOfRole(ruleset: Ruleset, role: string): readonly OrderData[] {
  const byRole = kindsByRole.get(ruleset) ?? new Map<string, OrderData[]>();
  kindsByRole.set(ruleset, byRole);
  let kinds = byRole.get(role);
  if (kinds === undefined) {
    kinds = sortedValues(ruleset.orders).filter((data) => ORDER_KINDS[data.kind] !== undefined && data.roles.includes(role));
    byRole.set(role, kinds);
  }
  return kinds;
}

/** Kinds of order that the seat's role may give now, with their board data. */
export const kindsFor = (known: Known): OrderData[] =>
  kindsOfRole(known.ruleset, roleOf(known, known.seat)).filter(
    (data) => data.requires === null || knowsTech(known, known.seat, data.requires),
  );

const clash = (a: Order, b: Order): boolean => a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);

/** Never throws; an order of unknown shape is rejected. Each rejection says why. */
export function checkDraft(known: Known, orders: readonly unknown[]): DraftCheck {
  const draft = openDraft(known);
  const checked = orders.map((value): CheckedOrder => {
    const parsed = parseOrder(value);
    return 'order' in parsed
      ? worded(known, draft.add(parsed.order))
      : { ...unread(value, parsed.rejection), care: null, summary: { id: 'order.unknown', params: {} } };
  });
  return { orders: checked, totals: draft.totals, slots: draft.slots };
}

/** The same judgement without the words. */
export function judgeDraft(known: Known, orders: readonly unknown[]): JudgedOrder[] {
  const draft = openDraft(known);
  return orders.map((value) => {
    const parsed = parseOrder(value);
    return 'order' in parsed ? draft.add(parsed.order) : unread(value, parsed.rejection);
  });
}

function worded(known: Known, judged: JudgedOrder): CheckedOrder {
  const { order, rejection } = judged;
  const kind = ORDER_KINDS[order.kind];
  return {
    ...judged,
    care: rejection === null ? (kind?.care?.(known, order) ?? null) : null,
    summary: kind?.summary(known, order) ?? { id: 'order.unknown', params: {} },
  };
}

/** A draft that grows: each order is checked after those that were added and counted. */
export interface OpenDraft {
  readonly totals: Readonly<Cost>;
  readonly slots: Readonly<DraftCheck['slots']>;
  /** Adds an order of legal form, if the rules and `allows` let it stand at its cost. */
  add(order: Order, allows?: (cost: Cost) => boolean): JudgedOrder;
}

export function openDraft(known: Known): OpenDraft {
  const slots = { ...slotsOf(known), usedNormal: 0, usedCrisis: 0 };
  const totals = { kusd: 0, capital: 0, talent: 0 };
  const allowed = new Map(kindsFor(known).map((data) => [data.kind, data]));
  const seen: Order[] = [];
  return {
    totals,
    slots,
    add(order, allows) {
      const result = judge(known, order, allowed, seen);
      if (result.rejection !== null || allows?.(result.cost) === false) return result;
      spend(known, result, slots, totals, allowed.get(order.kind));
      if (result.counted) seen.push(order);
      return result;
    },
  };
}

function unread(value: unknown, rejection: Rejection): JudgedOrder {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return refused(isFlat(value) ? value : { kind: typeof kind === 'string' ? kind : '' }, rejection);
}

const refused = (order: Order, rejection: Rejection | null, cost: Cost = NO_COST): JudgedOrder => ({
  order,
  rejection,
  cost,
  counted: false,
  slot: 'normal',
});

function judge(known: Known, order: Order, allowed: ReadonlyMap<string, OrderData>, seen: readonly Order[]): JudgedOrder {
  const kind = ORDER_KINDS[order.kind];
  if (kind === undefined) return refused(order, no('reject.unknown-kind'));
  const data = allowed.get(order.kind);
  const result = refused(order, null, kind.cost(known, order));
  if (known.state.ended !== 'no') return { ...result, rejection: no('reject.ended') };
  if (data === undefined) return { ...result, rejection: no('reject.role', { role: roleOf(known, known.seat) }) };
  if (!data.repeatable && seen.some((other) => other.kind === order.kind)) return { ...result, rejection: no('reject.once') };
  if (
    seen.some(
      (other) => clash(other, order) || (order.kind === 'research' && other.kind === 'research' && other.tech === order.tech),
    )
  )
    return { ...result, rejection: no('reject.twice') };
  result.rejection = kind.check({ ...known, drafted: seen }, order);
  return result;
}

const isFlat = (value: unknown): value is Order => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes slot and means, or rejects for want of them. */
function spend(
  known: Known,
  result: JudgedOrder,
  slots: DraftCheck['slots'],
  totals: { kusd: number; capital: number; talent: number },
  data: OrderData | undefined,
): void {
  const own = ownOf(known);
  const capital = actorOf(known, known.seat).open.capital ?? 0;
  const { cost } = result;
  if (cost.kusd > 0 && totals.kusd + cost.kusd > Math.max(0, own.cashKusd)) {
    result.rejection = no('reject.cash', { haveKusd: Math.max(0, own.cashKusd - totals.kusd), needKusd: cost.kusd });
    return;
  }
  if (cost.capital > 0 && totals.capital + cost.capital > capital) {
    result.rejection = no('reject.capital', { have: Math.max(0, capital - totals.capital), need: cost.capital });
    return;
  }
  if (cost.talent > 0 && !hasCapital(known, known.seat) && totals.talent + cost.talent > freeTalent(own)) {
    result.rejection = no('reject.talent', { have: Math.max(0, freeTalent(own) - totals.talent), need: cost.talent });
    return;
  }
  if (data?.free === true) result.slot = 'free';
  else if (slots.usedNormal < slots.normal) slots.usedNormal += 1;
  else if (data?.crisis === true && slots.usedCrisis < slots.crisis) {
    slots.usedCrisis += 1;
    result.slot = 'crisis';
  } else {
    result.rejection = no('reject.slots', { slots: slots.normal + slots.crisis });
    return;
  }
  totals.kusd += cost.kusd;
  totals.capital += cost.capital;
  totals.talent += cost.talent;
  result.counted = true;
}
