/** What the turn may bring if the draft is sent: ranges, worked out in the background against what the seat knows. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Forecast } from '#shared/bots/preview.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import { inUnit } from '../text/quantity.ts';
import { t } from '../text.ts';
import { useSession } from './session.ts';

const AFTER_MS = 350;
/** Samples that are asked for one after the other, so that a first range stands soon and an edit waits for few. */
const SAMPLES = [4, 8, 12, 16, 20];

/** A change as "+3 to +6", or one figure when both ends read the same. */
export function rangeText(low: number, high: number, unit: string): string {
  const [from = '', to = ''] = [low, high].map((value) => `${value > 0 ? '+' : ''}${inUnit(value, unit, [low, high])}`);
  return from === to ? from : t('ui.range', { from, to });
}

/** Before the first turn nobody has a score to compare with. */
const ofFirstTurn = ({ topic }: Forecast['lines'][number]): boolean => topic !== 'score';

function ForecastList({ forecast, first }: { forecast: Forecast; first: boolean }) {
  const lines = first ? forecast.lines.filter(ofFirstTurn) : forecast.lines;
  return (
    <>
      <dl class="forecast-list">
        {lines.map((line) => (
          <div key={line.topic}>
            <dt>{t(line.label)}</dt>
            <dd class="figures">{rangeText(line.low, line.high, line.unit)}</dd>
          </div>
        ))}
      </dl>
      {forecast.assumes.map((assumed) => (
        <p key={assumed.id} class="forecast-note">
          {t(assumed)}
        </p>
      ))}
    </>
  );
}

export function ForecastLines({ orders }: { orders: readonly Order[] }) {
  const session = useSession();
  const forecast = useSignal<Forecast | null>(null);
  const key = JSON.stringify(orders);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(async () => {
      const view = session.client.view.peek()?.view;
      if (view === undefined) return;
      for (const samples of SAMPLES) {
        if (!wanted) return;
        const found = await session.thinking.peek()?.forecast(view, orders, session.thinkingKey.peek(), samples);
        if (wanted) forecast.value = found ?? null;
      }
    }, AFTER_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return (
    <section class="forecast" aria-label={t('ui.forecast')}>
      <span class="label">{t('ui.forecast')}</span>
      {forecast.value === null ? (
        <p class="quiet">{t('ui.forecast.working')}</p>
      ) : (
        <ForecastList forecast={forecast.value} first={session.state.value?.turn === 0} />
      )}
    </section>
  );
}
