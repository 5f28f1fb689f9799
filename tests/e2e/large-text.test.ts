/** Text at 200 % and the narrowest window: everything that is needed can be reached, nothing is cut off or scrolls sideways. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, startGame, startMatch } from './game.ts';

/** Words of buttons that are cut off. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button')]
      .filter((button) => button.offsetParent !== null && button.scrollWidth > button.clientWidth + 2)
      .map((button) => button.innerText.slice(0, 40)),
  );
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(CHROMIUM === null)('large text and narrow windows', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame();
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  test.each([
    ['200 % at 1280 x 900', 1280, 900, 200, 'en-US'],
    ['200 % at 390 x 844', 390, 844, 200, 'en-US'],
    ['320 x 640', 320, 640, 100, 'en-US'],
    ['320 x 640 in German', 320, 640, 100, 'de-DE'],
  ] as const)('%s', async (_name, width, height, percent, locale) => {
    const { page, faults } = await game.person({ width, height, locale });
    await page.addInitScript((size) => {
      const seen = new MutationObserver(() => {
        if (document.documentElement === null) return;
        document.documentElement.style.fontSize = `${size}%`;
        seen.disconnect();
      });
      seen.observe(document, { childList: true });
    }, percent);
    await startMatch(page, game.origin);
    await eventually(() => sideways(page)).toBeLessThanOrEqual(0);
    const ready = page.getByTestId('ready-button');
    await ready.scrollIntoViewIfNeeded();
    const box = await ready.boundingBox();
    expect(box).not.toBeNull();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width + 1);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height + 1);
    await eventually(() => cut(page)).toEqual([]);
    await page.getByTestId('advisor-a').click();
    await page.getByTestId('order-card').first().waitFor();
    await ready.click();
    await page.getByTestId('report-skip').waitFor({ timeout: 60_000 });
    await eventually(() => sideways(page)).toBeLessThanOrEqual(0);
    await page.getByTestId('report-skip').click();
    await ready.waitFor();
    expect(faults).toEqual([]);
  });
});
