/** Explanations of the small print of the bar: what is drafted, how useful the compute is, who is free, the rank. */
import type { Plan } from '#shared/bots/advisor.ts';
import type { Forecast } from '#shared/bots/preview.ts';
import type { DraftCheck } from '#shared/rules/check-draft.ts';
import { parameterOf } from '#shared/rules/know.ts';
import type { Cost, Known } from '#shared/rules/order-kind.ts';
import type { KnownState, OwnActor } from '#shared/state/schema.ts';
import { rangeText } from '../match/forecast-lines.tsx';
import { count, money, number, percent } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import type { Explanation } from './explanation.ts';

/** The orders that count, with what each takes. */
export function drafted(check: DraftCheck, what: keyof Cost): Explanation {
  const format = what === 'kusd' ? money : number;
  const total = -check.totals[what];
  return {
    title: t('ui.explain.drafted'),
    value: format(total),
    total,
    format,
    parts: check.orders
      .filter(({ counted, cost }) => counted && cost[what] !== 0)
      .map(({ summary, cost }) => ({ label: t(summary), amount: -cost[what] })),
    rule: t('ui.explain.drafted.rule'),
  };
}

/** Of what chips could do at most: what they do at ordinary use, less what lack of power, software and fit take. */
export function useful(known: Known, own: OwnActor): Explanation {
  const best = Math.round(parameterOf(known, 'base-utilisation') * 1000);
  const lost = own.usefulPermille - best;
  return {
    title: t('ui.explain.useful'),
    value: percent(own.usefulPermille),
    total: own.usefulPermille,
    format: percent,
    parts: [
      { label: t('ui.explain.useful.best'), amount: best },
      { label: t(lost < 0 ? 'ui.explain.useful.lost' : 'ui.explain.useful.won'), amount: lost },
    ],
    rule: t('ui.explain.useful.rule'),
  };
}

export function talentFree(own: OwnActor, draftedTalent: number): Explanation {
  const parts = [
    { label: t('ui.talent'), amount: own.talent },
    ...Object.entries(own.programmes).map(([tech, { talent }]) => ({ label: name(tech, 'tech'), amount: -talent })),
    ...(draftedTalent === 0 ? [] : [{ label: t('ui.explain.drafted'), amount: -draftedTalent }]),
  ];
  const total = parts.reduce((sum, { amount }) => sum + amount, 0);
  return { title: t('ui.explain.talent-free'), value: count(total), total, format: count, parts, rule: t('ui.term.talent.text') };
}

/** What a plan of the advisor takes, order by order. */
export function planCost(plan: Plan, check: DraftCheck, forecast: Forecast | null): Explanation {
  const inCapital = plan.cost.kusd === 0 && plan.cost.capital > 0;
  const what = inCapital ? 'capital' : 'kusd';
  const total = plan.cost[what];
  const parts = check.orders
    .filter(({ cost }) => cost[what] !== 0)
    .map(({ summary, cost }) => ({ label: t(summary), amount: cost[what] }));
  const rest = total - parts.reduce((sum, { amount }) => sum + amount, 0);
  return {
    title: t(plan.title),
    value: inCapital ? t('ui.cost.capital', { n: total }) : money(total),
    total,
    format: inCapital ? number : money,
    parts: [
      ...parts,
      ...(rest === 0 ? [] : [{ label: t('ui.explain.rounding'), amount: rest }]),
      ...(forecast?.lines ?? []).map((line) => ({
        label: t(line.label),
        amount: null,
        text: rangeText(line.low, line.high, line.unit),
      })),
    ],
    rule: [t(plan.text), ...(forecast?.assumes ?? []).map((one) => t(one))].join(' '),
  };
}

/** Everybody's score in order, so that the rank can be counted. */
export function rank(state: KnownState, value: string): Explanation {
  const last = state.history[state.history.length - 1];
  return {
    title: t('ui.explain.rank'),
    value,
    total: null,
    format: number,
    parts: Object.entries(last?.actors ?? {})
      .sort((a, b) => b[1].score - a[1].score)
      .map(([actor, { score }], at) => ({
        label: `${at + 1}. ${name(actor, 'actor')}`,
        amount: null,
        text: number(Math.round(score * 10) / 10),
      })),
    rule: t('ui.explain.rank.rule'),
  };
}

/** What the government sees of its bloc: the share of its compute on chips made at home. */
export function domestic(permille: number): Explanation {
  return {
    title: t('ui.domestic'),
    value: percent(permille),
    total: permille,
    format: percent,
    parts: [
      { label: t('ui.explain.domestic.all'), amount: 1000 },
      { label: t('ui.explain.domestic.foreign'), amount: permille - 1000 },
    ],
    rule: t('ui.explain.domestic.rule'),
  };
}
