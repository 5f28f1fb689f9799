/** The column of orders: all three plans of the advisor are in sight beside the orders, however many those are. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launchBrowser } from './browser.ts';
import { eventually } from './eventually.ts';
import { type MockGame, openMock, startMockGame } from './fixtures/mock-server.ts';
import { settled } from './pictures.ts';

const PLANS = ['a', 'b', 'c'];

/** Plans of which a part is not on screen: cut off by the window, or covered by what else lies there. */
const outOfSight = (page: Page): Promise<string[]> =>
  page.evaluate(
    (ids) =>
      ids.filter((id) => {
        const plan = document.querySelector(`[data-testid=advisor-${id}]`);
        const box = plan?.getBoundingClientRect();
        if (!plan || box === undefined || box.height === 0) return true;
        return [box.top + 3, box.bottom - 3].some((y) => {
          const on = document.elementFromPoint(box.left + box.width / 2, y);
          return on === null || !plan.contains(on);
        });
      }),
    PLANS,
  );

describe.skipIf(CHROMIUM === null)('the column of orders', () => {
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

  test.each([
    [
      'en-US',
      [
        [1600, 900],
        [1440, 900],
        [1280, 800],
        [1024, 768],
      ],
    ],
    [
      'de-DE',
      [
        [1600, 900],
        [1024, 768],
      ],
    ],
    ['es-ES', [[1600, 900]]],
    ['zh-CN', [[1600, 900]]],
  ] as const)('all three plans are in sight, %s', async (locale, sizes) => {
    const [[width, height]] = sizes;
    const context = await browser.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
    const page = await openMock(context, game, 'frozen');
    await settled(page, 'frozen');
    for (const [wide, high] of sizes) await fits(page, wide, high);
    await context.close();
  });

  async function fits(page: Page, width: number, height: number): Promise<void> {
    await page.setViewportSize({ width, height });
    await eventually(() => outOfSight(page)).toEqual([]);
    // The last card can still be reached: it scrolls into sight when it has the focus.
    const last = page.getByTestId('order-card').last();
    await last.blur();
    await last.focus();
    const box = await last.boundingBox();
    const list = await page.locator('.order-list').boundingBox();
    expect(box).not.toBeNull();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0) + 1);
  }

  test.each([
    ['de-DE', 1600],
    ['de-DE', 1440],
    ['zh-CN', 1600],
    ['zh-CN', 1280],
  ] as const)('all five cards of the mock and the own goal are in sight, %s at %i x 900', async (locale, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale, reducedMotion: 'reduce' });
    const page = await openMock(context, game, 'frozen');
    await settled(page, 'frozen');
    await eventually(() =>
      page.evaluate(() =>
        ['.order-list', '.side-panel'].map((part) => {
          const box = document.querySelector(part);
          return box === null ? null : box.scrollHeight - box.clientHeight;
        }),
      ),
    ).toEqual([0, 0]);
    expect(await page.getByTestId('order-card').count()).toBe(5);
    expect(await page.locator('.own-goal').count()).toBe(1);
    await context.close();
  });

  test('on a phone the advisor is one press away', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US', reducedMotion: 'reduce' });
    const page = await openMock(context, game, 'frozen');
    await settled(page, 'frozen');
    await page.getByTestId('advisor-phone').click();
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('advisor-a');
    await eventually(async () => (await outOfSight(page)).includes('a')).toBe(false);
    await context.close();
  });
});
