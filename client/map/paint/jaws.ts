/** The jaws of a control: two trapezoids that squeeze a flow, in the four states. */
import { ACTION, ACTION_INK, type Palette } from '../palette.ts';
import type { BarrierState } from '../types.ts';
import { type Context, hatching } from './canvas.ts';

/** Size of the picture of one jaw, CSS pixels; its narrow end points down at the middle of the lower edge. */
export const JAW = { width: 26, height: 18 } as const;
const [WIDE, NARROW] = [19, 11] as const;

export function paintJaw(context: Context, state: BarrierState, palette: Palette, resolution: number): void {
  const middle = JAW.width / 2;
  const [top, bottom] = [2, JAW.height - 2];
  const shape = new Path2D();
  shape.moveTo(middle - WIDE / 2, top);
  shape.lineTo(middle + WIDE / 2, top);
  shape.lineTo(middle + NARROW / 2, bottom);
  shape.lineTo(middle - NARROW / 2, bottom);
  shape.closePath();
  context.lineJoin = 'round';
  if (state === 'announced') {
    context.fillStyle = ACTION;
    context.fill(shape);
    edge(context, shape, ACTION_INK, 1.6, [3.2, 2.2]);
    return;
  }
  if (state === 'lifted') {
    edge(context, shape, palette.quiet, 1.4, []);
    return;
  }
  edge(context, shape, palette.jawsStripe, 3.4, []);
  context.fillStyle = palette.jaws;
  context.fill(shape);
  context.fillStyle = hatching(context, palette.jawsStripe, 2, resolution, 7);
  context.fill(shape);
  edge(context, shape, palette.jaws, 1.6, []);
}

function edge(context: Context, shape: Path2D, colour: string, width: number, dash: number[]): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke(shape);
  context.setLineDash([]);
}

/** How far the narrow end of a jaw stands from the middle of the flow. */
export function jawGap(state: BarrierState, fullPx: number, throughPx: number): number {
  if (state === 'closed') return 0;
  if (state === 'in-force') return Math.max(1, throughPx / 2 + 0.5);
  return fullPx / 2 + 4;
}
