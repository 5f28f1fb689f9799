/** Compares pictures pixel by pixel in the browser; pixels that differ by little, or only by where an edge is smoothed, count as equal. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

const FOLDER = 'tests/e2e/baselines';
const FAILED = '.cache/pixels';
/** Difference of a colour channel that is not seen, of 255. */
const CHANNEL = 40;
/** Share of pixels that may differ: smoothing of fonts is not the same on every machine. */
const SHARE = 0.012;

export interface Compared {
  readonly name: string;
  /** Share of differing pixels; 1 where sizes differ. */
  readonly share: number;
}

/** Null when the picture equals its baseline; with UPDATE_PIXELS=1 the baseline is written anew. */
export async function comparePicture(page: Page, what: Locator, name: string, mask: Locator[] = []): Promise<Compared | null> {
  const picture = await what.screenshot({ mask, maskColor: '#808080', animations: 'disabled', caret: 'hide' });
  const file = `${FOLDER}/${name}.png`;
  if (process.env.UPDATE_PIXELS === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, picture);
    return null;
  }
  if (!existsSync(file)) throw new Error(`${file} is missing: write it with UPDATE_PIXELS=1`);
  const share = await differing(page, readFileSync(file).toString('base64'), picture.toString('base64'));
  if (share <= SHARE) return null;
  mkdirSync(FAILED, { recursive: true });
  writeFileSync(`${FAILED}/${name}.png`, picture);
  return { name, share };
}

/** Share of the pixels of `now` for which no pixel of `then` beside it, or of `now` beside that of `then`, is alike. */
function differing(page: Page, then: string, now: string): Promise<number> {
  return page.evaluate(
    async ([before, after, channel]) => {
      const read = async (data: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
        if (pen === null) throw new Error('no canvas');
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = [await read(before), await read(after)];
      if (a.width !== b.width || a.height !== b.height) return 1;
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
      let count = 0;
      for (let y = 0; y < a.height; y += 1)
        for (let x = 0; x < a.width; x += 1) {
          const at = (y * a.width + x) * 4;
          if (alike(a, at, b, at)) continue;
          if (!near(a, at, b, x, y) || !near(b, at, a, x, y)) count += 1;
        }
      return count / (a.width * a.height);
    },
    [then, now, CHANNEL] as const,
  );
}
