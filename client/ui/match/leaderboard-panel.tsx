/** Standing: the public board of models or the match score, how the blocs compare, and the own goal. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Bar } from '../components/bar.tsx';
import { Change } from '../components/change.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import { Switch } from '../components/switch.tsx';
import { Weights } from '../components/weights.tsx';
import { Figure } from '../explain/figure.tsx';
import { modelCost, modelPoints } from '../explain/models.ts';
import { capabilityChange } from '../explain/published.ts';
import { seatScore, type World } from '../explain/scores.ts';
import { Term } from '../help/term.tsx';
import { money, number, wholePoints } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { BlocChart } from './bloc-chart.tsx';
import { BlocStanding } from './bloc-standing.tsx';
import { boardRows, isLabUnseen } from './board.ts';
import { useChangingHands } from './changing-hands.ts';
import { OwnGoal } from './own-goal.tsx';
import { RivalsTable } from './rivals-table.tsx';
import { useSession } from './session.ts';

function Models({ world, seat, matchId }: { world: World; seat: string | null; matchId: string }) {
  const { state } = world;
  const rows = boardRows(state);
  const top = Math.max(1, ...rows.map((row) => row.model.capabilityMilli));
  const list = useRef<HTMLOListElement>(null);
  const order = rows.map(({ actor }) => actor);
  const old = state.history[state.history.length - 2];
  const before = order.filter((id) => (old?.actors[id]?.bestMilli ?? 0) > 0);
  before.sort((a, b) => (old?.actors[b]?.bestMilli ?? 0) - (old?.actors[a]?.bestMilli ?? 0));
  useChangingHands(list, order, before, `${matchId}:${state.turn}`);
  return (
    <>
      <div class="board-head label">
        <Term id="weights">{t('ui.board.head.lab')}</Term>
        <Term id="capability">{t('ui.board.head.capability')}</Term>
        <span>{t('ui.board.head.cost')}</span>
      </div>
      <ol class="board" data-testid="leaderboard" ref={list}>
        {rows.map((row, at) => (
          <li key={row.actor} class={row.actor === seat ? 'you' : ''}>
            <span class="board-rank figures">{at + 1}</span>
            <Seal id={row.actor} size={26} named />
            <span class="board-name">
              <strong>
                {name(row.actor, 'actor')} {row.actor === seat && <small>{t('ui.you')}</small>}
              </strong>
              <span class="quiet">
                <Weights open={row.model.open} name={row.model.name} />
              </span>
            </span>
            <Bar share={row.model.capabilityMilli / top} from={0} bloc={row.bloc} class="board-bar" />
            <Figure
              class="board-points"
              of={t('ui.explain.model', { name: row.model.name, actor: row.actor })}
              explain={() => modelPoints(world, row.model)}
            >
              {wholePoints(row.model.capabilityMilli)}
            </Figure>
            <Figure
              class="board-change"
              of={t('ui.explain.capability-change', { actor: row.actor })}
              explain={() => capabilityChange(row.actor, row.model.capabilityMilli, row.changeMilli)}
            >
              <Change by={Math.round(row.changeMilli / 1000)} />
            </Figure>
            <Figure
              class="board-cost"
              of={t('ui.explain.model-cost', { name: row.model.name, actor: row.actor })}
              explain={() => modelCost(row.model)}
            >
              {money(row.model.costKusd)}
            </Figure>
          </li>
        ))}
        {seat !== null && isLabUnseen(state, seat) && (
          <li class="you board-unseen">
            <span class="board-rank figures" aria-hidden="true">
              –
            </span>
            <Seal id={seat} size={26} named />
            <span class="board-name">
              <strong>
                {name(seat, 'actor')} <small>{t('ui.you')}</small>
              </strong>
              <span class="quiet">{t('ui.board.unseen')}</span>
            </span>
          </li>
        )}
      </ol>
    </>
  );
}

function Scores({ world, seat }: { world: World; seat: string | null }) {
  const { state } = world;
  const last = state.history[state.history.length - 1];
  // The row before the first turn is no score to compare with.
  const before = state.history.filter(({ turn }) => turn >= 0).at(-2);
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
          <Figure class="board-points" of={t('ui.explain.score', { actor })} explain={() => seatScore(world, actor)}>
            {number(Math.round(row.score))}
          </Figure>
          <Change by={Math.round(row.score - (before?.actors[actor]?.score ?? row.score))} />
        </li>
      ))}
    </ol>
  );
}

export function LeaderboardPanel() {
  const session = useSession();
  const shown = useSignal<'models' | 'score' | 'rivals'>('models');
  const state = session.state.value;
  const seat = session.seat.value;
  const known = session.known.value;
  if (state === null || ruleset.value === null) return null;
  const world: World = { ruleset: ruleset.value, state };
  return (
    <section aria-label={t('ui.tab.leaderboard')}>
      <div class="row-between">
        <Switch
          label={t('ui.tab.leaderboard')}
          value={shown.value}
          choices={[
            { value: 'models', label: t('ui.board.models') },
            { value: 'score', label: t('ui.board.score') },
            ...(known === null ? [] : [{ value: 'rivals' as const, label: t('ui.rivals'), testId: 'board-rivals' }]),
          ]}
          onChoose={(value) => {
            shown.value = value;
          }}
        />
      </div>
      <BlocChart state={state} />
      {shown.value === 'models' && <Models world={world} seat={seat} matchId={session.client.matchId} />}
      {shown.value === 'score' && <Scores world={world} seat={seat} />}
      {shown.value === 'rivals' && known !== null && <RivalsTable known={known} />}
      <PanelTitle title={t('ui.standing')} rule={false} />
      <BlocStanding world={world} />
      {seat !== null && <OwnGoal world={world} seat={seat} />}
    </section>
  );
}
