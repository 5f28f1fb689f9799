/** The seat's own figures in the bar: cash, compute, talent, capital or stock by role, pressure, score and rank. */
import type { KnownState } from '#shared/state/schema.ts';
import { Change } from '../components/change.tsx';
import { Gauge } from '../components/gauge.tsx';
import { Term } from '../help/term.tsx';
import { compute, count, money, number, percent } from '../text/quantity.ts';
import { t } from '../text.ts';
import { layout } from './layout.ts';
import { useSession } from './session.ts';
import { FigureButton, Stat } from './top-bar.tsx';

/** Rank by score after the last turn, 1 is best. */
export function rankOf(state: KnownState, seat: string): { rank: number; score: number; change: number } | null {
  const last = state.history[state.history.length - 1];
  const before = state.history[state.history.length - 2];
  const mine = last?.actors[seat];
  if (last === undefined || mine === undefined || state.turn === 0) return null;
  const better = Object.values(last.actors).filter((other) => other.score > mine.score).length;
  return { rank: better + 1, score: mine.score, change: mine.score - (before?.actors[seat]?.score ?? mine.score) };
}

/** Researchers who are not at work on a programme. */
function talentFree(own: NonNullable<KnownState['actors'][string]['own']>): number {
  return own.talent - Object.values(own.programmes).reduce((sum, programme) => sum + programme.talent, 0);
}

export function OwnFigures({ resolution }: { resolution: boolean }) {
  const session = useSession();
  const state = session.state.value;
  const seat = session.seat.value;
  const actor = seat === null ? undefined : state?.actors[seat];
  const own = actor?.own;
  if (state === null || seat === null || actor === undefined || own === undefined) return null;
  const totals = resolution ? undefined : session.check.value?.totals;
  const bloc = state.blocs[actor.bloc];
  const standing = rankOf(state, seat);
  const stock = Object.values(own.inventory).reduce((sum, units) => sum + units, 0);
  const maker = Object.keys(actor.open.pricesKusd).length > 0;
  const government = actor.open.capital !== null;
  const roomy = layout.value === 'wide' || layout.value === 'desk';
  return (
    <>
      <Stat label={t('ui.cash')} figure="cash">
        {money(own.cashKusd)}
        {roomy && totals !== undefined && totals.kusd > 0 && <small>{t('ui.drafted', { costKusd: -totals.kusd })}</small>}
      </Stat>
      {government && (
        <Stat label={t('ui.capital')} figure="capital" term="capital">
          {number(actor.open.capital ?? 0)}
          {roomy && totals !== undefined && totals.capital > 0 && (
            <small>{t('ui.drafted.capital', { n: -totals.capital })}</small>
          )}
        </Stat>
      )}
      {!government && !maker && (
        <Stat label={t('ui.compute')} figure="compute" term="h100e">
          {compute(own.trainMilliH100e)}
          {roomy && <small>{t('ui.compute.useful', { usefulPermille: own.usefulPermille })}</small>}
        </Stat>
      )}
      {maker && (
        <Stat label={t('ui.stock')} figure="stock">
          {count(stock)} {roomy && <small>{t('ui.stock.chips')}</small>}
        </Stat>
      )}
      {!government && (
        <Stat label={t('ui.talent')} class="stat-talent" figure="talent" term="talent">
          {count(own.talent)}{' '}
          {roomy && <small>{t('ui.talent.free', { n: Math.max(0, talentFree(own) - (totals?.talent ?? 0)) })}</small>}
        </Stat>
      )}
      {government && layout.value === 'wide' && bloc?.shared !== undefined && (
        <Stat label={t('ui.domestic')}>{percent(bloc.shared.domesticCardsPermille)}</Stat>
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
        <Stat label={t('ui.score')} figure="score" term="score">
          {number(Math.round(standing.score))} <small>{t('ui.rank', { rank: standing.rank, of: state.seats.length })}</small>
        </Stat>
      )}
    </>
  );
}
