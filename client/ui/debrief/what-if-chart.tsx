/** Both histories of one bloc as two lines, and the band in which most games with other luck lie; what is compared can be chosen. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Band } from '#shared/experiment/band.ts';
import { bandOf, effectBand, type TurnBand } from '#shared/replay/branch-band.ts';
import type { BranchSummary } from '#shared/replay/branch-summary.ts';
import type { KnownState, Standing } from '#shared/state/schema.ts';
import { Button } from '../components/button.tsx';
import { Switch } from '../components/switch.tsx';
import { useSession } from '../match/session.ts';
import { signed } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { blocsOf } from '../world.ts';
import { Chart, rangeOf } from './chart.tsx';
import { lastOf, type Series } from './series.ts';
import { WhatIfResult } from './what-if-result.tsx';
import { MOST_GAMES } from './what-if-run.ts';

const MEASURES = ['score', 'frontier', 'reach', 'resilience'] as const;
type Measure = (typeof MEASURES)[number];

/** Quarters shown before the order, for comparison. */
const BEFORE = 4;
/** Fewer games say little about how far it spreads. */
const LEAST_GAMES = 10;

const course = (standings: readonly Standing[], from: number, bloc: string, measure: Measure): Series['points'] =>
  standings.filter(({ turn }) => turn >= from).map((row) => ({ turn: row.turn, value: row.blocs[bloc]?.[measure] ?? 0 }));

/** The score, unless it ends the same and another measure does not. */
function mostChanged({ original, branch }: BranchSummary, bloc: string): Measure {
  const at = (standings: readonly Standing[], measure: Measure): number => standings.at(-1)?.blocs[bloc]?.[measure] ?? 0;
  const change = (measure: Measure): number =>
    Math.abs(Math.round(at(branch.standings, measure)) - Math.round(at(original.standings, measure)));
  return MEASURES.find((measure) => change(measure) > 0) ?? 'score';
}

/** What the chart shows, in a sentence. */
function titleOf(bloc: string, measure: Measure, was: number, would: number): string {
  const params = { bloc, what: t(`ui.standing.${measure}`), was: Math.round(was), would: Math.round(would) };
  return t(params.was === params.would ? 'ui.what-if.chart.same' : 'ui.what-if.chart', params);
}

/** "−1.2 to +0.4", or one figure where both are the same. */
function changeOf({ low, high }: Band): string {
  // Adding nothing turns what is rounded to minus nothing into nothing.
  const say = (value: number): string => signed(Math.round(value * 10) / 10 + 0);
  const [from, to] = [say(low), say(high)];
  return from === to ? from : t('ui.range', { from, to });
}

/** How many games with other luck have been played, with a way to stop and to go on. */
function Progress() {
  const { games, running, stop, more } = useSession().whatIf;
  const played = games.value.length;
  const words = t('ui.what-if.replays', { n: played, of: MOST_GAMES });
  return (
    <div class="what-if-progress" data-testid="what-if-progress">
      <progress max={MOST_GAMES} value={played} aria-label={words} />
      <span class="figures">{words}</span>
      {running.value ? (
        <Button icon="pause" testId="what-if-stop" onPress={stop}>
          {t('ui.what-if.stop')}
        </Button>
      ) : (
        played < MOST_GAMES && (
          <Button icon="play" testId="what-if-more" onPress={more}>
            {t('ui.what-if.more')}
          </Button>
        )
      )}
    </div>
  );
}

export function WhatIfChart({ state, seat, result }: { state: KnownState; seat: string | null; result: BranchSummary }) {
  const blocs = blocsOf(state);
  const bloc = useSignal(state.actors[seat ?? '']?.bloc ?? blocs[0] ?? '');
  const measure = useSignal<Measure>(mostChanged(result, bloc.peek()));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'start' }), [result]);
  const from = Math.max(0, result.turn - BEFORE);
  const points = (standings: readonly Standing[]) => course(standings, from, bloc.value, measure.value);
  const was: Series = { key: t('ui.what-if.was'), of: bloc.value, strong: true, points: points(result.original.standings) };
  const would: Series = { key: t('ui.what-if.would'), of: '', strong: true, points: points(result.branch.standings) };
  const games = useSession().whatIf.games.value;
  const enough = games.length >= LEAST_GAMES;
  // It opens where the order was left out.
  const start = was.points.find(({ turn }) => turn === result.turn - 1);
  const band: TurnBand[] = [
    ...(start === undefined ? [] : [{ turn: start.turn, low: start.value, high: start.value }]),
    ...bandOf(games, bloc.value, measure.value),
  ];
  const what = t(`ui.standing.${measure.value}`);
  return (
    <div class="what-if-chart" ref={place}>
      <div class="what-if-course">
        <Chart
          title={titleOf(bloc.value, measure.value, lastOf(was), lastOf(would))}
          sub={t(enough ? 'ui.what-if.chart.sub.band' : 'ui.what-if.chart.sub', { what, n: games.length })}
          series={[was, would]}
          {...(enough ? { band: { rows: band, label: t('ui.what-if.band.column') } } : { hatch: 'between' as const })}
          marks={[result.turn]}
          testId="chart-what-if"
        />
        {enough && (
          <p data-testid="what-if-band">
            {t('ui.what-if.band', {
              bloc: bloc.value,
              what,
              range: rangeOf(band[band.length - 1] ?? { low: 0, high: 0 }),
              change: changeOf(effectBand(games, bloc.value, measure.value)),
            })}
          </p>
        )}
        <Progress />
        <div class="what-if-choices">
          <Switch
            label={t('ui.what-if.measure')}
            value={measure.value}
            choices={MEASURES.map((value) => ({ value, label: t(`ui.standing.${value}`) }))}
            onChoose={(value) => {
              measure.value = value;
            }}
          />
          <Switch
            label={t('ui.what-if.side')}
            value={bloc.value}
            choices={blocs.map((value) => ({ value, label: name(value, 'bloc') }))}
            onChoose={(value) => {
              bloc.value = value;
            }}
          />
        </div>
      </div>
      <WhatIfResult state={state} result={result} />
    </div>
  );
}
