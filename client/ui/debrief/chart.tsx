/** A chart of the final score: a title that says what it shows, the lines, and the same as a table. The library comes late. */
import type { Band } from '#shared/experiment/band.ts';
import type { TurnBand } from '#shared/replay/branch-band.ts';
import { ChartFrame, type ChartRows } from '../components/chart-frame.tsx';
import { number, percent, quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { blocOf } from '../world.ts';
import { chartHeight } from './chart-height.ts';
import { addHatches, bandArea, colourOf, crossMarks, endMarks, hatchedAreas, markDots } from './chart-marks.ts';
import { Drawn } from './drawn.tsx';
import { lastCrossing, type Series } from './series.ts';

export interface ChartProps {
  title: string;
  sub: string;
  series: readonly Series[];
  unit?: 'percent';
  step?: boolean;
  /** Turning points, numbered as in the list beside. */
  marks?: readonly number[];
  /** Hatches what lies under the line of a bloc with a pattern, or between the first two lines. */
  hatch?: 'under' | 'between';
  /** Where most of many games lie, and what that is called in the table. */
  band?: { readonly rows: readonly TurnBand[]; readonly label: string };
  testId?: string;
}

const MARGIN = { left: 40, right: 128, top: 22, bottom: 30 } as const;
/** Room that a label at the end of a line takes. */
const LABEL_PX = 14;
/** Room that a quarter takes below the chart: letters and digits are half as wide as Chinese characters. */
const FULL_WIDTH_PX = 12.5;
const tickPx = (label: string): number =>
  [...label].reduce((sum, one) => sum + (one > '\u2e80' ? FULL_WIDTH_PX : FULL_WIDTH_PX / 2), 18);

async function draw(host: HTMLElement, props: ChartProps): Promise<void> {
  const Plot = await import('@observablehq/plot');
  const rows = props.series.flatMap((one) => one.points.map((point) => ({ ...point, series: one.key })));
  const dash = (one: Series): string | undefined => {
    const bloc = blocOf(one.of);
    if (bloc === undefined) return '2 4';
    return bloc.pattern === 'solid' ? undefined : '6 3';
  };
  const turns = rows.map((row) => row.turn);
  const ends = [...props.series]
    .map((one) => ({ one, last: one.points[one.points.length - 1] }))
    .filter((end) => end.last !== undefined)
    .sort((a, b) => (b.last?.value ?? 0) - (a.last?.value ?? 0));
  const band = props.band?.rows ?? [];
  const values = [...rows.map((row) => row.value), ...band.flatMap(({ low, high }) => [low, high])];
  const span = Math.max(1, Math.max(...values) - Math.min(...values));
  const width = Math.max(300, host.clientWidth);
  const height = chartHeight();
  const plotPx = width - MARGIN.left - MARGIN.right;
  const shown = [...new Set(turns)];
  const labelSpan = (span * LABEL_PX) / (height - MARGIN.top - MARGIN.bottom);
  let above = Number.POSITIVE_INFINITY;
  const labels = ends.map(({ one, last }) => {
    const y = Math.min(last?.value ?? 0, above - labelSpan);
    above = y;
    return {
      of: one.of,
      strong: one.strong === true,
      colour: colourOf(one),
      turn: last?.turn ?? 0,
      last: last?.value ?? 0,
      y,
      text: `${name(one.key)} ${number(Math.round(last?.value ?? 0))}`,
    };
  });
  const turnPx = plotPx / Math.max(1, shown.length - 1);
  const least = props.hatch === 'under' ? 0 : Math.min(...values);
  const cross =
    props.step !== true && props.hatch !== 'between' && props.band === undefined && props.series.length === 2
      ? lastCrossing(props.series)
      : null;
  const chart = Plot.plot({
    width,
    height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    style: { background: 'transparent', color: '#15212A', fontFamily: 'var(--cond)', fontSize: '12.5px' },
    x: {
      label: null,
      domain: [Math.min(...turns), Math.max(...turns)],
      ticks: shown.filter(
        (_, at) => at % Math.ceil(shown.length / Math.max(2, Math.floor(plotPx / tickPx(quarterOfTurn(turns[0] ?? 0))))) === 0,
      ),
      tickFormat: (turn: number) => quarterOfTurn(turn),
    },
    y: { label: null, grid: true, ticks: 5, tickFormat: (value: number) => figure(value, props.unit) },
    marks: [
      ...bandArea(Plot, band),
      ...hatchedAreas(Plot, props.series, props.hatch ?? null, least),
      ...(props.marks ?? []).map((turn) => Plot.ruleX([turn], { stroke: '#15212A', strokeDasharray: '2 3' })),
      ...markDots(Plot, props.marks ?? [], turnPx),
      ...props.series.map((one) =>
        Plot.lineY(one.points, {
          x: 'turn',
          y: 'value',
          stroke: colourOf(one),
          strokeWidth: one.strong === true ? 3 : 1.5,
          strokeOpacity: one.strong === true ? 1 : 0.65,
          curve: props.step === true ? 'step-after' : 'linear',
          ...(dash(one) === undefined ? {} : { strokeDasharray: dash(one) }),
        }),
      ),
      ...endMarks(Plot, labels, turnPx),
      ...(cross === null ? [] : crossMarks(Plot, cross, [least, Math.max(...values)])),
    ],
  });
  chart.setAttribute('aria-hidden', 'true');
  addHatches(chart, props.series);
  host.replaceChildren(chart);
}

/** "37 to 44", or one figure where both are the same. */
export function rangeOf({ low, high }: Band): string {
  const [from, to] = [number(Math.round(low)), number(Math.round(high))];
  return from === to ? from : t('ui.range', { from, to });
}

/** A value of the chart as it is read: a share with its sign. */
const figure = (value: number, unit: ChartProps['unit']): string => (unit === 'percent' ? percent(value * 10) : number(value));

function tableOf({ series, unit, band }: ChartProps): ChartRows {
  const turns = [...new Set(series.flatMap((one) => one.points.map((point) => point.turn)))].sort((a, b) => a - b);
  const cell = (one: Series, turn: number): string => {
    const value = one.points.find((point) => point.turn === turn)?.value;
    return value === undefined ? '–' : figure(value, unit);
  };
  const within = (turn: number): string => {
    const found = band?.rows.find((row) => row.turn === turn);
    return found === undefined ? '–' : rangeOf(found);
  };
  return {
    head: [t('ui.chart.quarter'), ...series.map((one) => name(one.key)), ...(band === undefined ? [] : [band.label])],
    rows: turns.map((turn) => [
      quarterOfTurn(turn),
      ...series.map((one) => cell(one, turn)),
      ...(band === undefined ? [] : [within(turn)]),
    ]),
  };
}

export function Chart(props: ChartProps) {
  return (
    <ChartFrame title={props.title} sub={props.sub} testId={props.testId} table={() => tableOf(props)}>
      <Drawn
        draw={(host) => draw(host, props)}
        of={`${props.series.length} ${props.title} ${props.sub} ${props.marks?.join() ?? ''}`}
        minHeight={chartHeight()}
      />
    </ChartFrame>
  );
}
