/** How each lab came to its models: chips in use against work per chip, both on a logarithmic scale, a mark a year. */
import type { KnownState } from '#shared/state/schema.ts';
import { ChartFrame, type ChartRows } from '../components/chart-frame.tsx';
import { language } from '../text/language.ts';
import { compute, number, quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { blocOf } from '../world.ts';
import { chartHeight } from './chart-height.ts';
import { Drawn } from './drawn.tsx';
import { type Mark, type Path, workPaths } from './work-paths.ts';

const TOP = 20;
const BOTTOM = 34;
const LEFT = 40;
const RIGHT = 96;

function titleOf(paths: readonly Path[]): string {
  const last = (path: Path): Mark | undefined => path.marks[path.marks.length - 1];
  const most = [...paths].sort((a, b) => (last(b)?.h100e ?? 0) - (last(a)?.h100e ?? 0))[0];
  const best = [...paths].sort((a, b) => (last(b)?.work ?? 0) - (last(a)?.work ?? 0))[0];
  if (most === undefined || best === undefined) return t('ui.debrief.chart.work');
  return most === best
    ? t('ui.debrief.chart.work.same', { actor: most.actor })
    : t('ui.debrief.chart.work.title', { actor: most.actor, other: best.actor });
}

function tableOf(paths: readonly Path[]): ChartRows {
  return {
    head: [t('ui.chart.lab'), t('ui.chart.quarter'), t('ui.compute'), t('ui.chart.work')],
    rows: paths.flatMap((path) =>
      path.marks.map(({ turn, h100e, work }) => [
        name(path.actor, 'actor'),
        quarterOfTurn(turn),
        compute(h100e * 1000),
        t('ui.report.times', { n: Number(work.toFixed(2)) }),
      ]),
    ),
  };
}

/** Heights at which a name may stand beside its last mark, nearest first, pixels. */
const SHIFTS: readonly number[] = [-7, 7, -20, 20, -33, 33, 46, 59];
const LINE_PX = 13;
const LETTER_PX = 8;
const CHINESE_LETTER_PX = 13;
/** Narrower charts have no room for words in their corners. */
const LEAST_WIDE_PX = 420;
/** Room of the words in the upper left corner, and how far below it their middle is. */
const ASIDE_PX = 125;
const ASIDE_MIDDLE = 10;

type Domain = readonly [number, number];

/** What both axes cover: all marks, with room for names around them. */
function domainsOf(paths: readonly Path[]): { x: Domain; y: Domain } {
  const all = paths.flatMap(({ marks }) => marks);
  const xs = all.map(({ h100e }) => h100e);
  const ys = all.map(({ work }) => work);
  return {
    x: [Math.min(...xs) * 0.8, Math.max(...xs) * 1.3],
    y: [Math.min(...ys) * 0.85, Math.max(...ys) * 1.25],
  };
}

/** How far each name stands above or below its mark, so that none covers another name, a mark or the words in the corner. */
function labelShifts(paths: readonly Path[], width: number, plotHigh: number): number[] {
  const ends = paths.map(({ marks }) => marks[marks.length - 1]);
  const all = paths.flatMap(({ marks }) => marks);
  const { x: across, y: up } = domainsOf(paths);
  const share = ([least, most]: Domain, value: number): number => Math.log(value / least) / Math.log(most / least);
  const x = ({ h100e }: Mark): number => share(across, h100e) * (width - LEFT - RIGHT);
  const y = ({ work }: Mark): number => share(up, work) * plotHigh;
  const placed: { left: number; right: number; middle: number }[] = all.map((mark) => ({
    left: x(mark) - 5,
    right: x(mark) + 5,
    middle: -y(mark),
  }));
  if (width >= LEAST_WIDE_PX) placed.push({ left: 0, right: ASIDE_PX, middle: ASIDE_MIDDLE - plotHigh });
  return paths.map(({ actor }, at) => {
    const end = ends[at];
    if (end === undefined) return 0;
    const left = x(end) + 8;
    const right = left + name(actor, 'actor').length * (language.value === 'zh' ? CHINESE_LETTER_PX : LETTER_PX);
    const free = (shift: number): boolean =>
      shift - y(end) > -plotHigh - TOP / 2 &&
      placed.every((box) => box.right < left || box.left > right || Math.abs(box.middle - (shift - y(end))) >= LINE_PX - 2);
    const shift = SHIFTS.find(free) ?? 0;
    placed.push({ left, right, middle: shift - y(end) });
    return shift;
  });
}

/** Lines along which chips and work per chip multiply to the same, and their angle on screen, degrees. */
const EQUAL_LINES = 3;
function equalWork(x: Domain, y: Domain, plotPx: number, plotHigh: number) {
  const [x0, x1] = x;
  const [y0, y1] = y;
  const least = Math.log(x0 * y0);
  const span = Math.log(x1 * y1) - least;
  const lines = Array.from({ length: EQUAL_LINES }, (_, at) => {
    const product = Math.exp(least + (span * (at + 1)) / (EQUAL_LINES + 1));
    const from = Math.max(x0, product / y1);
    const to = Math.min(x1, product / y0);
    return { x1: from, y1: product / from, x2: to, y2: product / to };
  });
  const angle = Math.atan2(plotHigh / Math.log(y1 / y0), plotPx / Math.log(x1 / x0));
  return { lines, degrees: (angle * 180) / Math.PI };
}

async function draw(host: HTMLElement, paths: readonly Path[]): Promise<void> {
  const Plot = await import('@observablehq/plot');
  const colour = (path: Path): string => blocOf(path.bloc)?.colourDay ?? '#57626A';
  const round = (path: Path): boolean => blocOf(path.bloc)?.shape === 'circle';
  const width = Math.max(300, host.clientWidth);
  const height = chartHeight();
  const plotHigh = height - TOP - BOTTOM;
  const shifts = labelShifts(paths, width, plotHigh);
  const { x, y } = domainsOf(paths);
  const equal = equalWork(x, y, width - LEFT - RIGHT, plotHigh);
  const aside = {
    fontFamily: 'var(--serif)',
    fontStyle: language.value === 'zh' ? 'normal' : 'italic',
    fontSize: 13.5,
    fill: '#46535B',
    stroke: '#FBF7EE',
    strokeWidth: 3,
  } as const;
  const chart = Plot.plot({
    width,
    height,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    style: { background: 'transparent', color: '#15212A', fontFamily: 'var(--cond)', fontSize: '12.5px' },
    x: {
      type: 'log',
      domain: [...x],
      label: t('ui.chart.compute-log'),
      labelArrow: 'none',
      ticks: 4,
      tickFormat: (value: number) => (/^1e?0*$/.test(String(value)) ? compute(value * 1000) : ''),
    },
    y: {
      type: 'log',
      base: 2,
      domain: [...y],
      grid: true,
      label: null,
      ticks: 4,
      tickFormat: (value: number) => `${number(value)}×`,
    },
    marks: [
      Plot.link(equal.lines, { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', stroke: '#15212A', strokeDasharray: '2 3' }),
      Plot.text(equal.lines.slice(-1), {
        x: ({ x1, x2 }) => Math.sqrt(x1 * x2),
        y: ({ y1, y2 }) => Math.sqrt(y1 * y2),
        text: () => t('ui.chart.work.equal'),
        rotate: equal.degrees,
        dy: -8,
        stroke: '#FBF7EE',
        strokeWidth: 3,
        fill: '#46535B',
      }),
      ...(width < LEAST_WIDE_PX
        ? []
        : [
            Plot.text([0], { ...aside, frameAnchor: 'top-left', dx: 10, dy: 4, text: () => t('ui.chart.work.less') }),
            Plot.text([0], { ...aside, frameAnchor: 'bottom-right', dx: -6, dy: -8, text: () => t('ui.chart.work.more') }),
          ]),
      ...paths.flatMap((path, at) => [
        Plot.line(path.marks, {
          x: 'h100e',
          y: 'work',
          stroke: colour(path),
          strokeWidth: 2,
          ...(blocOf(path.bloc)?.pattern === 'solid' ? {} : { strokeDasharray: '5 3' }),
        }),
        Plot.dot(path.marks, {
          x: 'h100e',
          y: 'work',
          fill: '#FFFDF8',
          stroke: colour(path),
          strokeWidth: 1.6,
          symbol: round(path) ? 'circle' : 'square',
          r: 3.2,
        }),
        Plot.text(path.marks.slice(-1), {
          x: 'h100e',
          y: 'work',
          text: () => name(path.actor, 'actor'),
          dx: 8,
          dy: shifts[at] ?? 0,
          textAnchor: 'start',
          fontWeight: 700,
          fill: colour(path),
          stroke: '#FBF7EE',
          strokeWidth: 3,
        }),
      ]),
    ],
  });
  chart.setAttribute('aria-hidden', 'true');
  host.replaceChildren(chart);
}

export function WorkChart({ state, seat }: { state: KnownState; seat: string | null }) {
  const paths = workPaths(state, seat);
  if (paths.length === 0) return null;
  return (
    <ChartFrame title={titleOf(paths)} sub={t('ui.debrief.chart.work')} testId="chart-work" table={() => tableOf(paths)}>
      <Drawn draw={(host) => draw(host, paths)} of={`${paths.length}`} minHeight={chartHeight()} />
    </ChartFrame>
  );
}
