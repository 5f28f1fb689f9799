/** The advisor's plans played ahead as the draft is, in the background: a plan stands at once, its figures when they are there. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Plan } from '#shared/bots/advisor.ts';
import type { Forecast } from '#shared/bots/preview.ts';
import type { SeatView } from '#shared/state/schema.ts';
import type { Thinking } from '../../net/thinking.ts';

/** First a few samples of each plan, then as many as the draft gets; asked for one by one, so that the draft need not wait. */
const SAMPLES = [4, 20];
/** On a machine that takes longer for the first of a plan these are enough; the forecast says how many there were. */
const SLOW_MS = 1200;

export type PlanForecasts = Readonly<Record<string, Forecast>>;

export interface ForecastOfPlans {
  readonly found: ReadonlySignal<PlanForecasts>;
  stop(): void;
}

interface Asked {
  readonly plans: ReadonlySignal<readonly Plan[] | null>;
  readonly view: ReadonlySignal<SeatView | null>;
  readonly thinking: ReadonlySignal<Thinking | null>;
  readonly key: ReadonlySignal<string>;
}

export function forecastPlans({ plans, view, thinking, key }: Asked): ForecastOfPlans {
  const found = signal<PlanForecasts>({});

  async function work(of: readonly Plan[], known: SeatView, helper: Thinking): Promise<void> {
    const isWanted = (): boolean => plans.peek() === of;
    for (const samples of SAMPLES) {
      const begun = performance.now();
      for (const plan of of) {
        const forecast = await helper.forecast(known, plan.orders, key.peek(), samples);
        if (!isWanted()) return;
        if (forecast !== null) found.value = { ...found.peek(), [plan.id]: forecast };
      }
      if (performance.now() - begun > SLOW_MS * of.length) return;
    }
  }

  const stop = effect(() => {
    const now = plans.value;
    found.value = {};
    const known = view.peek();
    const helper = thinking.peek();
    if (now !== null && known !== null && helper !== null) void work(now, known, helper);
  });
  return { found, stop };
}
