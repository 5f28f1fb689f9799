/** Paints the seals with their leaders, icons or initials, and power bars. */
import { ACTION, ACTION_EDGE, ACTION_INK, colourOf, type Palette } from '../palette.ts';
import { POWER_BAR } from '../seal-size.ts';
import type { PlacedSeal } from '../seals.ts';
import { fontOf } from '../text-style.ts';
import type { MapMode } from '../types.ts';
import { type Context, drawIcon, sealPath } from './canvas.ts';

export interface SealPaint {
  readonly mode: MapMode;
  readonly palette: Palette;
  readonly family: string;
}

export function paintSeals(context: Context, seals: readonly PlacedSeal[], paint: SealPaint): void {
  for (const seal of seals) paintLeader(context, seal, paint.palette);
  for (const seal of [...seals].reverse()) {
    if (seal.minor) paintDot(context, seal, paint);
    else paintSeal(context, seal, paint);
  }
}

function paintLeader(context: Context, { x, y, anchor }: PlacedSeal, palette: Palette): void {
  if (!anchor) return;
  context.strokeStyle = palette.halo;
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(anchor[0], anchor[1]);
  context.stroke();
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.1;
  context.stroke();
  context.beginPath();
  context.arc(anchor[0], anchor[1], 2.2, 0, 2 * Math.PI);
  context.fillStyle = palette.ink;
  context.fill();
}

function paintDot(context: Context, { node, x, y, radius }: PlacedSeal, { mode, palette }: SealPaint): void {
  const path = sealPath(node.look.shape, x, y, radius);
  context.fillStyle = colourOf(node.look, mode);
  context.strokeStyle = palette.sealEdge;
  context.lineWidth = 2.4;
  context.stroke(path);
  context.fill(path);
}

function paintSeal(context: Context, seal: PlacedSeal, paint: SealPaint): void {
  const { node, x, y, radius } = seal;
  const { mode, palette, family } = paint;
  if (node.you) paintYou(context, seal);
  const inner = node.you ? radius - 4.5 : radius;
  const path = sealPath(node.look.shape, x, y, inner);
  const colour = colourOf(node.look, mode);
  const hollow = node.state === 'building';
  context.strokeStyle = palette.sealEdge;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.stroke(path);
  context.globalAlpha = node.state === 'shut' ? 0.45 : 1;
  context.fillStyle = hollow ? palette.sealEdge : colour;
  context.fill(path);
  context.globalAlpha = 1;
  if (hollow) {
    context.strokeStyle = colour;
    context.lineWidth = 1.8;
    context.setLineDash([3, 2.5]);
    context.stroke(path);
    context.setLineDash([]);
  }
  const on = hollow ? colour : node.state === 'shut' ? palette.ink : palette.onBloc;
  if (node.initials !== null && node.kind !== 'government') initials(context, node.initials, x, y, inner, on, family);
  else drawIcon(context, node.state === 'default' ? node.kind : node.state, x, y, inner * 1.28, on, 2.2);
  if (node.power) paintPower(context, seal, palette, colour);
  else if (node.use.length > 0) paintUse(context, seal, mode, palette);
  if (node.drafted && !node.you) paintDrafted(context, x + inner * 0.85, y - inner * 0.85);
}

/** Yellow means only "you" and "act now". */
function paintYou(context: Context, { node, x, y, radius }: PlacedSeal): void {
  const path = sealPath(node.look.shape, x, y, radius + 1.5);
  context.fillStyle = ACTION;
  context.strokeStyle = ACTION_INK;
  context.lineWidth = 2.2;
  context.fill(path);
  context.stroke(path);
}

function initials(context: Context, text: string, x: number, y: number, radius: number, colour: string, family: string): void {
  context.font = fontOf('seal', family).replace(/[\d.]+px/, `${Math.max(11, radius)}px`);
  context.fillStyle = colour;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.8);
}

function paintPower(context: Context, { node, x, y, radius }: PlacedSeal, palette: Palette, colour: string): void {
  if (!node.power) return;
  const { width, height, drop } = POWER_BAR;
  const share = node.power.limitMw === 0 ? 1 : Math.min(1, node.power.usedMw / node.power.limitMw);
  const [left, top] = [x - width / 2, y + radius + drop - 1];
  context.fillStyle = palette.barEmpty;
  context.fillRect(left, top, width, height);
  context.fillStyle = share >= 0.99 ? ACTION : colour;
  context.fillRect(left, top, width * share, height);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.2;
  context.strokeRect(left, top, width, height);
}

/** Whose models are used here, as parts of one bar. */
function paintUse(context: Context, { node, x, y, radius }: PlacedSeal, mode: MapMode, palette: Palette): void {
  const { width, height, drop } = POWER_BAR;
  const [left, top] = [x - width / 2, y + radius + drop - 1];
  context.fillStyle = palette.barEmpty;
  context.fillRect(left, top, width, height);
  let at = left;
  for (const { look, permille } of node.use) {
    const part = (width * Math.min(1000, permille)) / 1000;
    context.fillStyle = colourOf(look, mode);
    context.fillRect(at, top, part, height);
    at += part;
  }
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.2;
  context.strokeRect(left, top, width, height);
}

function paintDrafted(context: Context, x: number, y: number): void {
  context.beginPath();
  context.arc(x, y, 4, 0, 2 * Math.PI);
  context.fillStyle = ACTION;
  context.strokeStyle = ACTION_EDGE;
  context.lineWidth = 1.4;
  context.fill();
  context.stroke();
}
