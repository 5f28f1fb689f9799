/** Every screen and state: no serious fault of accessibility, nothing cut off in any language, and every role can play. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launchBrowser } from './browser.ts';
import { eventually } from './eventually.ts';
import { misfits, readyInSight } from './fits.ts';
import { type MockGame, startMockGame } from './fixtures/mock-server.ts';
import { type Game, playTurn, seriousFaults, skipReport, startGame, startMatch } from './game.ts';
import { tour } from './tour.ts';

describe.skipIf(CHROMIUM === null)('every screen', () => {
  let game: MockGame;
  let browser: Browser;
  beforeAll(async () => {
    game = await startMockGame();
    browser = await launchBrowser('canvas');
  });
  // Also where a test failed: an open map slows the next.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await game.end();
  });

  test.each([
    ['en-US', 1600, 900, true],
    ['en-US', 1024, 768, true],
    ['en-US', 390, 844, true],
    ['de-DE', 1024, 768, false],
    ['de-DE', 390, 844, false],
    ['zh-CN', 1024, 768, false],
    ['zh-CN', 390, 844, false],
  ] as const)('%s at %i x %i: all of it is in sight, and axe finds nothing serious', async (locale, width, height, axe) => {
    const context = await browser.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
    const found: Record<string, string[]> = {};
    const faults = await tour(context, game, async (page, screen, within) => {
      const wrong = await misfits(page);
      if (screen === 'planning' && !(await readyInSight(page))) wrong.push('Ready is out of sight');
      // Roles, names and contrast are the same in all languages.
      if (axe) wrong.push(...(await seriousFaults(page, within)));
      if (wrong.length > 0) found[screen] = wrong;
    });
    expect(found).toEqual({});
    expect(faults).toEqual([]);
  });
});

describe.skipIf(CHROMIUM === null)('a match', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame();
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  test.each([
    ['en-US', [[320, 640]]],
    ['de-DE', [[1440, 900]]],
    [
      'es-ES',
      [
        [1440, 900],
        [390, 844],
      ],
    ],
  ] as const)('nothing scrolls sideways and Ready is in sight, %s', async (locale, sizes) => {
    const [[width, height]] = sizes;
    const { page } = await game.person({ width, height, locale });
    await startMatch(page, game.origin);
    for (const [wide, high] of sizes) {
      await page.setViewportSize({ width: wide, height: high });
      await eventually(() => misfits(page)).toEqual([]);
      await eventually(() => readyInSight(page)).toBe(true);
    }
  });

  test.each(['base:washington-gov', 'base:huawei', 'base:openai'])('%s plays two turns', async (seat) => {
    const { page, faults } = await game.person();
    await startMatch(page, game.origin, seat);
    for (let turn = 0; turn < 2; turn += 1) {
      await playTurn(page);
      await eventually(() => page.getByTestId('report-line').count()).toBeGreaterThan(0);
      await skipReport(page);
      await page.getByTestId('ready-button').waitFor();
    }
    expect(faults).toEqual([]);
  });
});
