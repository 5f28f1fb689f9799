/** The advisor's plans stand before their figures, get as many games as the draft, and fewer on a slow machine. */
import { signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import type { Thinking } from '#client/net/thinking.ts';
import { forecastPlans } from '#client/ui/match/plan-forecasts.ts';
import type { Plan } from '#shared/bots/advisor.ts';
import type { Forecast } from '#shared/bots/preview.ts';
import type { SeatView } from '#shared/state/schema.ts';

const PLANS = ['a', 'b', 'c'].map((id) => ({ id, orders: [{ kind: id }] }) as unknown as Plan);
const forecastOf = (samples: number): Forecast => ({
  lines: [],
  assumes: [{ id: 'forecast.assumes.samples', params: { samples } }],
});

afterEach(() => vi.useRealTimers());

/** A worker that takes so long for each forecast, and what was asked of it. */
function opened(tookMs: number) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  const asked: string[] = [];
  const helper = {
    async forecast(_view: SeatView, orders: readonly { kind: string }[], _key: string, samples: number) {
      asked.push(`${orders[0]?.kind}${samples}`);
      await new Promise((done) => setTimeout(done, tookMs));
      return forecastOf(samples);
    },
  } as unknown as Thinking;
  const plans = signal<readonly Plan[] | null>(null);
  const made = forecastPlans({ plans, view: signal({} as SeatView), thinking: signal(helper), key: signal('k') });
  const counts = (): unknown[] => Object.values(made.found.value).map(({ assumes }) => assumes[0]?.params.samples);
  return { asked, plans, made, counts };
}

test('each plan has a few games first, then as many as the draft', async () => {
  const { asked, plans, made, counts } = opened(100);
  plans.value = PLANS;
  expect(counts()).toEqual([]);
  await vi.advanceTimersByTimeAsync(150);
  expect(counts()).toEqual([4]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(counts()).toEqual([20, 20, 20]);
  expect(asked).toEqual(['a4', 'b4', 'c4', 'a20', 'b20', 'c20']);
  made.stop();
});

test('a slow machine stays with a few, and the forecast says how many', async () => {
  const { asked, plans, made, counts } = opened(2000);
  plans.value = PLANS;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(counts()).toEqual([4, 4, 4]);
  expect(asked).toHaveLength(3);
  made.stop();
});

test('plans of another turn take the place of those before', async () => {
  const { asked, plans, made, counts } = opened(100);
  plans.value = PLANS;
  await vi.advanceTimersByTimeAsync(150);
  plans.value = PLANS.slice(0, 1);
  expect(counts()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(counts()).toEqual([20]);
  expect(asked).toEqual(['a4', 'b4', 'a4', 'a20']);
  made.stop();
});
