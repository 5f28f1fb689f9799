/** The advisor: three plans with reasons for a seat, made by the same code as the bots. */
import { checkDraft } from '../rules/check-draft.ts';
import { hasCapital, isMaker } from '../rules/know.ts';
import type { Cost, Order } from '../rules/order-kind.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MessageRef } from '../state/ledger.ts';
import type { SeatView } from '../state/schema.ts';
import { fillDraft, lessened, type Weighed, weigh } from './choose.ts';
import { type BotContext, contextOf } from './context.ts';
import type { Bounds } from './limits.ts';

export interface Plan {
  readonly id: 'a' | 'b' | 'c';
  readonly title: MessageRef;
  readonly text: MessageRef;
  readonly orders: Order[];
  readonly cost: Cost;
}

type Theme = { readonly key: string; readonly weights: Readonly<Record<string, number>> };

const LAB: readonly Theme[] = [
  { key: 'less', weights: { research: 1.8, train: 1.5, hire: 1.3, buy: 0.7, rent: 0.6, 'buy-grey': 0.3 } },
  { key: 'stock', weights: { buy: 2.2, rent: 1.8, build: 2, raise: 1.7, 'buy-grey': 1.6, reserve: 1.5, research: 0.7 } },
  { key: 'open', weights: { release: 1.4, publish: 3, distil: 1.5, hire: 1.4, study: 2, research: 0.8 } },
];
const MAKER: readonly Theme[] = [
  { key: 'serve', weights: { design: 2.2, 'set-aside': 2.4, software: 1.5 } },
  { key: 'grow', weights: { reserve: 2.4, research: 1.7, build: 1.3, hire: 1.3 } },
  { key: 'friends', weights: { lobby: 2.6, software: 1.8, study: 2, publish: 1.5 } },
];
const GOVERNMENT: readonly Theme[] = [
  { key: 'tighten', weights: { announce: 2.4, enforce: 1.8, 'win-over': 1.5, retaliate: 2, refuse: 1.4 } },
  { key: 'home', weights: { subsidise: 2.4, research: 2, refuse: 1.6, 'win-over': 1.2 } },
  { key: 'talk', weights: { summit: 2.6, license: 3, stop: 1.4, study: 2, announce: 0.3, retaliate: 0.3 } },
];

const themesOf = (context: BotContext): readonly Theme[] =>
  hasCapital(context, context.seat) ? GOVERNMENT : isMaker(context, context.seat) ? MAKER : LAB;

/** What an order of an earlier plan is still worth to a plan that would be the same. */
const REPEATED = 0.1;

/** The best draft, unless an earlier plan is that already: then one that is made of other orders as far as there are any. */
function draftApart(context: BotContext, weighed: readonly Weighed[], earlier: readonly (readonly Order[])[]): Order[] {
  const textsOf = (orders: readonly Order[]): string[] => orders.map((order) => JSON.stringify(order)).sort();
  const orders = fillDraft(context, weighed);
  const same = earlier.some((other) => textsOf(other).join() === textsOf(orders).join());
  return same ? fillDraft(context, lessened(weighed, new Set(earlier.flatMap(textsOf)), REPEATED)) : orders;
}

/** Three plans; `key` decides ties. They keep to the limits that the seat states. */
export function advise(ruleset: Ruleset, view: SeatView, key: string, bounds?: Bounds): Plan[] {
  if (view.state.ended !== 'no') return [];
  const context = contextOf(ruleset, view, bounds);
  const ids = ['a', 'b', 'c'] as const;
  const drafts: Order[][] = [];
  return themesOf(context).map((theme, index) => {
    const orders = draftApart(context, weigh(context, { noise: 0, key, theme: theme.weights }), drafts);
    drafts.push(orders);
    const check = checkDraft(context, orders);
    return {
      id: ids[index] ?? 'a',
      title: { id: `plan.${theme.key}`, params: {} },
      text: { id: `plan.${theme.key}.text`, params: {} },
      orders,
      cost: check.totals,
    };
  });
}
