/** Marks of the line charts beside their lines: hatched areas, numbered turning points, labels at the ends, where lines cross. */
import type * as PlotModule from '@observablehq/plot';
import type { TurnBand } from '#shared/replay/branch-band.ts';
import { quarterOfTurn } from '../text/quantity.ts';
import { t } from '../text.ts';
import { blocOf } from '../world.ts';
import type { Crossing, Series } from './series.ts';

type Plot = typeof PlotModule;
type Markish = PlotModule.Markish;

const INK = '#15212A';
const PAPER = '#FBF7EE';
const PLAIN = '#57626A';
const SVG = 'http://www.w3.org/2000/svg';
/** Room that a turning point's number takes. */
const MARK_PX = 17;
/** From the end of a line to the shape of its bloc, and to its label. */
const SHAPE_PX = 11;
const WORDS_PX = 19;
/** How far, as a share of the height, the words for a crossing stand from it. */
const STEM = 0.3;

export const colourOf = (one: Series): string => blocOf(one.of)?.colourDay ?? PLAIN;

const hatchId = (of: string): string => `chart-hatch-${of.replace(/[^a-z0-9]+/gi, '-')}`;
const hatched = (one: Series): boolean => (blocOf(one.of)?.pattern ?? 'solid') !== 'solid';

/** Under the lines of blocs with a pattern, or between the first two lines. */
export function hatchedAreas(Plot: Plot, series: readonly Series[], hatch: 'under' | 'between' | null, least: number): Markish[] {
  const [first, second] = series;
  if (hatch === 'between' && first !== undefined && second !== undefined) {
    const rows = first.points.flatMap((point) => {
      const other = second.points.find(({ turn }) => turn === point.turn);
      return other === undefined ? [] : [{ turn: point.turn, one: point.value, other: other.value }];
    });
    return [Plot.areaY(rows, { x: 'turn', y1: 'one', y2: 'other', fill: `url(#${hatchId(first.of)})` })];
  }
  if (hatch !== 'under') return [];
  return series
    .filter(hatched)
    .map((one) => Plot.areaY(one.points, { x: 'turn', y1: least, y2: 'value', fill: `url(#${hatchId(one.of)})` }));
}

/** Where most of many games lie: grey, behind the lines, with fine edges so that it is not only a shade. */
export function bandArea(Plot: Plot, rows: readonly TurnBand[]): Markish[] {
  if (rows.length === 0) return [];
  const edge = { x: 'turn', stroke: PLAIN, strokeOpacity: 0.5, strokeWidth: 1 } as const;
  return [
    Plot.areaY(rows, { x: 'turn', y1: 'low', y2: 'high', fill: PLAIN, fillOpacity: 0.22 }),
    Plot.lineY(rows, { ...edge, y: 'low' }),
    Plot.lineY(rows, { ...edge, y: 'high' }),
  ];
}

/** Puts the patterns that the areas are filled with into the drawing. */
export function addHatches(chart: Element, series: readonly Series[]): void {
  const defs = document.createElementNS(SVG, 'defs');
  for (const of of new Set(series.map((one) => one.of))) {
    const colour = blocOf(of)?.colourDay ?? PLAIN;
    const pattern = document.createElementNS(SVG, 'pattern');
    pattern.id = hatchId(of);
    for (const [name, value] of [
      ['width', '7'],
      ['height', '7'],
      ['patternUnits', 'userSpaceOnUse'],
      ['patternTransform', 'rotate(45)'],
    ] as const)
      pattern.setAttribute(name, value);
    const ground = document.createElementNS(SVG, 'rect');
    ground.setAttribute('width', '7');
    ground.setAttribute('height', '7');
    ground.setAttribute('fill', colour);
    ground.setAttribute('fill-opacity', '0.12');
    const line = document.createElementNS(SVG, 'path');
    line.setAttribute('d', 'M0 0V7');
    line.setAttribute('stroke', colour);
    line.setAttribute('stroke-opacity', '0.4');
    line.setAttribute('stroke-width', '1.6');
    pattern.append(ground, line);
    defs.append(pattern);
  }
  chart.prepend(defs);
}

/** Numbers of the turning points in dark dots; where they would touch, the later ones give way. */
export function markDots(Plot: Plot, marks: readonly number[], turnPx: number): Markish[] {
  let before = Number.NEGATIVE_INFINITY;
  return marks.flatMap((turn, at) => {
    const x = Math.max(turn * turnPx, before + MARK_PX);
    before = x;
    const place = { x: turn, frameAnchor: 'top', dy: -13, dx: x - turn * turnPx } as const;
    return [
      Plot.dot([turn], { ...place, r: 8, fill: INK }),
      Plot.text([turn], { ...place, lineAnchor: 'middle', text: () => String(at + 1), fontWeight: 700, fill: PAPER }),
    ];
  });
}

export interface EndLabel {
  readonly of: string;
  readonly strong: boolean;
  readonly colour: string;
  readonly turn: number;
  /** Where the line ends, and where there is room for its label. */
  readonly last: number;
  readonly y: number;
  readonly text: string;
}

/** Labels at the ends of the lines, each with the shape of its bloc: colour is never alone. */
export function endMarks(Plot: Plot, labels: readonly EndLabel[], turnPx: number): Markish[] {
  return labels.flatMap((label) => {
    const shape = blocOf(label.of)?.shape;
    const at = { x: 'turn', y: 'y', dx: shape === undefined ? SHAPE_PX - 4 : SHAPE_PX };
    return [
      Plot.link([label], {
        x1: 'turn',
        y1: 'last',
        x2: ({ turn }: EndLabel) => turn + (SHAPE_PX - 3) / turnPx,
        y2: 'y',
        stroke: label.colour,
        strokeOpacity: 0.7,
      }),
      ...(shape === undefined ? [] : [Plot.dot([label], { ...at, fill: label.colour, r: 4, symbol: shape })]),
      Plot.text([label], {
        ...at,
        dx: shape === undefined ? SHAPE_PX : WORDS_PX,
        text: 'text',
        textAnchor: 'start',
        fill: label.colour,
        fontWeight: label.strong ? 700 : 500,
      }),
    ];
  });
}

/** A ring where the lines cross, with a stem to the words, which stand where there is more room. */
export function crossMarks(Plot: Plot, cross: Crossing, [least, most]: readonly [number, number]): Markish[] {
  const way = cross.y - least > (most - least) / 2 ? -1 : 1;
  const end = { ...cross, to: cross.y + way * STEM * (most - least) };
  const halo = { stroke: PAPER, strokeWidth: 4, fill: INK, lineHeight: 1.15, lineAnchor: way < 0 ? 'top' : 'bottom' } as const;
  return [
    Plot.link([end], { x1: 'x', y1: 'y', x2: 'x', y2: 'to', stroke: INK, strokeWidth: 1.4 }),
    Plot.dot([end], { x: 'x', y: 'y', r: 4.5, stroke: INK, strokeWidth: 2, fill: PAPER, fillOpacity: 0.6 }),
    Plot.text([end], {
      ...halo,
      x: 'x',
      y: 'to',
      dy: way < 0 ? 2 : -2,
      text: () => `${t('ui.chart.cross')}\n${quarterOfTurn(cross.turn)}`,
      fontWeight: 700,
    }),
  ];
}
