/** Standing: the public board of models or the match score, how the blocs compare, and the own goal. */
import { useSignal } from '@preact/signals';
import type { KnownState } from '#shared/state/schema.ts';
import { Bar } from '../components/bar.tsx';
import { Change } from '../components/change.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import { Switch } from '../components/switch.tsx';
import { Weights } from '../components/weights.tsx';
import { money, number, wholePoints } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { BlocChart, leadSentence } from './bloc-chart.tsx';
import { BlocStanding } from './bloc-standing.tsx';
import { boardRows } from './board.ts';
import { OwnGoal } from './own-goal.tsx';
import { useSession } from './session.ts';

function Models({ state, seat }: { state: KnownState; seat: string | null }) {
  const rows = boardRows(state);
  const top = Math.max(1, ...rows.map((row) => row.model.capabilityMilli));
  return (
    <>
      <div class="board-head label">
        <span>{t('ui.board.head.lab')}</span>
        <span>{t('ui.board.head.capability')}</span>
        <span>{t('ui.board.head.cost')}</span>
      </div>
      <ol class="board" data-testid="leaderboard">
        {rows.map((row, at) => (
          <li key={row.actor} class={row.actor === seat ? 'you' : ''}>
            <span class="board-rank figures">{at + 1}</span>
            <Seal id={row.actor} size={26} named />
            <span class="board-name">
              <strong>
                {name(row.actor, 'actor')} {row.actor === seat && <small>{t('ui.you')}</small>}
              </strong>
              <span class="quiet">
                {row.model.name} <Weights open={row.model.open} />
              </span>
            </span>
            <Bar share={row.model.capabilityMilli / top} from={0} bloc={row.bloc} class="board-bar" />
            <b class="figures board-points">{wholePoints(row.model.capabilityMilli)}</b>
            <Change by={row.changeMilli / 1000} />
            <span class="figures board-cost">{money(row.model.costKusd)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Scores({ state, seat }: { state: KnownState; seat: string | null }) {
  const last = state.history[state.history.length - 1];
  const before = state.history[state.history.length - 2];
  const rows = Object.entries(last?.actors ?? {}).sort((a, b) => b[1].score - a[1].score);
  if (rows.length === 0) return <p class="empty">{t('ui.board.no-scores')}</p>;
  return (
    <ol class="board board-scores">
      {rows.map(([actor, row], at) => (
        <li key={actor} class={actor === seat ? 'you' : ''}>
          <span class="board-rank figures">{at + 1}</span>
          <Seal id={actor} size={26} named />
          <span class="board-name">
            <strong>
              {name(actor, 'actor')} {actor === seat && <small>{t('ui.you')}</small>}
            </strong>
          </span>
          <Bar share={row.score / 100} bloc={state.actors[actor]?.bloc ?? null} class="board-bar" />
          <b class="figures board-points">{number(Math.round(row.score))}</b>
          <Change by={Math.round(row.score - (before?.actors[actor]?.score ?? row.score))} />
        </li>
      ))}
    </ol>
  );
}

export function LeaderboardPanel() {
  const session = useSession();
  const shown = useSignal<'models' | 'score'>('models');
  const state = session.state.value;
  const seat = session.seat.value;
  if (state === null) return null;
  return (
    <section aria-label={t('ui.tab.leaderboard')}>
      <div class="row-between">
        <Switch
          label={t('ui.tab.leaderboard')}
          value={shown.value}
          choices={[
            { value: 'models', label: t('ui.board.models') },
            { value: 'score', label: t('ui.board.score') },
          ]}
          onChoose={(value) => {
            shown.value = value;
          }}
        />
        <span class="quiet">{t('ui.board.public')}</span>
      </div>
      <h2 class="serif board-sentence">{leadSentence(state)}</h2>
      <BlocChart state={state} />
      {shown.value === 'models' ? <Models state={state} seat={seat} /> : <Scores state={state} seat={seat} />}
      <PanelTitle title={t('ui.standing')} rule={false} />
      <BlocStanding state={state} />
      {seat !== null && <OwnGoal seat={seat} />}
    </section>
  );
}
