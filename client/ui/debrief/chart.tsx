/** A chart of the final score: a title that says what it shows, the lines, and the same as a table. The library comes late. */
import type { Markish } from '@observablehq/plot';
import { useEffect, useRef } from 'preact/hooks';
import { ChartFrame, type ChartRows } from '../components/chart-frame.tsx';
import { number, quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { blocOf } from '../world.ts';
import type { Series } from './series.ts';

export interface ChartProps {
  title: string;
  sub: string;
  series: readonly Series[];
  unit?: string;
  step?: boolean;
  /** Turning points, numbered as in the list beside. */
  marks?: readonly number[];
  testId?: string;
}

const HEIGHT = 236;
const MARGIN = { left: 40, right: 128, top: 22, bottom: 30 } as const;
/** Room that a label at the end of a line takes, that of a quarter below the chart, and of a turning point's number. */
const LABEL_PX = 14;
const TICK_PX = 62;
const MARK_PX = 17;

/** Numbers of the turning points in dark dots; where they would touch, the later ones give way. */
function markDots(Plot: typeof import('@observablehq/plot'), marks: readonly number[], turnPx: number): Markish[] {
  let before = Number.NEGATIVE_INFINITY;
  return marks.flatMap((turn, at) => {
    const x = Math.max(turn * turnPx, before + MARK_PX);
    before = x;
    const place = { x: turn, frameAnchor: 'top', dy: -13, dx: x - turn * turnPx } as const;
    return [
      Plot.dot([turn], { ...place, r: 8, fill: '#15212A' }),
      Plot.text([turn], { ...place, lineAnchor: 'middle', text: () => String(at + 1), fontWeight: 700, fill: '#FBF7EE' }),
    ];
  });
}

async function draw(host: HTMLElement, props: ChartProps): Promise<void> {
  const Plot = await import('@observablehq/plot');
  const rows = props.series.flatMap((one) => one.points.map((point) => ({ ...point, series: one.key })));
  const color = (one: Series): string => blocOf(one.of)?.colourDay ?? '#57626A';
  const dash = (one: Series): string | undefined => (blocOf(one.of)?.pattern === 'solid' ? undefined : '6 3');
  const turns = rows.map((row) => row.turn);
  const ends = [...props.series]
    .map((one) => ({ one, last: one.points[one.points.length - 1] }))
    .filter((end) => end.last !== undefined)
    .sort((a, b) => (b.last?.value ?? 0) - (a.last?.value ?? 0));
  const values = rows.map((row) => row.value);
  const span = Math.max(1, Math.max(...values) - Math.min(...values));
  const width = Math.max(300, host.clientWidth);
  const plotPx = width - MARGIN.left - MARGIN.right;
  const shown = [...new Set(turns)];
  const labelSpan = (span * LABEL_PX) / (HEIGHT - MARGIN.top - MARGIN.bottom);
  let above = Number.POSITIVE_INFINITY;
  const labels = ends.map(({ one, last }) => {
    const y = Math.min(last?.value ?? 0, above - labelSpan);
    above = y;
    return {
      one,
      turn: last?.turn ?? 0,
      last: last?.value ?? 0,
      y,
      text: `${name(one.key)} ${number(Math.round(last?.value ?? 0))}`,
    };
  });
  const chart = Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    style: { background: 'transparent', color: '#15212A', fontFamily: 'var(--cond)', fontSize: '12.5px' },
    x: {
      label: null,
      ticks: shown.filter((_, at) => at % Math.ceil(shown.length / Math.max(2, Math.floor(plotPx / TICK_PX))) === 0),
      tickFormat: (turn: number) => quarterOfTurn(turn),
    },
    y: { label: null, grid: true, ticks: 5, ...(props.unit === '%' ? { tickFormat: (value: number) => `${value}%` } : {}) },
    marks: [
      ...(props.marks ?? []).map((turn) => Plot.ruleX([turn], { stroke: '#15212A', strokeDasharray: '2 3' })),
      ...markDots(Plot, props.marks ?? [], plotPx / Math.max(1, shown.length - 1)),
      ...props.series.map((one) =>
        Plot.lineY(one.points, {
          x: 'turn',
          y: 'value',
          stroke: color(one),
          strokeWidth: one.strong === true ? 3 : 1.5,
          strokeOpacity: one.strong === true ? 1 : 0.65,
          curve: props.step === true ? 'step-after' : 'linear',
          ...(dash(one) === undefined ? {} : { strokeDasharray: dash(one) }),
        }),
      ),
      // Colour is never alone: each line ends in the shape of its bloc.
      ...labels
        .filter(({ one }) => blocOf(one.of) !== undefined)
        .map(({ one, turn, last }) =>
          Plot.dot([{ turn, last }], { x: 'turn', y: 'last', fill: color(one), r: 4, symbol: blocOf(one.of)?.shape ?? 'circle' }),
        ),
      ...labels.map((label) =>
        Plot.text([label], {
          x: 'turn',
          y: 'y',
          text: 'text',
          dx: 10,
          textAnchor: 'start',
          fill: color(label.one),
          fontWeight: label.one.strong === true ? 700 : 500,
        }),
      ),
    ],
  });
  chart.setAttribute('aria-hidden', 'true');
  host.replaceChildren(chart);
}

function tableOf({ series, unit = '' }: ChartProps): ChartRows {
  const turns = [...new Set(series.flatMap((one) => one.points.map((point) => point.turn)))].sort((a, b) => a - b);
  const cell = (one: Series, turn: number): string => {
    const value = one.points.find((point) => point.turn === turn)?.value;
    return value === undefined ? '–' : `${number(Math.round(value * 10) / 10)}${unit}`;
  };
  return {
    head: [t('ui.chart.quarter'), ...series.map((one) => name(one.key))],
    rows: turns.map((turn) => [quarterOfTurn(turn), ...series.map((one) => cell(one, turn))]),
  };
}

export function Chart(props: ChartProps) {
  return (
    <ChartFrame title={props.title} sub={props.sub} testId={props.testId} table={() => tableOf(props)}>
      <Lines {...props} />
    </ChartFrame>
  );
}

function Lines(props: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current !== null) void draw(host.current, props);
  }, [props.series.length, props.title, props.marks?.join()]);
  return <div class="chart-host" ref={host} style={{ minHeight: `${HEIGHT}px` }} />;
}
