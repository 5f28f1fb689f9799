/** A chart of the final score: a title that says what it shows, the lines, and the same as a table. The library comes late. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
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

const HEIGHT = 250;

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
  let above = Number.POSITIVE_INFINITY;
  const labels = ends.map(({ one, last }) => {
    const y = Math.min(last?.value ?? 0, above - span * 0.062);
    above = y;
    return { one, turn: last?.turn ?? 0, y, text: `${name(one.key)} ${number(Math.round(last?.value ?? 0))}` };
  });
  const chart = Plot.plot({
    width: Math.max(300, host.clientWidth),
    height: HEIGHT,
    marginLeft: 40,
    marginRight: 128,
    marginTop: 22,
    style: { background: 'transparent', color: '#15212A', fontFamily: 'var(--cond)', fontSize: '12.5px' },
    x: {
      label: null,
      ticks: [...new Set(turns)].filter((_, at, all) => at % Math.ceil(all.length / 6) === 0),
      tickFormat: (turn: number) => quarterOfTurn(turn),
    },
    y: { label: null, grid: true, ticks: 5, ...(props.unit === '%' ? { tickFormat: (value: number) => `${value}%` } : {}) },
    marks: [
      ...(props.marks ?? []).map((turn) => Plot.ruleX([turn], { stroke: '#15212A', strokeDasharray: '2 3' })),
      ...(props.marks ?? []).map((turn, at) =>
        Plot.text([turn], { x: turn, frameAnchor: 'top', dy: -14, text: () => String(at + 1), fontWeight: 700 }),
      ),
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
      ...labels.map((label) =>
        Plot.text([label], {
          x: 'turn',
          y: 'y',
          text: 'text',
          dx: 8,
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

function ChartTable({ props }: { props: ChartProps }) {
  const turns = [...new Set(props.series.flatMap((one) => one.points.map((point) => point.turn)))].sort((a, b) => a - b);
  return (
    <div class="scroll-x" tabIndex={0}>
      <table class="figures-table">
        <caption class="hidden-text">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ui.chart.quarter')}</th>
            {props.series.map((one) => (
              <th key={one.key} scope="col">
                {name(one.key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {turns.map((turn) => (
            <tr key={turn}>
              <th scope="row">{quarterOfTurn(turn)}</th>
              {props.series.map((one) => (
                <td key={one.key} class="figures">
                  {number(Math.round((one.points.find((point) => point.turn === turn)?.value ?? 0) * 10) / 10)}
                  {props.unit ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Chart(props: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const table = useSignal(false);
  useEffect(() => {
    if (!table.value && host.current !== null) void draw(host.current, props);
  }, [table.value, props.series.length, props.title, props.marks?.join()]);
  return (
    <figure class="chart" data-testid={props.testId}>
      <figcaption class="chart-head">
        <h2 class="serif">{props.title}</h2>
        <p class="quiet">{props.sub}</p>
        <Button
          icon={table.value ? 'chart-line' : 'table'}
          label={t(table.value ? 'ui.chart.chart' : 'ui.chart.table')}
          onPress={() => {
            table.value = !table.value;
          }}
        />
      </figcaption>
      {table.value ? <ChartTable props={props} /> : <div class="chart-host" ref={host} style={{ minHeight: `${HEIGHT}px` }} />}
    </figure>
  );
}
