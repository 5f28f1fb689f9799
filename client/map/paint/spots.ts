/** Paints what comes and goes above the map: the focus ring, a hovered name, the events of the report, signs at the edge. */
import type { Box } from '../boxes.ts';
import { ACTION, ACTION_INK, PALETTES, type Palette } from '../palette.ts';
import type { PlacedSeal } from '../seals.ts';
import { fontOf } from '../text-style.ts';
import type { MapMode } from '../types.ts';
import { type Context, haloText, sealPath } from './canvas.ts';

/** An event of the report at a place of the map. */
export interface Spot {
  readonly number: number;
  readonly lines: readonly string[];
  /** Place it points at, and where its number stands; sheet coordinates. */
  readonly at: readonly [number, number];
  readonly mark: readonly [number, number];
  /** Words to the left of the number instead of the right. */
  readonly leftward: boolean;
  readonly current: boolean;
}

/** A sign at the edge with its words. */
export interface DrawnPointer {
  readonly name: string;
  readonly figure: string;
  readonly box: Box;
  readonly angle: number;
}

const RING_GAP_PX = 5;
const MARK_RADIUS_PX = 13;
const ARROW_ROOM_PX = 36;
const LINE_PX = 18;

export function paintFocusRing(context: Context, { node, x, y, radius }: PlacedSeal, palette: Palette): void {
  const ring = sealPath(node.look.shape === 'square' ? 'square' : 'circle', x, y, radius + RING_GAP_PX);
  context.strokeStyle = palette.casing;
  context.lineWidth = 6.5;
  context.stroke(ring);
  context.strokeStyle = palette.ink;
  context.lineWidth = 2.6;
  context.stroke(ring);
}

/** The name of a seal under the pointer, in a small box above it. */
export function paintTooltip(
  context: Context,
  { x, y, radius }: PlacedSeal,
  text: string,
  palette: Palette,
  family: string,
): void {
  context.font = fontOf('name', family);
  const width = context.measureText(text).width + 16;
  context.fillStyle = palette.callout;
  context.beginPath();
  context.roundRect(x - width / 2, y - radius - 32, width, 24, 4);
  context.fill();
  context.fillStyle = palette.calloutText;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y - radius - 19);
}

export function paintSpot(context: Context, spot: Spot, mode: MapMode, family: string): void {
  const palette = PALETTES[mode];
  const [x, y] = spot.mark;
  context.globalAlpha = spot.current ? 1 : 0.75;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(spot.at[0], spot.at[1]);
  context.strokeStyle = ACTION;
  context.lineWidth = spot.current ? 2 : 1.3;
  context.stroke();
  disc(context, spot.at[0], spot.at[1], 3, ACTION);
  disc(context, x, y, MARK_RADIUS_PX + 2, ACTION_INK);
  disc(context, x, y, MARK_RADIUS_PX, ACTION);
  context.font = fontOf('number', family);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ACTION_INK;
  context.fillText(String(spot.number), x, y + 1);
  context.textAlign = spot.leftward ? 'right' : 'left';
  const left = x + (spot.leftward ? -1 : 1) * (MARK_RADIUS_PX + 7);
  spot.lines.forEach((line, i) => {
    haloText(
      context,
      line,
      left,
      y + 1 + (i - (spot.lines.length - 1) / 2) * LINE_PX,
      mode === 'day' ? ACTION_INK : ACTION,
      palette.halo,
      5,
    );
  });
  context.globalAlpha = 1;
}

function disc(context: Context, x: number, y: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

export function paintPointer(
  context: Context,
  { name, figure, box, angle }: DrawnPointer,
  palette: Palette,
  family: string,
): void {
  const middle = box.y + box.height / 2;
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 6);
  context.fillStyle = palette.casing;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.4;
  context.fill();
  context.stroke();
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.font = fontOf('strong', family);
  const figureWidth = figure ? context.measureText(figure).width + 5 : 0;
  context.font = fontOf('name', family);
  const room = box.width - ARROW_ROOM_PX - figureWidth;
  context.fillText(name, box.x + 9, middle + 1, room);
  const after = Math.min(room, context.measureText(name).width) + 5;
  context.font = fontOf('strong', family);
  if (figure) context.fillText(figure, box.x + 9 + after, middle + 1);
  paintArrow(context, box.x + box.width - 15, middle, angle, palette.ink);
}

function paintArrow(context: Context, x: number, y: number, angle: number, colour: string): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.strokeStyle = colour;
  context.lineWidth = 1.8;
  context.beginPath();
  context.moveTo(-6, 0);
  context.lineTo(6, 0);
  context.moveTo(1.5, -4.5);
  context.lineTo(6, 0);
  context.lineTo(1.5, 4.5);
  context.stroke();
  context.restore();
}
