/** Small helps for painting on a canvas context: hatching, outlines of seals, icons, text with a halo. */
import { iconPath, type MapIcon } from '../icon-paths.ts';
import type { Look } from '../types.ts';

export type Context = CanvasRenderingContext2D;

const HATCH_TILE_PX = 7;

/** Diagonal lines as a fill; `resolution` is device pixels per CSS pixel. */
export function hatching(
  context: Context,
  colour: string,
  widthPx: number,
  resolution: number,
  tilePx = HATCH_TILE_PX,
): CanvasPattern | string {
  const size = Math.max(2, Math.round(tilePx * resolution));
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = widthPx * resolution;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 2, size + 2);
    pen.lineTo(shift + size + 2, -2);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / resolution));
  return pattern ?? colour;
}

/** Outline of a seal of a shape. */
export function sealPath(shape: Look['shape'], x: number, y: number, radius: number): Path2D {
  const path = new Path2D();
  if (shape === 'circle') path.arc(x, y, radius, 0, 2 * Math.PI);
  else if (shape === 'square') path.roundRect(x - radius * 0.94, y - radius * 0.94, radius * 1.88, radius * 1.88, radius * 0.18);
  else
    corners(
      path,
      x,
      y,
      radius * 1.1,
      shape === 'hexagon' ? 6 : shape === 'triangle' ? 3 : 4,
      shape === 'hexagon' ? 0 : -Math.PI / 2,
    );
  return path;
}

function corners(path: Path2D, x: number, y: number, radius: number, count: number, start: number): void {
  for (let i = 0; i < count; i++) {
    const angle = start + (2 * Math.PI * i) / count;
    path.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  path.closePath();
}

export function drawIcon(
  context: Context,
  icon: MapIcon,
  x: number,
  y: number,
  sizePx: number,
  colour: string,
  strokePx = 2,
): void {
  context.save();
  context.translate(x - sizePx / 2, y - sizePx / 2);
  context.scale(sizePx / 24, sizePx / 24);
  context.strokeStyle = colour;
  context.lineWidth = strokePx;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(iconPath(icon));
  context.restore();
}

/** Text that stays readable over land, sea and lines. */
export function haloText(context: Context, text: string, x: number, y: number, colour: string, halo: string, haloPx = 4): void {
  context.lineJoin = 'round';
  context.lineWidth = haloPx;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
