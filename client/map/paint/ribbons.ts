/** Paints the flows: thick ribbons of chips, ladders of memory and tools, dashes of the grey market, hatched what is denied. */
import type { Point, Sample } from '../curve.ts';
import { pointAt } from '../curve.ts';
import { colourOf, type Palette, STOP } from '../palette.ts';
import { between, isDenied, outline, type Ribbon, widthAt } from '../ribbon.ts';
import type { MapMode } from '../types.ts';
import { type Context, drawIcon, hatching } from './canvas.ts';

export interface RibbonPaint {
  readonly mode: MapMode;
  readonly palette: Palette;
  readonly resolution: number;
  /** Ids of the arcs that stand out; the others are dimmed. Null when all are alike. */
  readonly lit: ReadonlySet<string> | null;
}

const DIMMED = 0.38;
const IDLE = 0.5;
const NIGHT_REST = 0.6;
const SEIZURE_PX = 11;

export function paintRibbons(context: Context, ribbons: readonly Ribbon[], paint: RibbonPaint): void {
  for (const ribbon of ribbons) {
    const rest = paint.mode === 'night' ? NIGHT_REST : 1;
    const lit = paint.lit === null ? rest : paint.lit.has(ribbon.arc.id) ? 1 : DIMMED;
    context.globalAlpha = ribbon.arc.state === 'idle' ? Math.min(lit, IDLE) : lit;
    if (ribbon.arc.kind === 'grey') paintGrey(context, ribbon, paint);
    else if (ribbon.arc.kind === 'memory' || ribbon.arc.kind === 'tools' || ribbon.arc.look.pattern === 'ticks')
      paintLadder(context, ribbon, paint);
    else paintBand(context, ribbon, paint);
  }
  context.globalAlpha = 1;
}

function paintBand(context: Context, ribbon: Ribbon, { mode, palette, resolution }: RibbonPaint): void {
  const { curve, arc, jawsAlong, fullPx } = ribbon;
  const colour = colourOf(arc.look, mode);
  const whole = (along: number): number => widthAt(ribbon, along);
  fill(
    context,
    outline(curve.samples, (along) => Math.max(whole(along), deniedWidth(ribbon, along)) + 3.6),
    palette.casing,
  );
  if (isDenied(ribbon)) {
    const behind = jawsAlong === null ? [...curve.samples] : between(curve, jawsAlong - 14, curve.length);
    const shape = outline(behind, () => fullPx);
    fill(context, shape, hatching(context, colour, 1.1, resolution, 5));
    stroke(context, shape, colour, 0.9);
  }
  fill(context, outline(curve.samples, whole), colour);
  if (arc.kind === 'cloud' && fullPx > 5) line(context, curve.samples, palette.casing, Math.max(1.2, fullPx * 0.22), [7, 6]);
  if (arc.look.pattern === 'hatched' && fullPx > 4) gaps(context, ribbon, palette);
}

function deniedWidth(ribbon: Ribbon, along: number): number {
  return isDenied(ribbon) && along >= (ribbon.jawsAlong ?? 0) - 14 ? ribbon.fullPx : 0;
}

/** A dashed line: cuts through the ribbon, so that the bloc shows without its colour. */
function gaps(context: Context, ribbon: Ribbon, palette: Palette): void {
  for (let along = 26; along < ribbon.curve.length - 10; along += 30) {
    const { x, y, dx, dy } = pointAt(ribbon.curve, along);
    const half = widthAt(ribbon, along) / 2 + 0.5;
    line(
      context,
      [{ x: x + dy * half, y: y - dx * half } as Sample, { x: x - dy * half, y: y + dx * half } as Sample],
      palette.casing,
      3,
      [],
    );
  }
}

function paintLadder(context: Context, ribbon: Ribbon, { palette }: RibbonPaint): void {
  const { curve, jawsAlong, arc, fullPx, throughPx } = ribbon;
  const rungs = arc.kind === 'tools' ? [1.4, 3.4] : [2.2, 2.6];
  const open = isDenied(ribbon) && jawsAlong !== null ? jawsAlong : curve.length;
  line(context, curve.samples, palette.ladderBed, fullPx + 2, []);
  line(context, between(curve, 0, open), palette.ladder, fullPx, rungs);
  if (open === curve.length) return;
  const behind = between(curve, open, curve.length);
  if (throughPx > 0.5) line(context, behind, palette.ladder, Math.max(2, throughPx), rungs);
  else line(context, behind, palette.ladder, 1.2, [2, 6]);
}

function paintGrey(context: Context, { curve, arc }: Ribbon, { mode, palette }: RibbonPaint): void {
  line(context, curve.samples, palette.ladderBed, 5, []);
  line(context, curve.samples, mode === 'day' ? '#46535B' : palette.ladder, 2.4, [8, 6]);
  if (arc.seized === 0) return;
  const { x, y } = pointAt(curve, curve.length * 0.3);
  // A seizure is news, however faint its route is drawn.
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(x, y, SEIZURE_PX, 0, 2 * Math.PI);
  context.fillStyle = STOP[mode];
  context.fill();
  context.strokeStyle = palette.casing;
  context.lineWidth = 2.5;
  context.stroke();
  drawIcon(context, 'seizure', x, y, 14, palette.onBloc, 2.4);
}

function trace(context: Context, points: readonly Point[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
}

function fill(context: Context, points: readonly Point[], style: string | CanvasPattern): void {
  context.fillStyle = style;
  trace(context, points);
  context.fill();
}

function stroke(context: Context, points: readonly Point[], colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  trace(context, points);
  context.stroke();
}

function line(context: Context, samples: readonly Sample[], colour: string, width: number, dash: number[]): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'butt';
  context.lineJoin = 'round';
  context.setLineDash(dash);
  context.beginPath();
  for (const { x, y } of samples) context.lineTo(x, y);
  context.stroke();
  context.setLineDash([]);
}
