/** Builds a draft from candidates: the most worth first, as far as slots and means reach. Bounded by counted work. */
import { checkDraft, kindsFor } from '../rules/check-draft.ts';
import type { Order } from '../rules/order-kind.ts';
import { ORDER_KINDS } from '../rules/orders/registry.ts';
import { drawBell } from '../util/keyed-random.ts';
import type { BotContext } from './context.ts';
import { worthOf } from './worth/index.ts';

export interface Weighed {
  readonly order: Order;
  readonly worth: number;
}

/** All candidates with their worth, best first; ties by text, so that the same view gives the same list. */
export function weigh(
  context: BotContext,
  options: { noise: number; key: string; theme?: Readonly<Record<string, number>> },
): Weighed[] {
  const list: Weighed[] = [];
  for (const data of kindsFor(context)) {
    for (const order of ORDER_KINDS[data.kind]?.candidates(context) ?? []) {
      const text = JSON.stringify(order);
      const luck = options.noise === 0 ? 1 : 1 + options.noise * drawBell(options.key, text);
      const theme = options.theme?.[data.kind] ?? 1;
      list.push({ order, worth: worthOf(context, order) * Math.max(0.05, luck) * theme });
    }
  }
  return list
    .filter((item) => item.worth > 0.5)
    .sort((a, b) => b.worth - a.worth || (JSON.stringify(a.order) < JSON.stringify(b.order) ? -1 : 1));
}

/** Most candidates that are tried against the rules for one draft. */
const MOST_TRIES = 40;

/** Kinds of which one in a draft is enough, though the rules allow more. */
const groupOf = (order: Order): string =>
  order.kind === 'research'
    ? `research/${String(order.tech)}`
    : order.kind === 'buy'
      ? `buy/${String(order.chip)}`
      : order.kind === 'set-aside'
        ? `aside/${String(order.chip)}/${String(order.target)}`
        : order.kind;

export function fillDraft(context: BotContext, weighed: readonly Weighed[]): Order[] {
  const draft: Order[] = [];
  const groups = new Set<string>();
  let check = checkDraft(context, draft);
  let tries = 0;
  for (const { order } of weighed) {
    const full = check.slots.usedNormal >= check.slots.normal && check.slots.usedCrisis >= check.slots.crisis;
    if (full || tries >= MOST_TRIES) break;
    if (groups.has(groupOf(order))) continue;
    tries += 1;
    const next = checkDraft(context, [...draft, order]);
    if (next.orders[draft.length]?.counted !== true) continue;
    draft.push(order);
    groups.add(groupOf(order));
    check = next;
  }
  return draft;
}
