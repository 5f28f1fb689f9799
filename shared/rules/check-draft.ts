/**
 * Checks a draft: each order against its kind and what the seat knows, then slots, cash, capital and talent in the
 * order of the list, so that what comes first has priority. The same function runs on client and server.
 */
import type { OrderData } from '../ruleset/schema/policy.ts';
import type { MessageRef } from '../state/ledger.ts';
import { contentKeys } from '../util/ids.ts';
import { freeTalent } from './compute.ts';
import { actorOf, hasCapital, leadMilli, ownOf, parameterOf, roleOf } from './know.ts';
import type { Cost, Known, Order, Rejection } from './order-kind.ts';
import { NO_COST } from './order-kind.ts';
import { ORDER_KINDS, parseOrder } from './orders/registry.ts';
import { no } from './orders/reject.ts';
import { knowsTech } from './research.ts';

export interface CheckedOrder {
  order: Order;
  rejection: Rejection | null;
  care: MessageRef | null;
  cost: Cost;
  counted: boolean;
  slot: 'normal' | 'crisis' | 'free';
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

/** Kinds of order that the seat's role may give now, with their board data. */
export function kindsFor(known: Known): OrderData[] {
  return contentKeys(known.ruleset.orders)
    .map((id) => known.ruleset.orders[id] as OrderData)
    .filter(
      (data) =>
        ORDER_KINDS[data.kind] !== undefined &&
        data.roles.includes(roleOf(known, known.seat)) &&
        (data.requires === null || knowsTech(known, known.seat, data.requires)),
    );
}

const clash = (a: Order, b: Order): boolean => a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);

/** Never throws; an order of unknown shape is rejected. Each rejection says why. */
export function checkDraft(known: Known, orders: readonly unknown[]): DraftCheck {
  const slots = { ...slotsOf(known), usedNormal: 0, usedCrisis: 0 };
  const totals = { kusd: 0, capital: 0, talent: 0 };
  const allowed = new Map(kindsFor(known).map((data) => [data.kind, data]));
  const seen: Order[] = [];
  const checked = orders.map((value) => {
    const result = checkOne(known, value, allowed, seen);
    if (result.rejection === null) spend(known, result, slots, totals, allowed.get(result.order.kind));
    if (result.counted) seen.push(result.order);
    return result;
  });
  return { orders: checked, totals, slots };
}

function checkOne(known: Known, value: unknown, allowed: ReadonlyMap<string, OrderData>, seen: readonly Order[]): CheckedOrder {
  const parsed = parseOrder(value);
  const kindName = (value as { kind?: unknown } | null)?.kind;
  const blank: CheckedOrder = {
    order: { kind: typeof kindName === 'string' ? kindName : '' },
    rejection: null,
    care: null,
    cost: NO_COST,
    counted: false,
    slot: 'normal',
    summary: { id: 'order.unknown', params: {} },
  };
  if ('rejection' in parsed) return { ...blank, order: isFlat(value) ? value : blank.order, rejection: parsed.rejection };
  const order = parsed.order;
  const kind = ORDER_KINDS[order.kind];
  if (kind === undefined) return { ...blank, rejection: no('reject.unknown-kind') };
  const data = allowed.get(order.kind);
  const result: CheckedOrder = { ...blank, order, summary: kind.summary(known, order), cost: kind.cost(known, order) };
  if (known.state.ended !== 'no') return { ...result, rejection: no('reject.ended') };
  if (data === undefined) return { ...result, rejection: no('reject.role', { role: roleOf(known, known.seat) }) };
  if (!data.repeatable && seen.some((other) => other.kind === order.kind)) return { ...result, rejection: no('reject.once') };
  if (
    seen.some(
      (other) => clash(other, order) || (order.kind === 'research' && other.kind === 'research' && other.tech === order.tech),
    )
  )
    return { ...result, rejection: no('reject.twice') };
  const rejection = kind.check({ ...known, drafted: seen }, order);
  return rejection === null ? { ...result, care: kind.care?.(known, order) ?? null } : { ...result, rejection };
}

const isFlat = (value: unknown): value is Order => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes slot and means, or rejects for want of them. */
function spend(
  known: Known,
  result: CheckedOrder,
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
