/** The autopilot of the own seat: whether it plays the turns for which nothing is drafted, and what it must not do. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Autopilot, AutopilotLimits } from '#shared/protocol/autopilot.ts';
import { hasCapital, isLab } from '#shared/rules/know.ts';
import type { Known } from '#shared/rules/order-kind.ts';
import { t } from '../text.ts';
import { useSession } from './session.ts';

const KUSD_PER_MUSD = 1000;

type Ban = Exclude<keyof AutopilotLimits, 'keepCashKusd' | 'keepCapital'>;
/** What each role could do and its owner may forbid. */
function bansFor(known: Known): readonly Ban[] {
  if (hasCapital(known, known.seat)) return ['noDeals', 'noEscalation'];
  if (isLab(known, known.seat)) return ['noDeals', 'noEscalation', 'noOpenWeights', 'noPublishing', 'noGreyMarket', 'noPoaching'];
  return ['noDeals', 'noPublishing', 'noPoaching'];
}

function Amount(props: {
  id: string;
  label: string;
  unit: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
}) {
  // What is being typed: news from the server meanwhile must not take its place.
  const typed = useSignal<string | null>(null);
  const commit = (): void => {
    if (typed.value === null) return;
    const amount = Number(typed.value);
    typed.value = null;
    if (Number.isFinite(amount)) props.onChange(Math.min(props.most, Math.max(0, Math.round(amount))));
  };
  return (
    <div class="form-field">
      <label class="label" for={props.id}>
        {props.label}
      </label>
      <div class="amount">
        <input
          id={props.id}
          class="field figures"
          type="number"
          inputMode="numeric"
          min={0}
          max={props.most}
          value={typed.value ?? props.value}
          data-testid={props.id}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
          onChange={commit}
          onBlur={commit}
        />
        <span class="quiet">{props.unit}</span>
      </div>
    </div>
  );
}

function Limits({ known, autopilot, set }: { known: Known; autopilot: Autopilot; set: (limits: AutopilotLimits) => void }) {
  const { limits } = autopilot;
  return (
    <>
      {bansFor(known).map((ban) => (
        <label key={ban} class="check-line">
          <input
            type="checkbox"
            checked={limits[ban]}
            data-testid={`autopilot-${ban}`}
            onChange={(event) => set({ ...limits, [ban]: event.currentTarget.checked })}
          />
          {t(`ui.autopilot.${ban}`)}
        </label>
      ))}
      <Amount
        id="autopilot-keep-cash"
        label={t('ui.autopilot.keepCashKusd')}
        unit={t('ui.unit.musd')}
        value={limits.keepCashKusd / KUSD_PER_MUSD}
        most={1_000_000}
        onChange={(musd) => set({ ...limits, keepCashKusd: musd * KUSD_PER_MUSD })}
      />
      {hasCapital(known, known.seat) && (
        <Amount
          id="autopilot-keep-capital"
          label={t('ui.autopilot.keepCapital')}
          unit={t('ui.unit.capital')}
          value={limits.keepCapital}
          most={100}
          onChange={(keepCapital) => set({ ...limits, keepCapital })}
        />
      )}
    </>
  );
}

export function AutopilotSettings() {
  const session = useSession();
  const kept = session.client.planning.value?.autopilot ?? null;
  // What was set and is on its way: the next change builds on it, not on what the server last said.
  const sent = useSignal<Autopilot | null>(null);
  useEffect(() => {
    if (sent.value !== null && JSON.stringify(sent.value) === JSON.stringify(kept)) sent.value = null;
  }, [kept]);
  const autopilot = kept === null ? null : (sent.value ?? kept);
  const known = session.known.value;
  if (autopilot === null || known === null || known.state.ended !== 'no') return null;
  const set = (next: Autopilot): void => {
    sent.value = next;
    void session.give({ do: 'autopilot', ...next }).then((taken) => {
      if (!taken && sent.value === next) sent.value = null;
    });
  };
  return (
    <fieldset class="form-field" data-testid="autopilot" aria-busy={sent.value !== null}>
      <legend class="label">{t('ui.autopilot')}</legend>
      <label class="check-line">
        <input
          type="checkbox"
          checked={autopilot.on}
          data-testid="autopilot-on"
          onChange={(event) => set({ ...autopilot, on: event.currentTarget.checked })}
        />
        {t('ui.autopilot.on')}
      </label>
      <p class="quiet">{t('ui.autopilot.about')}</p>
      <Limits known={known} autopilot={autopilot} set={(limits) => set({ ...autopilot, limits })} />
    </fieldset>
  );
}
