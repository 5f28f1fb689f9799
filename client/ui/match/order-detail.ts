/** What a card says of an order beside its name: title and one line of detail, from what the seat knows. */
import { trainOutlook } from '#shared/bots/train-outlook.ts';
import { chipSpec, ownOf } from '#shared/rules/know.ts';
import { NOTICE_TURNS } from '#shared/rules/law-making.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import type { TrainOrder } from '#shared/rules/orders/train.ts';
import { researchPrice } from '#shared/rules/research.ts';
import type { MessageRef } from '#shared/state/ledger.ts';
import type { CheckedOrder } from './order-card.tsx';

export interface OrderWords {
  readonly title: MessageRef;
  readonly detail: MessageRef | null;
}

const DETAILS: Readonly<Record<string, (known: Known, order: Order, checked: CheckedOrder) => Partial<OrderWords> | null>> = {
  research: (known, order, { summary, cost }) => {
    const tech = known.ruleset.techs[String(order.tech)];
    if (tech === undefined) return null;
    const { parts } = researchPrice(known, known.seat, tech);
    const off = parts.filter((part) => part.rule === 'rule.price.commons').reduce((sum, part) => sum - part.kusd, 0);
    const commonsPermille = off <= 0 ? 0 : Math.round((off * 1000) / (cost.kusd + off));
    const { turns = tech.durationTurns } = summary.params;
    return {
      title: { id: 'ui.order.title.research', params: { tech: tech.id } },
      detail: {
        id: 'ui.order.detail.research',
        params: { turns, talent: cost.talent, off: commonsPermille, commonsPermille },
      },
    };
  },
  train: (known, order, { summary }) => ({
    title: { id: 'ui.order.title.train', params: { name: summary.params.name ?? '' } },
    detail: trainDetail(known, order as TrainOrder),
  }),
  buy: (known, order) => {
    const chip = chipSpec(known, String(order.chip));
    if (chip === null) return null;
    const addMilliH100e = chip.trainMilliH100e * Number(order.units);
    return { detail: { id: 'ui.order.detail.buy', params: { arriveTurn: known.state.turn + 1, addMilliH100e } } };
  },
  release: (known, order) => {
    const model = ownOf(known).models[String(order.model)];
    if (model === undefined) return null;
    const open = order.way === 'api' ? 'no' : 'yes';
    return { detail: { id: 'ui.order.detail.release', params: { capabilityMilli: model.capabilityMilli, open } } };
  },
  announce: law,
  retaliate: law,
  refuse: law,
};

function trainDetail(known: Known, order: TrainOrder): MessageRef {
  const { lowMilli, highMilli, failPermille } = trainOutlook(known, order);
  const { sharePermille, turns } = order;
  return {
    id: 'ui.order.detail.train',
    params: { sharePermille, turns, low: Math.round(lowMilli / 1000), high: Math.round(highMilli / 1000), failPermille },
  };
}

function law(known: Known, _order: Order, { summary }: CheckedOrder): Partial<OrderWords> | null {
  const { law: id, setting, target } = summary.params;
  if (id === undefined || setting === undefined || target === undefined) return null;
  return {
    title: { id: 'ui.order.title.law', params: { law: id, target } },
    detail: { id: 'ui.order.detail.law', params: { setting, forceTurn: known.state.turn + NOTICE_TURNS } },
  };
}

/** Title and detail of a checked order; an order that is out says so in place of its detail. */
export function orderWords(known: Known, checked: CheckedOrder): OrderWords {
  const found = DETAILS[checked.order.kind]?.(known, checked.order, checked) ?? null;
  const title = found?.title ?? checked.summary;
  // What the rules forbid says why below: that it does not count goes without saying.
  if (checked.rejection !== null) return { title, detail: null };
  if (!checked.counted) return { title, detail: { id: 'ui.order.detail.out', params: {} } };
  return { title, detail: found?.detail ?? null };
}
