/** The seat's own figures in the bar: cash, compute, talent, capital or stock by role, pressure, score and rank. */
import type { KnownState } from '#shared/state/schema.ts';
import { Change } from '../components/change.tsx';
import { Gauge } from '../components/gauge.tsx';
import { Figure } from '../explain/figure.tsx';
import { domestic, drafted, rank, talentFree, useful } from '../explain/own-figures.ts';
import { Term } from '../help/term.tsx';
import { compute, count, money, number, percent } from '../text/quantity.ts';
import { t } from '../text.ts';
import { layout } from './layout.ts';
import { useSession } from './session.ts';
import { FigureButton, Stat } from './top-bar.tsx';

/** Rank by score after the last turn, 1 is best. */
export function rankOf(state: KnownState, seat: string): { rank: number; score: number; change: number } | null {
  const last = state.history[state.history.length - 1];
  const before = state.history.filter(({ turn }) => turn >= 0).at(-2);
  const mine = last?.actors[seat];
  if (last === undefined || mine === undefined || state.turn === 0) return null;
  const better = Object.values(last.actors).filter((other) => other.score > mine.score).length;
  return { rank: better + 1, score: mine.score, change: mine.score - (before?.actors[seat]?.score ?? mine.score) };
}

/** Share of the bloc's compute that runs on chips made at home. */
function OwnShare({ permille }: { permille: number }) {
  return (
    <div class="stat">
      <span class="stat-label">{t('ui.domestic')}</span>
      <Figure class="stat-value" of={t('ui.domestic')} explain={() => domestic(permille)}>
        {percent(permille)}
      </Figure>
    </div>
  );
}

export function OwnFigures({ resolution }: { resolution: boolean }) {
  const session = useSession();
  const state = session.state.value;
  const seat = session.seat.value;
  const actor = seat === null ? undefined : state?.actors[seat];
  const own = actor?.own;
  if (state === null || seat === null || actor === undefined || own === undefined) return null;
  const check = resolution ? null : session.check.value;
  const known = session.known.value;
  const bloc = state.blocs[actor.bloc];
  const standing = rankOf(state, seat);
  const place = standing === null ? '' : t('ui.rank', { rank: standing.rank, of: state.seats.length });
  const stock = Object.values(own.inventory).reduce((sum, units) => sum + units, 0);
  const maker = Object.keys(actor.open.pricesKusd).length > 0;
  const government = actor.open.capital !== null;
  const wide = layout.value === 'wide';
  const roomy = wide || layout.value === 'desk';
  return (
    <>
      <Stat
        label={t('ui.cash')}
        figure="cash"
        icon="banknote"
        small={
          wide &&
          check !== null &&
          check.totals.kusd > 0 && (
            <Figure class="stat-small" of={t('ui.explain.drafted')} explain={() => drafted(check, 'kusd')}>
              {t('ui.drafted', { costKusd: -check.totals.kusd })}
            </Figure>
          )
        }
      >
        {money(own.cashKusd)}
      </Stat>
      {government && (
        <Stat
          label={t('ui.capital')}
          figure="capital"
          term="capital"
          icon="landmark"
          small={
            wide &&
            check !== null &&
            check.totals.capital > 0 && (
              <Figure class="stat-small" of={t('ui.explain.drafted')} explain={() => drafted(check, 'capital')}>
                {t('ui.drafted.capital', { n: -check.totals.capital })}
              </Figure>
            )
          }
        >
          {number(actor.open.capital ?? 0)}
        </Stat>
      )}
      {!government && !maker && (
        <Stat
          label={t('ui.compute')}
          figure="compute"
          term="h100e"
          icon="server"
          small={
            wide &&
            known !== null && (
              <Figure class="stat-small" of={t('ui.explain.useful')} explain={() => useful(known, own)}>
                {t('ui.compute.useful', { usefulPermille: own.usefulPermille })}
              </Figure>
            )
          }
        >
          {compute(own.trainMilliH100e)}
          {!wide && <small>{t('ui.h100e')}</small>}
        </Stat>
      )}
      {maker && (
        <Stat label={t('ui.stock')} figure="stock" icon="cpu">
          {count(stock)} {roomy && <small>{t('ui.stock.chips')}</small>}
        </Stat>
      )}
      {!government && (
        <Stat
          label={t('ui.talent')}
          class="stat-talent"
          figure="talent"
          term="talent"
          icon="users"
          small={
            wide && (
              <Figure
                class="stat-small"
                of={t('ui.explain.talent-free')}
                explain={() => talentFree(own, check?.totals.talent ?? 0)}
              >
                {t('ui.talent.free', { n: Math.max(0, talentFree(own, check?.totals.talent ?? 0).total ?? 0) })}
              </Figure>
            )
          }
        >
          {count(own.talent)}
        </Stat>
      )}
      {government && layout.value === 'wide' && state.turn > 0 && bloc?.shared !== undefined && (
        <OwnShare permille={bloc.shared.domesticCardsPermille} />
      )}
      {bloc !== undefined && (
        <div class="stat stat-pressure" data-testid="pressure">
          <Gauge
            value={bloc.open.pressure}
            before={bloc.open.pressureBefore}
            bloc={actor.bloc}
            size={layout.value === 'phone' ? 46 : 70}
          />
          <div>
            <span class="stat-label">
              <Term id="pressure">{t('ui.pressure')}</Term>
            </span>
            <FigureButton figure="pressure" label={t('ui.pressure')}>
              {bloc.open.pressure} <Change by={bloc.open.pressure - bloc.open.pressureBefore} />
            </FigureButton>
          </div>
        </div>
      )}
      {standing !== null && roomy && (
        <Stat
          label={t('ui.score')}
          figure="score"
          term="score"
          small={
            wide && (
              <Figure class="stat-small" of={t('ui.explain.rank')} explain={() => rank(state, place)}>
                {place}
              </Figure>
            )
          }
        >
          {number(Math.round(standing.score))}
        </Stat>
      )}
    </>
  );
}
