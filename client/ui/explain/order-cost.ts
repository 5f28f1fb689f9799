/** What an order costs, in parts that add up: money by price and number, capital by what makes a law dear. */
import { trainOutlook } from '#shared/bots/train-outlook.ts';
import { freightShare } from '#shared/rules/demand.ts';
import { blocOf, chipSpec } from '#shared/rules/know.ts';
import { lawCapital } from '#shared/rules/law-making.ts';
import type { Cost, Known, Order } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import type { TrainOrder } from '#shared/rules/orders/train.ts';
import { researchPrice } from '#shared/rules/research.ts';
import { compute, count, money, number } from '../text/quantity.ts';
import { t } from '../text.ts';
import type { ExplainedPart, Explanation } from './explanation.ts';

/** Fields of orders that say how many, with how they read. */
const NUMBERS: Readonly<Record<string, (value: number) => string>> = {
  units: count,
  people: count,
  mw: (mw) => t('ui.mw', { mw }),
  milliH100e: (milli) => `${compute(milli)} ${t('ui.h100e')}`,
};

type PartsOf = (known: Known, order: Order, cost: Cost) => ExplainedPart[] | null;

const law: PartsOf = (known, order) => {
  const found = known.ruleset.laws[String(order.law)];
  if (found === undefined) return null;
  const target = String(order.target ?? blocOf(known, known.seat));
  return lawCapital(known, known.seat, found, target).parts.map(({ rule, capital }) => ({ label: t(rule), amount: capital }));
};

const PARTS: Readonly<Record<string, PartsOf>> = {
  research: (known, order) => {
    const tech = known.ruleset.techs[String(order.tech)];
    if (tech === undefined || tech.capital > 0) return null;
    return researchPrice(known, known.seat, tech).parts.map((part) => ({ label: t(part.rule), amount: part.kusd }));
  },
  buy: (known, order, { kusd }) => {
    const chip = chipSpec(known, String(order.chip));
    if (chip === null) return null;
    const units = Number(order.units);
    const freight = freightShare(known, chip, blocOf(known, known.seat));
    const before = Math.round(kusd / (1 + freight));
    const list = units * chip.priceKusd;
    return [
      { label: t('ui.explain.cost.each', { number: count(units), each: money(chip.priceKusd) }), amount: list },
      ...(before === list ? [] : [{ label: t('ui.explain.price.asked', { maker: chip.maker }), amount: before - list }]),
      ...(kusd === before ? [] : [{ label: t('ui.explain.cost.freight'), amount: kusd - before }]),
    ];
  },
  train: (known, order, { kusd }) => {
    const { finalKusd, listKusd } = trainOutlook(known, order as TrainOrder);
    return [
      { label: t('ui.explain.cost.final-run'), amount: finalKusd },
      { label: t('ui.explain.cost.trials'), amount: listKusd - finalKusd },
      ...(kusd === listKusd ? [] : [{ label: t('ui.explain.cost.tuning'), amount: kusd - listKusd }]),
    ];
  },
  hire: (known, order, { kusd }) => {
    const pool = ORDER_KINDS.hire?.fields.find((field) => field.name === 'source');
    const first = pool?.type === 'choice' ? pool.options(known, order)[0]?.value : undefined;
    const open = first === undefined ? kusd : (ORDER_KINDS.hire?.cost(known, { ...order, source: first }).kusd ?? kusd);
    const people = Number(order.people);
    return [
      { label: t('ui.explain.cost.each', { number: count(people), each: money(open / people) }), amount: open },
      ...(kusd === open ? [] : [{ label: t('ui.explain.cost.poach'), amount: kusd - open }]),
    ];
  },
  announce: law,
  retaliate: law,
  refuse: law,
};

/** One part: so many at so much, or the fixed price of the kind. */
function plain(order: Order, amount: number): ExplainedPart[] {
  const field = Object.keys(NUMBERS).find((one) => typeof order[one] === 'number');
  const many = field === undefined ? 0 : Number(order[field]);
  const words = field === undefined || many <= 0 ? undefined : NUMBERS[field]?.(many);
  if (words === undefined || amount === 0) return [{ label: t('ui.explain.cost.fixed'), amount }];
  const each = (amount / many) * (field === 'milliH100e' ? 1000 : 1);
  return [{ label: t('ui.explain.cost.each', { number: words, each: money(each) }), amount }];
}

export function orderCost(known: Known, order: Order, cost: Cost, title: string): Explanation {
  const inCapital = cost.kusd === 0 && cost.capital > 0;
  const total = inCapital ? cost.capital : cost.kusd;
  const parts = PARTS[order.kind]?.(known, order, cost) ?? plain(order, total);
  const rest = total - parts.reduce((sum, part) => sum + (part.amount ?? 0), 0);
  return {
    title,
    value: inCapital ? t('ui.cost.capital', { n: total }) : money(total),
    total,
    format: inCapital ? number : money,
    parts: [
      ...parts,
      ...(rest === 0 ? [] : [{ label: t('ui.explain.rounding'), amount: rest }]),
      ...(cost.talent === 0 ? [] : [{ label: t('ui.explain.cost.talent'), amount: null, text: count(cost.talent) }]),
    ],
    rule:
      order.kind === 'train'
        ? t('ui.explain.cost.rule.train', { shownKusd: trainOutlook(known, order as TrainOrder).shownKusd })
        : t(`ui.explain.cost.rule.${inCapital ? 'capital' : 'money'}`),
  };
}
