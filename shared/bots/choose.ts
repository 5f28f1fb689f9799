/** Builds a draft from candidates: the most worth first, as far as slots and means reach. Bounded by counted work. */
import { kindsFor, openDraft } from '../rules/check-draft.ts';
import type { Cost, Order } from '../rules/order-kind.ts';
import { ORDER_KINDS, parseOrder } from '../rules/orders/registry.ts';
import { bellsOf, MOST_BELL } from '../util/keyed-random.ts';
import type { BotContext } from './context.ts';
import { mayOrder, maySpend } from './limits.ts';
import { worthOf } from './worth/index.ts';

export interface Weighed {
  readonly order: Order;
  readonly worth: number;
  /** The order as text, for its luck and to settle ties. */
  readonly text: string;
}

/** What is worth no more than this is not worth an order. */
const LEAST_WORTH = 0.5;

/** All candidates with their worth, best first; ties by text, so that the same view gives the same list. */
export function weigh(
  context: BotContext,
  options: { noise: number; key: string; theme?: Readonly<Record<string, number>> },
): Weighed[] {
  const list: Weighed[] = [];
  const bell = bellsOf(options.key);
  const mostLuck = 1 + options.noise * MOST_BELL;
  for (const data of kindsFor(context)) {
    for (const order of ORDER_KINDS[data.kind]?.candidates(context) ?? []) {
      if (!mayOrder(context, context.bounds, order)) continue;
      const plain = worthOf(context, order);
      const theme = options.theme?.[data.kind] ?? 1;
      // Where the best of luck would not do, none is drawn.
      if (plain * theme * mostLuck <= LEAST_WORTH) continue;
      const text = JSON.stringify(order);
      const luck = options.noise === 0 ? 1 : 1 + options.noise * bell(text);
      const worth = plain * Math.max(0.05, luck) * theme;
      if (worth > LEAST_WORTH) list.push({ order, worth, text });
    }
  }
  return list.sort(byWorth);
}

/** The same candidates by a somewhat different taste, best first. */
export function shaken(weighed: readonly Weighed[], noise: number, key: string): Weighed[] {
  const bell = bellsOf(key);
  return weighed.map((item) => ({ ...item, worth: item.worth * Math.max(0.05, 1 + noise * bell(item.text)) })).sort(byWorth);
}

/** The same list, with some orders (by their text) at a share of their worth. */
export function lessened(weighed: readonly Weighed[], texts: ReadonlySet<string>, share: number): Weighed[] {
  return weighed.map((item) => (texts.has(item.text) ? { ...item, worth: item.worth * share } : item)).sort(byWorth);
}

const byWorth = (a: Weighed, b: Weighed): number => b.worth - a.worth || (a.text < b.text ? -1 : 1);

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
  const orders: Order[] = [];
  const groups = new Set<string>();
  const draft = openDraft(context);
  const { slots, totals } = draft;
  const affordable = (cost: Cost): boolean => maySpend(context, context.bounds, plus(totals, cost));
  // A candidate's numbers may be larger than an order can carry: asked last, of the few that would stand.
  const carried = (order: Order): boolean => 'order' in parseOrder(order);
  let tries = 0;
  for (const { order } of weighed) {
    const full = slots.usedNormal >= slots.normal && slots.usedCrisis >= slots.crisis;
    if (full || tries >= MOST_TRIES) break;
    if (groups.has(groupOf(order))) continue;
    tries += 1;
    if (!draft.add(order, (cost) => affordable(cost) && carried(order)).counted) continue;
    orders.push(order);
    groups.add(groupOf(order));
  }
  return orders;
}

const plus = (a: Readonly<Cost>, b: Cost): Cost => ({
  kusd: a.kusd + b.kusd,
  capital: a.capital + b.capital,
  talent: a.talent + b.talent,
});
