/** The bar at the top holds all of its figures and the settings at every width, in every language. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { CHROMIUM, launchBrowser } from './browser.ts';
import { eventually } from './eventually.ts';
import { type MockGame, openMock, startMockGame } from './fixtures/mock-server.ts';
import { settled } from './pictures.ts';

/** Just above and below where the layout changes, and what stands on most desks. */
const WIDTHS = [1600, 1440, 1439, 1366, 1280, 1180, 1179, 1024, 900, 768, 767, 390];

describe.skipIf(CHROMIUM === null)('the top bar', () => {
  let game: MockGame;
  let browser: Browser;
  beforeAll(async () => {
    game = await startMockGame('frozen');
    browser = await launchBrowser('canvas');
  });
  afterAll(async () => {
    await browser.close();
    await game.end();
  });

  test.each(['en-US', 'de-DE', 'zh-CN', 'es-ES'])('nothing of it is cut off, %s', async (locale) => {
    const context = await browser.newContext({ viewport: { width: 1600, height: 900 }, locale, reducedMotion: 'reduce' });
    const page = await openMock(context, game, 'frozen');
    await settled(page, 'frozen');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const beyond = (): Promise<string> =>
        page.evaluate(() => {
          const bar = document.querySelector('.top-bar');
          const cut = bar === null ? -1 : bar.scrollWidth - bar.clientWidth;
          return cut === 0 ? 'all in sight' : `${cut} px are cut off at ${window.innerWidth}`;
        });
      await eventually(beyond).toBe('all in sight');
    }
    await context.close();
  });
});
