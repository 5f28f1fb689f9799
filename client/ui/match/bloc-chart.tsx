/** Best public model of each bloc over the match, as steps: a small chart with a sentence and end labels. */
import type { KnownState } from '#shared/state/schema.ts';
import { SHAPE_SIZE, shapePath } from '../components/bloc-shape.ts';
import { ChartFrame, type ChartRows } from '../components/chart-frame.tsx';
import { quarterOfTurn, wholePoints } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { blocColours, blocOf, blocsOf } from '../world.ts';
import { blocBests, turnsBehind } from './board.ts';

const WIDTH = 340;
const HEIGHT = 84;
const LEFT = 24;
const RIGHT = 112;
const TOP = 10;
const BOTTOM = 20;
const LABEL_HEIGHT = 15;
const MARK = 9;

/** Puts the shape of a bloc at the end of its line. */
const markAt = (x: number, y: number): string => `translate(${x - MARK / 2} ${y - MARK / 2}) scale(${MARK / SHAPE_SIZE})`;

export function leadSentence(state: KnownState): string {
  const [first, second] = blocBests(state);
  if (first === undefined || second === undefined) return t('ui.board.no-models');
  const gap = Math.round((first[1] - second[1]) / 1000);
  const behind = turnsBehind(state, first[0], second[1]);
  if (gap <= 0) return t('ui.board.level', { bloc: first[0], blocOther: second[0] });
  return behind === null || behind === 0
    ? t('ui.board.behind', { bloc: second[0], points: gap })
    : t('ui.board.behind-turns', { bloc: second[0], points: gap, turns: behind });
}

function tableOf(series: readonly { bloc: string; values: readonly number[] }[], state: KnownState): ChartRows {
  const longest = Math.max(...series.map(({ values }) => values.length));
  return {
    head: [t('ui.chart.quarter'), ...series.map(({ bloc }) => name(bloc, 'bloc'))],
    rows: Array.from({ length: longest }, (_, back) => [
      quarterOfTurn(state.turn - back),
      ...series.map(({ values }) => {
        const value = values[values.length - 1 - back];
        return value === undefined ? '–' : wholePoints(value);
      }),
    ]),
  };
}

export function BlocChart({ state }: { state: KnownState }) {
  const blocs = blocsOf(state);
  const series = blocs.map((bloc) => ({
    bloc,
    values: [
      ...state.history.map((row) => row.blocs[bloc]?.bestMilli ?? 0),
      blocBests(state).find(([id]) => id === bloc)?.[1] ?? 0,
    ].filter((value) => value > 0),
  }));
  const all = series.flatMap((one) => one.values);
  if (all.length === 0) return null;
  const low = Math.floor((Math.min(...all) - 2000) / 10_000) * 10_000;
  const high = Math.ceil((Math.max(...all) + 1000) / 10_000) * 10_000;
  const turns = Math.max(1, ...series.map((one) => one.values.length - 1));
  const x = (turn: number): number => LEFT + (turn / turns) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => TOP + (1 - (value - low) / Math.max(1, high - low)) * (HEIGHT - TOP - BOTTOM);
  const steps = (values: readonly number[]): string =>
    values.map((value, at) => (at === 0 ? `M${x(0)} ${y(value)}` : `H${x(at)}V${y(value)}`)).join('');
  let above = Number.NEGATIVE_INFINITY;
  const ends = series
    .filter((one) => one.values.length > 0)
    .map((one) => ({ ...one, last: one.values[one.values.length - 1] ?? 0 }))
    .sort((a, b) => b.last - a.last)
    .map((one) => {
      above = Math.max(y(one.last), above + LABEL_HEIGHT);
      return { ...one, labelY: above };
    });
  return (
    <ChartFrame small title={leadSentence(state)} testId="chart-blocs" table={() => tableOf(series, state)}>
      <svg class="bloc-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[low, (low + high) / 2, high].map((value) => (
          <g key={value}>
            <path d={`M${LEFT} ${y(value)}H${WIDTH - RIGHT}`} class="chart-grid" />
            <text x={LEFT - 5} y={y(value) + 4} text-anchor="end" class="chart-label">
              {wholePoints(value)}
            </text>
          </g>
        ))}
        <text x={LEFT} y={HEIGHT - 5} class="chart-label">
          {quarterOfTurn(state.turn - turns)}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 5} text-anchor="end" class="chart-label">
          {quarterOfTurn(state.turn)}
        </text>
        {ends.map((one) => (
          <g key={one.bloc} style={blocColours(one.bloc)} class="chart-bloc">
            <path d={steps(one.values)} class={`chart-line ${blocOf(one.bloc)?.pattern === 'solid' ? '' : 'dashed'}`} />
            <path
              d={shapePath(blocOf(one.bloc)?.shape)}
              transform={markAt(x(one.values.length - 1), y(one.last))}
              class="chart-mark"
            />
            <text x={WIDTH - RIGHT + 10} y={one.labelY + 4} class="chart-end">
              {name(one.bloc, 'bloc')} {wholePoints(one.last)}
            </text>
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
