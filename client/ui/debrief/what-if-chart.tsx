/** Both histories of one bloc as two lines with what lies between them hatched; what is compared can be chosen. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { BranchSummary } from '#shared/replay/branch-summary.ts';
import type { KnownState, Standing } from '#shared/state/schema.ts';
import { Switch } from '../components/switch.tsx';
import { name, t } from '../text.ts';
import { blocsOf } from '../world.ts';
import { Chart } from './chart.tsx';
import { lastOf, type Series } from './series.ts';

const MEASURES = ['score', 'frontier', 'reach', 'resilience'] as const;
type Measure = (typeof MEASURES)[number];

/** Quarters shown before the order, for comparison. */
const BEFORE = 4;

const course = (standings: readonly Standing[], from: number, bloc: string, measure: Measure): Series['points'] =>
  standings.filter(({ turn }) => turn >= from).map((row) => ({ turn: row.turn, value: row.blocs[bloc]?.[measure] ?? 0 }));

/** What the chart shows, in a sentence. */
function titleOf(bloc: string, measure: Measure, was: number, would: number): string {
  const params = { bloc, what: t(`ui.standing.${measure}`), was: Math.round(was), would: Math.round(would) };
  return t(params.was === params.would ? 'ui.what-if.chart.same' : 'ui.what-if.chart', params);
}

export function WhatIfChart({ state, seat, result }: { state: KnownState; seat: string | null; result: BranchSummary }) {
  const blocs = blocsOf(state);
  const measure = useSignal<Measure>('score');
  const bloc = useSignal(state.actors[seat ?? '']?.bloc ?? blocs[0] ?? '');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'start' }), [result]);
  const from = Math.max(0, result.turn - BEFORE);
  const points = (standings: readonly Standing[]) => course(standings, from, bloc.value, measure.value);
  const was: Series = { key: t('ui.what-if.was'), of: bloc.value, strong: true, points: points(result.original.standings) };
  const would: Series = { key: t('ui.what-if.would'), of: '', strong: true, points: points(result.branch.standings) };
  return (
    <div class="what-if-chart" ref={place}>
      <Chart
        title={titleOf(bloc.value, measure.value, lastOf(was), lastOf(would))}
        sub={t('ui.what-if.chart.sub', { what: t(`ui.standing.${measure.value}`) })}
        series={[was, would]}
        hatch="between"
        marks={[result.turn]}
        testId="chart-what-if"
      />
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
  );
}
