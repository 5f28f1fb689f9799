/**
 * Compares a screen with the picture of it that is kept, panel by panel; pixels that differ by little, or only by where an edge
 * is smoothed, count as equal. Pictures are kept at half their size in few shades, as WebP without loss: a tenth of the bytes.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const FOLDER = 'tests/e2e/baselines';
const FAILED = '.cache/pixels';
const UPDATE = process.env.UPDATE_PIXELS === '1';
/** Difference of a colour channel that is not seen, of 255. */
const CHANNEL = 40;
/** Shades of a colour channel lie so far apart. */
const STEP = 32;
/** Share of a panel's pixels that may differ: smoothing of fonts is not the same on every machine. */
const SHARE = 0.012;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Panels, of those given by selector, that no longer look as they did; the first is what the picture is taken of.
 * With UPDATE_PIXELS=1 it is kept anew.
 */
export async function changedPanels(page: Page, name: string, panels: readonly string[]): Promise<string[]> {
  const file = `${FOLDER}/${name}.webp`;
  if (!UPDATE && !existsSync(file)) throw new Error(`${file} is missing: write it with UPDATE_PIXELS=1`);
  const boxes: Record<string, Box> = {};
  for (const panel of panels) {
    const first = page.locator(panel).first();
    const box = (await first.isVisible()) ? await first.boundingBox() : null;
    if (box !== null) boxes[panel] = box;
  }
  const clip = boxes[panels[0] ?? ''];
  if (clip === undefined) throw new Error(`${name}: ${panels[0]} is not there`);
  const within = Object.entries(boxes).map(([panel, box]) => [panel, { ...box, x: box.x - clip.x, y: box.y - clip.y }]);
  const picture = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  const before = UPDATE ? null : readFileSync(file).toString('base64');
  const { shares, small } = await compare(page, picture.toString('base64'), before, Object.fromEntries(within));
  const changed = Object.entries(shares).filter(([, share]) => share > SHARE);
  if (!UPDATE && changed.length === 0) return [];
  mkdirSync(UPDATE ? FOLDER : FAILED, { recursive: true });
  writeFileSync(UPDATE ? file : `${FAILED}/${name}.webp`, Buffer.from(small, 'base64'));
  return changed.map(([panel, share]) => `${name}: ${panel} differs in ${(share * 100).toFixed(1)} % of its pixels`);
}

/** The picture made small, and for each panel the share of its pixels that no pixel beside it in the other picture is like. */
function compare(
  page: Page,
  picture: string,
  before: string | null,
  boxes: Readonly<Record<string, Box>>,
): Promise<{ shares: Record<string, number>; small: string }> {
  return page.evaluate(
    async ([now, then, panels, channel, step]) => {
      const bytesOf = (data: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const penOf = (width: number, height: number): OffscreenCanvasRenderingContext2D => {
        const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
        if (pen === null) throw new Error('no canvas');
        return pen;
      };
      const full = await createImageBitmap(new Blob([bytesOf(now)], { type: 'image/png' }));
      const pen = penOf(Math.ceil(full.width / 2), Math.ceil(full.height / 2));
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(full, 0, 0, pen.canvas.width, pen.canvas.height);
      const b = pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height);
      b.data.forEach((value, at) => {
        b.data[at] = Math.round(value / step) * step;
      });
      pen.putImageData(b, 0, 0);
      const blob = await pen.canvas.convertToBlob({ type: 'image/webp', quality: 1 });
      const small = btoa([...new Uint8Array(await blob.arrayBuffer())].map((byte) => String.fromCharCode(byte)).join(''));
      if (then === null) return { shares: {}, small };
      const kept = await createImageBitmap(new Blob([bytesOf(then)], { type: 'image/webp' }));
      const keptPen = penOf(kept.width, kept.height);
      keptPen.drawImage(kept, 0, 0);
      const a = keptPen.getImageData(0, 0, kept.width, kept.height);
      if (a.width !== b.width || a.height !== b.height) return { shares: { 'the size': 1 }, small };
      const alike = (x: ImageData, at: number, y: ImageData, to: number): boolean =>
        [0, 1, 2].every((part) => Math.abs((x.data[at + part] ?? 0) - (y.data[to + part] ?? 0)) <= channel);
      const near = (x: ImageData, at: number, y: ImageData, px: number, py: number): boolean => {
        for (let dy = -1; dy <= 1; dy += 1)
          for (let dx = -1; dx <= 1; dx += 1) {
            const [nx, ny] = [px + dx, py + dy];
            if (nx < 0 || ny < 0 || nx >= y.width || ny >= y.height) continue;
            if (alike(x, at, y, (ny * y.width + nx) * 4)) return true;
          }
        return false;
      };
      const shareOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): number => {
        const [left, top] = [Math.max(0, Math.floor(x / 2)), Math.max(0, Math.floor(y / 2))];
        const [right, bottom] = [Math.min(a.width, Math.ceil((x + width) / 2)), Math.min(a.height, Math.ceil((y + height) / 2))];
        let count = 0;
        for (let py = top; py < bottom; py += 1)
          for (let px = left; px < right; px += 1) {
            const at = (py * a.width + px) * 4;
            if (!alike(a, at, b, at) && (!near(a, at, b, px, py) || !near(b, at, a, px, py))) count += 1;
          }
        return count / Math.max(1, (right - left) * (bottom - top));
      };
      return { shares: Object.fromEntries(Object.entries(panels).map(([panel, box]) => [panel, shareOf(box)])), small };
    },
    [picture, before, boxes, CHANNEL, STEP] as const,
  );
}
