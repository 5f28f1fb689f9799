/** The autopilot in the seat's settings: set by hand, kept over a reload, and obeyed when the turn is played. */
import { mkdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, seriousFaults, skipReport, startGame, startMatch } from './game.ts';

const SHOTS = '.cache/screenshots';

describe.skipIf(CHROMIUM === null)('autopilot', () => {
  let game: Game;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    game = await startGame();
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  test('plays a turn for which nothing is drafted, within the limits that were set', async () => {
    const { page, faults } = await game.person();
    await startMatch(page, game.origin);
    await page.getByTestId('settings').click();
    await page.getByTestId('autopilot-on').check();
    await page.getByTestId('autopilot-noDeals').check();
    await page.getByTestId('autopilot-keep-cash').fill('40');
    await page.getByTestId('autopilot-keep-cash').blur();
    await page.locator('[data-testid=autopilot][aria-busy=false]').waitFor();
    await page.screenshot({ path: `${SHOTS}/autopilot.png` });
    await eventually(() => seriousFaults(page)).toEqual([]);
    await page.reload();
    await page.getByTestId('ready-button').waitFor();
    await page.getByTestId('settings').click();
    await eventually(() => page.getByTestId('autopilot-on').isChecked()).toBe(true);
    await eventually(() => page.getByTestId('autopilot-noDeals').isChecked()).toBe(true);
    await eventually(() => page.getByTestId('autopilot-noEscalation').isChecked()).toBe(false);
    await eventually(() => page.getByTestId('autopilot-keep-cash').inputValue()).toBe('40');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => page.getByTestId('order-card').count()).toBe(0);
    await page.getByTestId('ready-button').click();
    await page.getByTestId('report-skip').waitFor({ timeout: 60_000 });
    await skipReport(page);
    await page.getByTestId('ready-button').waitFor();
    expect(faults).toEqual([]);
  });
});
