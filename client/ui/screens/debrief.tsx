/** Final score: who won and by what, the record in charts, when it turned, who won the decade, and playing again. */
import { useEffect } from 'preact/hooks';
import { blamedBloc } from '#shared/rules/scoring/blame.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { Button } from '../components/button.tsx';
import { Mark } from '../components/mark.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import { Chart } from '../debrief/chart.tsx';
import { Epilogue } from '../debrief/epilogue.tsx';
import { FinalTable } from '../debrief/final-table.tsx';
import { KeptList } from '../debrief/kept-list.tsx';
import { finalTable, outcomeOf } from '../debrief/outcome.ts';
import { blocMeasure, capabilityByActor, crossing, domesticComputePercent, lastOf, type Series } from '../debrief/series.ts';
import { useTurningPoints } from '../debrief/turning-points.ts';
import { WhatIf } from '../debrief/what-if.tsx';
import { WhatIfChart } from '../debrief/what-if-chart.tsx';
import { WorkChart } from '../debrief/work-chart.tsx';
import { ExplainPanel } from '../explain/explain-panel.tsx';
import type { Explain } from '../explain/explanation.ts';
import { escalation as escalationOf } from '../explain/policy.ts';
import { busy, create, showFailure } from '../home/lobby-data.ts';
import { focusNextRegion, useKeys } from '../keys.ts';
import { dropMap } from '../match/map-state.ts';
import { EscalationTrack } from '../match/policy-panel.tsx';
import { useSession } from '../match/session.ts';
import { SettingsMenu } from '../match/settings-menu.tsx';
import { lineText } from '../report/line-text.ts';
import { goHome } from '../route.ts';
import { saveFile } from '../save-file.ts';
import { quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { blocsOf, ruleset } from '../world.ts';

/** What scrolls takes the focus, so that arrow keys can scroll it. */
const SCROLLS = { tabIndex: 0 } as const;

function resultTitle(state: KnownState): string {
  if (state.ended === 'strait') {
    const blamed = blamedBloc(state);
    return blamed === null ? t('ui.debrief.strait') : t('ui.debrief.strait.blamed', { bloc: blamed });
  }
  const { bloc, score, otherScore } = outcomeOf(state.history[state.history.length - 1], state.ended);
  if (bloc === null) return t('ui.debrief');
  return score === otherScore ? t('ui.debrief.level', { score }) : t('ui.debrief.wins', { bloc, score, other: otherScore });
}

/** "X ends first with 71", and who overtook whom. */
function leadTitle(series: readonly Series[]): string {
  const [first] = series;
  return first === undefined
    ? t('ui.debrief.chart.capability')
    : t('ui.debrief.chart.capability.title', { actor: first.key, points: Math.round(lastOf(first)) });
}

function crossTitle(series: readonly Series[], key: string): string {
  const ranked = [...series].sort((a, b) => lastOf(b) - lastOf(a));
  const [first, second] = ranked;
  if (first === undefined || second === undefined) return t(`ui.debrief.chart.${key}`);
  const turn = crossing(first, second);
  const params = {
    bloc: first.key,
    value: Math.round(lastOf(first)),
    other: Math.round(lastOf(second)),
    quarter: turn === null ? '' : quarterOfTurn(turn),
  };
  return t(turn === null ? `ui.debrief.chart.${key}.title` : `ui.debrief.chart.${key}.crossed`, params);
}

export function Debrief() {
  const session = useSession();
  const whatIf = session.whatIf.result.value;
  const state = session.state.value;
  const table = session.client.table.value;
  const points = useTurningPoints(session.client, Math.min(session.client.view.value?.reports ?? 0, state?.lengthTurns ?? 0));
  useKeys({ F6: (event) => focusNextRegion(event.shiftKey) });
  useEffect(() => {
    dropMap();
    document.querySelector<HTMLElement>('#debrief-title')?.focus();
  }, []);
  if (state === null || table === null) return null;
  const seat = session.seat.value;
  const blocs = blocsOf(state);
  const marks = points.map((point) => point.turn);
  const capability = capabilityByActor(state, seat);
  const resilience = blocMeasure(state.history, blocs, 'resilience');
  const reach = blocMeasure(state.history, blocs, 'reach');
  const pressure = blocMeasure(state.history, blocs, 'pressure');
  const escalation: Series = {
    key: t('ui.escalation'),
    of: '',
    points: state.history.map((row) => ({ turn: row.turn, value: row.escalation })),
  };
  const domestic = domesticComputePercent(state);
  const world = ruleset.value;
  const whyEscalation: Explain | undefined =
    world === null ? undefined : () => escalationOf({ ruleset: world, state }, session.client.view.value?.report ?? []);
  const epilogue = session.client.view.value?.epilogue ?? null;
  const mine = finalTable(state.history[state.history.length - 1]).findIndex((row) => row.seat === seat);
  const playAgain = (): Promise<void> =>
    create(
      { ...table.settings, name: '' },
      seat,
      table.seats.every((one) => one.people.length <= 1),
      session.client.place,
    );
  const saveLog = async (): Promise<void> => {
    try {
      saveFile(`match-${table.matchId}.json`, JSON.stringify(await session.client.log()), 'application/json');
    } catch (error) {
      showFailure(error);
    }
  };
  return (
    <div class="debrief">
      <header class="top-bar dark" data-region tabIndex={-1}>
        <button type="button" class="brand" onClick={goHome} aria-label={t('ui.home')}>
          <Mark size={32} /> <span>{t('ui.title')}</span>
        </button>
        <div class="stat stat-turn">
          <span class="stat-label">{t('ui.debrief')}</span>
          <span class="stat-value">{table.settings.name || name(state.scenario, 'scenario')}</span>
          <small class="quiet figures">
            {quarterOfTurn(0)} – {quarterOfTurn(Math.max(0, Math.min(state.turn, state.lengthTurns) - 1))}
          </small>
        </div>
        <div class="stat result">
          {seat !== null && <Seal id={seat} look="you" size={38} />}
          <div>
            <h1 id="debrief-title" tabIndex={-1}>
              {resultTitle(state)}
            </h1>
            {mine >= 0 && (
              <p class="quiet">{t('ui.debrief.you-are', { actor: seat ?? '', rank: mine + 1, of: state.seats.length })}</p>
            )}
          </div>
        </div>
        <span class="grow" />
        <Button
          class="btn-dark"
          icon="history"
          testId="replay"
          onPress={() => {
            session.replay.look({ turn: 0, as: null, course: 'was' });
          }}
        >
          {t('ui.debrief.replay')}
        </Button>
        <Button class="btn-dark" icon="download" testId="download-log" onPress={() => void saveLog()}>
          {t('ui.debrief.log')}
        </Button>
        <Button look="act" testId="play-again" busy={busy.value} onPress={() => void playAgain()}>
          {t('ui.debrief.again')}
        </Button>
        <SettingsMenu />
      </header>
      <ExplainPanel />
      <main class="debrief-charts" aria-label={t('ui.debrief.charts')} data-region tabIndex={-1}>
        {whatIf !== null && <WhatIfChart state={state} seat={seat} result={whatIf} />}
        <Chart
          title={leadTitle(capability)}
          sub={t('ui.debrief.chart.capability')}
          series={capability}
          step
          marks={marks}
          testId="chart-capability"
        />
        <WorkChart state={state} seat={seat} />
        <Chart
          title={crossTitle(resilience, 'resilience')}
          sub={t('ui.debrief.chart.resilience')}
          series={resilience}
          hatch="under"
          marks={marks}
          testId="chart-resilience"
        />
        <Chart
          title={crossTitle(reach, 'reach')}
          sub={t('ui.debrief.chart.reach')}
          series={reach}
          hatch="under"
          marks={marks}
          testId="chart-reach"
        />
        <Chart
          title={t('ui.debrief.chart.pressure.title', {
            value: Math.round(Math.max(...pressure.flatMap((one) => one.points.map((point) => point.value)), 0)),
          })}
          sub={t('ui.debrief.chart.pressure')}
          series={[...pressure, escalation]}
          marks={marks}
          testId="chart-pressure"
        />
        {domestic.some((one) => one.points.length > 0) && (
          <Chart
            title={crossTitle(domestic, 'domestic')}
            sub={t('ui.debrief.chart.domestic')}
            series={domestic}
            hatch="under"
            unit="percent"
            marks={marks}
            testId="chart-domestic"
          />
        )}
        {epilogue !== null && epilogue.length > state.history.length && (
          <Chart
            title={t('ui.debrief.chart.epilogue.title')}
            sub={t('ui.debrief.chart.epilogue')}
            series={blocMeasure(epilogue, blocs, 'score')}
            marks={[state.history[state.history.length - 1]?.turn ?? 0]}
            testId="chart-epilogue"
          />
        )}
      </main>
      <aside class="debrief-side" aria-label={t('ui.debrief.final')} data-region {...SCROLLS}>
        <FinalTable state={state} seat={seat} />
        {epilogue !== null && <Epilogue state={state} epilogue={epilogue} />}
        <section>
          <PanelTitle title={t('ui.debrief.turning')} />
          <ol class="turning">
            {points.map((point, at) => (
              <li key={point.entry.id}>
                <span class="turning-number" aria-hidden="true">
                  {at + 1}
                </span>
                <span>
                  <b class="figures">{quarterOfTurn(point.turn)}</b> {point.entry.line === null ? '' : lineText(point.entry.line)}
                </span>
              </li>
            ))}
          </ol>
        </section>
        <WhatIf state={state} seat={seat} />
        <KeptList matchId={table.matchId} />
        <section>
          <PanelTitle title={t('ui.escalation')} />
          <EscalationTrack value={state.escalation} {...(whyEscalation === undefined ? {} : { why: whyEscalation })} />
        </section>
        <section class="talk">
          <strong>{t('ui.debrief.talk')}</strong>
          <p>{t('ui.debrief.talk.text')}</p>
        </section>
        <p class="quiet">{t('ui.home.disclaimer')}</p>
      </aside>
    </div>
  );
}
