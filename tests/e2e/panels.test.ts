/** Panels look as they did, pixel by pixel: the clock stands still, the match is kept in a file, and the map is masked. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launchBrowser } from './browser.ts';
import { type MockGame, openMock, startMockGame } from './fixtures/mock-server.ts';
import { settled } from './pictures.ts';
import { type Compared, comparePicture } from './pixels.ts';

const PANELS = [
  { name: 'top-bar', region: '.top-bar' },
  { name: 'orders', region: '[data-testid=orders]' },
  { name: 'foot', region: '.foot' },
  { name: 'leaderboard', region: '.side' },
  { name: 'supply', region: '.side', key: '3' },
  { name: 'policy', region: '.side', key: '4' },
  { name: 'deals', region: '.side', key: '5' },
  { name: 'research', region: '.research-side', key: '2' },
] as const;

const SIZES = [
  { size: 'wide', width: 1600, height: 900, locale: 'en-US', only: null },
  { size: 'wide-de', width: 1600, height: 900, locale: 'de-DE', only: ['orders', 'leaderboard'] },
  { size: 'wide-zh', width: 1600, height: 900, locale: 'zh-CN', only: ['orders', 'leaderboard'] },
  { size: 'wide-es', width: 1600, height: 900, locale: 'es-ES', only: ['orders', 'leaderboard'] },
] as const;

describe.skipIf(CHROMIUM === null)('panels', () => {
  let game: MockGame;
  let browser: Browser;
  beforeAll(async () => {
    game = await startMockGame('frozen');
    browser = await launchBrowser('canvas');
  });
  // Also where a comparison failed: an open map goes on drawing and slows the next test.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await game.end();
  });

  const open = async (context: BrowserContext): Promise<Page> => {
    const page = await openMock(context, game, 'frozen');
    await settled(page, 'frozen');
    // All cards stand in the picture, also those that would scroll.
    await page.addStyleTag({ content: '.orders-column > .orders { flex: none; }' });
    return page;
  };

  test.each(SIZES)('look as they did ($size)', async ({ size, width, height, locale, only }) => {
    const context = await browser.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce', timezoneId: 'UTC' });
    const page = await open(context);
    const mask = [page.locator('.map-area')];
    const different: (Compared | null)[] = [];
    for (const panel of PANELS) {
      if (only !== null && !(only as readonly string[]).includes(panel.name)) continue;
      if ('key' in panel) await page.keyboard.press(panel.key);
      await page.waitForTimeout(300);
      different.push(await comparePicture(page, page.locator(panel.region).first(), `${panel.name}-${size}`, mask));
    }
    expect(different.filter((one) => one !== null)).toEqual([]);
  });

  test('the comparison sees a change', async () => {
    const context = await browser.newContext({
      viewport: { width: 1600, height: 900 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    const page = await open(context);
    await page.addStyleTag({ content: '[data-testid=orders] { filter: hue-rotate(90deg); letter-spacing: 1px; }' });
    if (process.env.UPDATE_PIXELS === '1') return;
    expect(await comparePicture(page, page.locator('[data-testid=orders]'), 'orders-wide')).not.toBeNull();
  });
});
