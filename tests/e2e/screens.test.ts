/** Every screen: no serious fault of accessibility, nothing cut off, every role can play, no words missing. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, playTurn, seriousFaults, skipReport, startGame, startMatch } from './game.ts';

const SHOTS = '.cache/screenshots';

describe.skipIf(CHROMIUM === null)('screens', () => {
  let game: Game;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    game = await startGame();
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  test.each([
    ['wide', 1600, 900],
    ['phone', 390, 844],
  ])('axe finds no serious fault on any screen (%s)', async (name, width, height) => {
    const { page, faults } = await game.person({ width, height });
    const found: Record<string, string[]> = {};
    const look = async (screen: string): Promise<void> => {
      await page.waitForTimeout(400);
      await page.screenshot({ path: `${SHOTS}/${screen}-${name}.png` });
      const serious = await seriousFaults(page);
      if (serious.length > 0) found[screen] = serious;
    };
    await page.goto(game.origin);
    await page.getByTestId('start-button').waitFor();
    await look('home');
    await startMatch(page, game.origin);
    await look('planning');
    await page.keyboard.press('o');
    await page.getByTestId('kind-hire').waitFor();
    await look('picker');
    await page.getByTestId('kind-hire').click();
    await page.getByTestId('form-add').waitFor();
    await look('form');
    await page.getByTestId('form-add').click();
    for (const key of ['3', '4', '5', '1']) {
      await page.keyboard.press(key);
      await look(`tab-${key}`);
    }
    if (name === 'wide') {
      await page.keyboard.press('2');
      await look('research');
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('l');
    await page.getByTestId('list-view').waitFor();
    await look('list');
    await page.keyboard.press('l');
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor();
    await look('keys');
    await page.keyboard.press('Escape');
    await page.getByTestId('ready-button').click();
    await page.getByTestId('report-skip').waitFor({ timeout: 60_000 });
    await look('report');
    await page.keyboard.press('w');
    await page.getByTestId('why-panel').waitFor();
    await look('why');
    expect(found).toEqual({});
    expect(faults).toEqual([]);
  });

  test.each([
    [
      'en-US',
      [
        [1600, 900],
        [1024, 768],
        [390, 844],
        [320, 640],
      ],
    ],
    ['de-DE', [[1440, 900]]],
    ['zh-CN', [[390, 844]]],
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
    for (const size of sizes) await fits(page, size, locale);
  });

  async function fits(page: Page, [width, height]: readonly [number, number], locale: string): Promise<void> {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${SHOTS}/planning-${width}-${locale}.png` });
    await eventually(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const box = await page.getByTestId('ready-button').boundingBox();
    expect(box).not.toBeNull();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    await eventually(() => cutButtons(page)).toEqual([]);
    await eventually(() => tabsOutside(page)).toEqual([]);
    await eventually(() => page.locator('body').innerText()).not.toMatch(
      /\b(ui|report|order|reject|rule|word)\.[a-z-]+\.[a-z-]+/,
    );
  }

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

/** Buttons whose label is wider than they are. */
const cutButtons = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button')]
      .filter((button) => button.offsetParent !== null && button.scrollWidth > button.clientWidth + 1)
      .map((button) => button.innerText.slice(0, 40)),
  );

/** Tabs of which a part lies outside the window. */
const tabsOutside = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid^="tab-"]')]
      .filter((tab) => tab.getBoundingClientRect().right > window.innerWidth + 1 || tab.getBoundingClientRect().left < -1)
      .map((tab) => tab.innerText),
  );
