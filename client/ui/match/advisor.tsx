/** The advisor's three plans; one press makes a whole plan the draft. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Plan } from '#shared/bots/advisor.ts';
import type { ForecastLine } from '#shared/bots/preview.ts';
import { checkDraft } from '#shared/rules/check-draft.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import { Figure } from '../explain/figure.tsx';
import { planCost } from '../explain/own-figures.ts';
import { useKeys } from '../keys.ts';
import { language } from '../text/language.ts';
import { t } from '../text.ts';
import { rangeText } from './forecast-lines.tsx';
import { layout } from './layout.ts';
import { costText } from './order-card.tsx';
import { orderWords } from './order-detail.ts';
import type { PlanForecasts } from './plan-forecasts.ts';
import { useSession } from './session.ts';

const LINES = 2;
/** Of a plan's forecast these matter most, where plans differ in as many. */
const TELLING = ['frontier', 'reach', 'capital', 'resilience', 'pressure', 'research', 'compute', 'cash', 'score'];

/** What a plan promises, first that in which it differs from the others. */
function tellingLines(plan: Plan, forecasts: PlanForecasts): ForecastLine[] {
  const text = ({ low, high, unit }: ForecastLine): string => rangeText(low, high, unit);
  const tells = (line: ForecastLine): boolean =>
    Object.values(forecasts).some((other) => {
      const same = other.lines.find(({ topic }) => topic === line.topic);
      return same === undefined || text(same) !== text(line);
    });
  const rank = (line: ForecastLine): number => {
    const at = TELLING.indexOf(line.topic);
    return (tells(line) ? 0 : TELLING.length + 1) + (at < 0 ? TELLING.length : at);
  };
  return [...(forecasts[plan.id]?.lines ?? [])].sort((a, b) => rank(a) - rank(b)).slice(0, LINES);
}

/** What a plan may bring, in a line with the few words of a card; it says so while that is being worked out. */
const forecastText = (plan: Plan, forecasts: PlanForecasts): string =>
  forecasts[plan.id] === undefined
    ? t('ui.forecast.working')
    : tellingLines(plan, forecasts)
        .map((line) => `${t(`ui.plan.gain.${line.topic}`)} ${rangeText(line.low, line.high, line.unit)}`)
        .join(' · ');

/** The whole forecast of a plan, a figure a line, and what it assumes. */
const wholeForecast = (plan: Plan, forecasts: PlanForecasts): string[] => {
  const { lines, assumes } = forecasts[plan.id] ?? { lines: [], assumes: [] };
  const figures = lines.map(({ label, low, high, unit }) => `${t(label)} ${rangeText(low, high, unit)}`);
  return [...figures, assumes.map((one) => t(one)).join(' ')];
};

/** The orders of a plan in short, one after the other. */
const ordersOf = (plan: Plan, known: Known): string =>
  checkDraft(known, plan.orders)
    .orders.map((checked) => t(orderWords(known, checked).title))
    .join(' · ');

/** How many orders of a plan are already in the draft. */
function shared(plan: Plan, orders: readonly Order[]): number {
  const drafted = new Set(orders.map((order) => JSON.stringify(order)));
  return plan.orders.filter((order) => drafted.has(JSON.stringify(order))).length;
}

/** Whoever has no keyboard is told of no keys. */
const TOUCH = globalThis.matchMedia?.('(pointer: coarse)').matches ?? false;

export function Advisor() {
  const session = useSession();
  const plans = session.plans.value;
  const forecasts = session.planForecasts.value;
  const orders = session.draft.orders.value;
  const known = session.known.value;
  const armed = useSignal(false);
  const named = useMemo(
    () => plans?.map((plan) => (known === null ? '' : ordersOf(plan, known))),
    [plans, known, language.value],
  );
  const box = useRef<HTMLElement>(null);
  const accept = (id: string): void => {
    const plan = session.plans.peek()?.find((one) => one.id === id);
    if (plan !== undefined) session.draft.set(plan.orders);
    // Back to the orders, so that Space is ready and does not press the plan again.
    if (armed.peek()) document.querySelector<HTMLElement>('[data-testid=orders]')?.focus();
    armed.value = false;
    // Where orders and plans share a column that scrolls, the new orders come into sight.
    if (layout.peek() === 'phone' || layout.peek() === 'tablet')
      document.querySelector('[data-testid=orders]')?.scrollIntoView({ block: 'start' });
  };
  useKeys({
    a: () => {
      if (armed.value) accept('a');
      else {
        armed.value = true;
        box.current?.querySelector<HTMLElement>('button')?.focus();
      }
    },
    ...(armed.value ? { b: () => accept('b'), c: () => accept('c'), Escape: () => (armed.value = false) } : {}),
  });
  useEffect(() => {
    if (!armed.value) return;
    const timer = setTimeout(() => {
      armed.value = false;
    }, 4000);
    return () => clearTimeout(timer);
  }, [armed.value]);
  const closest = [...(plans ?? [])].sort((a, b) => shared(b, orders) - shared(a, orders))[0];
  const near = closest !== undefined && shared(closest, orders) > 0 ? closest.id : null;
  return (
    <section class={`advisor ${orders.length === 0 ? 'advisor-roomy' : ''}`} aria-label={t('ui.advisor')} ref={box}>
      <header class="panel-title ruled">
        <h2>{t('ui.advisor')}</h2>
        <span class="panel-note">
          {near === null
            ? t(TOUCH ? 'ui.advisor.hint.touch' : 'ui.advisor.hint')
            : t('ui.advisor.closest', { plan: near.toUpperCase() })}
        </span>
      </header>
      {plans === null && <p class="empty">{t('ui.advisor.thinking')}</p>}
      {plans?.map((plan, at) => (
        <div key={plan.id} class="plan-box">
          <button
            type="button"
            class={`plan ${plan.id === near ? 'near' : ''}`}
            data-testid={`advisor-${plan.id}`}
            title={[t(plan.text), named?.[at], ...wholeForecast(plan, forecasts)].join('\n')}
            onClick={() => accept(plan.id)}
          >
            <span class="plan-letter" aria-hidden="true">
              {plan.id.toUpperCase()}
            </span>
            <strong>
              <span class="hidden-text">{t('ui.advisor.plan', { plan: plan.id.toUpperCase() })}</span> {t(plan.title)}
            </strong>
            <span class="order-cost figures price-room" aria-hidden="true">
              {costText(plan.cost)}
            </span>
            <span class="plan-words">
              <span class="plan-text">{t(plan.text)}</span>
              <span class="plan-orders">{named?.[at]}</span>
              <span class="plan-forecast">{forecastText(plan, forecasts)}</span>
            </span>
          </button>
          {known !== null && (
            <Figure
              class="plan-price"
              of={t('ui.explain.cost')}
              explain={() => planCost(plan, checkDraft(known, plan.orders), forecasts[plan.id] ?? null)}
            >
              {costText(plan.cost)}
            </Figure>
          )}
        </div>
      ))}
    </section>
  );
}
