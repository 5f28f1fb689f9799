/**
 * Each mock's screen looks as it did, panel by panel and pixel by pixel: the clock stands still, the match is kept in a file, and
 * neither the map nor the advisor, who thinks by the rules of today, is in the picture.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launchBrowser } from './browser.ts';
import type { FrozenMatch } from './fixtures/freeze.ts';
import { type MockGame, openMock, startMockGame } from './fixtures/mock-server.ts';
import { settled } from './pictures.ts';
import { changedPanels } from './pixels.ts';

interface Screen {
  readonly screen: string;
  /** The picture is taken of the first; others that a size doesn't have are left out. */
  readonly panels: readonly string[];
  readonly key?: string;
}

const SCREENS: Readonly<Record<FrozenMatch | 'home', readonly Screen[]>> = {
  home: [{ screen: 'lobby', panels: ['body', '.play-now', '.home-foot'] }],
  frozen: [
    { screen: 'match', panels: ['body', '.top-bar', '[data-testid=orders]', '.side', '.foot', '.phone-foot'] },
    { screen: 'supply', panels: ['.side'], key: '3' },
    { screen: 'policy', panels: ['.side'], key: '4' },
    { screen: 'deals', panels: ['.side'], key: '5' },
    { screen: 'research', panels: ['.match', '.research', '.side'], key: '2' },
  ],
  'frozen-report': [{ screen: 'report', panels: ['body', '.top-bar', '.report-headline', '.report-foot', '.why'] }],
  'frozen-debrief': [{ screen: 'debrief', panels: ['body', '.top-bar', '[data-testid=final-score]'] }],
};

const SIZES = { wide: [1600, 900], tablet: [1024, 768], phone: [390, 844] } as const;
/** What follows a press or another size. */
const ACT_MS = 250;
type Size = keyof typeof SIZES;

/** Other languages where the width is short; the column of orders is short of it everywhere. */
const shownIn = (locale: string, size: Size, screen: string): boolean =>
  locale === 'en' || (size === 'wide' ? screen === 'match' : locale !== 'es');

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

  const contextOf = (locale: string): Promise<BrowserContext> => {
    const [width, height] = SIZES.wide;
    return browser.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce', timezoneId: 'UTC' });
  };

  const open = async (context: BrowserContext, match: FrozenMatch | 'home'): Promise<Page> => {
    const page = await openMock(context, game, match === 'home' ? 'frozen' : match);
    if (match === 'home') await page.goto(`${game.origin}/#/`);
    await settled(page, match);
    // All cards stand in the picture, also those that would scroll.
    const cards = '.orders-column > .orders { flex: none; }';
    await page.addStyleTag({ content: `.map-host, .advisor { visibility: hidden !important; } ${cards}` });
    return page;
  };

  /** From wherever the screen before was to this one. */
  const turnTo = async (page: Page, { screen, key }: Screen): Promise<void> => {
    await page.keyboard.press('Escape');
    const orders = page.getByTestId('tab-orders');
    if (key !== undefined) await page.keyboard.press(key);
    else if (screen === 'match' && (await orders.isVisible())) await orders.click();
    else if (screen === 'match') await page.keyboard.press('1');
    await page.mouse.move(0, 0);
    await page.waitForTimeout(ACT_MS);
  };

  /** The reasons of the first line, by its own button: they stay the same wherever the playback is. */
  const openWhy = async (page: Page): Promise<void> => {
    const why = page.getByTestId('why-panel');
    if (await why.isVisible()) return;
    await page.getByTestId('report-line').first().getByTestId('why-button').click();
    await why.waitFor();
  };

  test.each(['en', 'de', 'zh', 'es'])('look as they did (%s)', async (locale) => {
    const context = await contextOf(locale);
    const changed: string[] = [];
    for (const [match, screens] of Object.entries(SCREENS)) {
      const taken = (Object.keys(SIZES) as Size[]).flatMap((size) =>
        screens.filter(({ screen }) => shownIn(locale, size, screen)).map((screen) => ({ size, screen })),
      );
      if (taken.length === 0) continue;
      const page = await open(context, match as FrozenMatch | 'home');
      for (const { size, screen } of taken) {
        const [width, height] = SIZES[size];
        await page.setViewportSize({ width, height });
        if (match === 'frozen') await turnTo(page, screen);
        if (match === 'frozen-report') await openWhy(page);
        await page.waitForTimeout(ACT_MS);
        changed.push(...(await changedPanels(page, `${screen.screen}-${size}-${locale}`, screen.panels)));
      }
      await page.close();
    }
    expect(changed).toEqual([]);
  });

  test.skipIf(process.env.UPDATE_PIXELS === '1')('the comparison sees a change', async () => {
    const page = await open(await contextOf('en'), 'frozen');
    await page.addStyleTag({ content: '[data-testid=orders] { filter: hue-rotate(90deg); letter-spacing: 1px; }' });
    await page.waitForTimeout(300);
    expect(await changedPanels(page, 'match-wide-en', ['[data-testid=orders]'])).toHaveLength(1);
  });
});
