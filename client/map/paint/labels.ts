/** Paints names and figures with a halo, and the boxes that explain laws. */
import type { DrawnCallout, DrawnLabel } from '../layout.ts';
import { ACTION, ACTION_INK, colourOf, type Palette } from '../palette.ts';
import { fontOf, LINE_PX } from '../text-style.ts';
import type { MapMode } from '../types.ts';
import { type Context, drawIcon, haloText } from './canvas.ts';

export function paintLabels(
  context: Context,
  labels: readonly DrawnLabel[],
  mode: MapMode,
  palette: Palette,
  family: string,
): void {
  context.textBaseline = 'middle';
  for (const { lines, style, box, align, arc } of labels) {
    context.font = fontOf(style, family);
    context.textAlign = align;
    const x = align === 'left' ? box.x : align === 'right' ? box.x + box.width : box.x + box.width / 2;
    // On the sea only ink and the colours that reach the contrast are text.
    const colour = arc && arc.look.pattern === 'solid' ? colourOf(arc.look, mode) : palette.ink;
    // A figure may stand on its own dark flow: a plate parts them.
    if (arc) {
      context.fillStyle = palette.halo;
      context.beginPath();
      context.roundRect(box.x, box.y, box.width, box.height, 3);
      context.fill();
    }
    lines.forEach((line, i) => {
      haloText(context, line, x, box.y + box.height / 2 + (i - (lines.length - 1) / 2) * LINE_PX + 1, colour, palette.halo);
    });
  }
}

/** Lines from the boxes to their jaws; they lie under the seals. */
export function paintStems(context: Context, callouts: readonly DrawnCallout[], palette: Palette): void {
  for (const callout of callouts) paintStem(context, callout, palette);
}

export function paintCallouts(context: Context, callouts: readonly DrawnCallout[], palette: Palette, family: string): void {
  for (const callout of callouts) paintBox(context, callout, palette, family);
}

function paintStem(context: Context, { box, x, y }: DrawnCallout, palette: Palette): void {
  const nearX = Math.max(box.x + 6, Math.min(box.x + box.width - 6, x));
  const nearY = Math.max(box.y + 6, Math.min(box.y + box.height - 6, y));
  context.beginPath();
  context.moveTo(nearX, nearY);
  context.lineTo(x, y);
  context.strokeStyle = palette.halo;
  context.lineWidth = 3;
  context.stroke();
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.2;
  context.stroke();
}

function paintBox(context: Context, { box, law, title, text }: DrawnCallout, palette: Palette, family: string): void {
  const announced = law.state === 'announced';
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 4);
  context.fillStyle = announced ? ACTION : palette.callout;
  context.globalAlpha = law.state === 'lifted' ? 0.7 : 1;
  context.fill();
  context.strokeStyle = announced ? ACTION_INK : palette.halo;
  context.lineWidth = announced ? 1.4 : 1;
  context.stroke();
  const left = box.x + 10 + (announced ? 18 : 0);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.font = fontOf('callout-title', family);
  context.fillStyle = announced ? ACTION_INK : palette.calloutText;
  context.fillText(title, left, box.y + 13);
  context.font = fontOf('callout-text', family);
  context.fillStyle = announced ? ACTION_INK : palette.calloutQuiet;
  context.fillText(text, left, box.y + 29);
  context.globalAlpha = 1;
  if (announced) drawIcon(context, 'clock', box.x + 17, box.y + 13, 13, ACTION_INK, 2.2);
}
