/** Research in line by mouse and by keyboard, kept over a reload; and a match with a mod that is chosen on the home page. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, playTurn, skipReport, startGame, startMatch } from './game.ts';

const queued = (page: Page): Promise<string[]> =>
  page.locator('.queue-item strong').evaluateAll((names) => names.map((name) => name.textContent ?? ''));

describe.skipIf(CHROMIUM === null)('research in line and mods', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame();
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  test('what waits is shown, moved, taken out and kept, and is ordered by itself', async () => {
    const { page, faults } = await game.person();
    await startMatch(page, game.origin);
    await page.keyboard.press('2');
    await page.getByTestId('research').waitFor();
    const open = page.locator('.stop-available button');
    await open.first().waitFor();
    const ids = await open.evaluateAll((stops) => stops.map((stop) => stop.getAttribute('data-testid') ?? ''));
    expect(ids.length).toBeGreaterThan(1);
    const [first = '', second = ''] = ids;
    await page.getByTestId(first).click();
    await page.getByTestId('research-queue-toggle').click();
    await page.getByTestId(second).focus();
    await page.keyboard.press('q');
    await eventually(() => queued(page).then((names) => names.length)).toBe(2);
    const [one, two] = await queued(page);
    await page.locator('.queue-item').nth(1).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await eventually(() => queued(page)).toEqual([two, one]);
    await page.reload();
    await page.getByTestId('ready-button').waitFor({ timeout: 60_000 });
    await page.keyboard.press('2');
    await page.getByTestId('research').waitFor();
    await eventually(() => queued(page)).toEqual([two, one]);
    await page.locator('.queue-item').nth(1).focus();
    await page.keyboard.press('Delete');
    await eventually(() => queued(page)).toEqual([two]);
    await page.keyboard.press('Escape');
    await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
    await page.getByTestId('ready-button').click();
    await skipReport(page);
    await page
      .getByTestId('order-card')
      .filter({ hasText: two ?? '' })
      .waitFor();
    await page.keyboard.press('2');
    await page.getByTestId('research').waitFor();
    await eventually(() => queued(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each(['server', 'browser alone'])('a match can be made with an installed mod (%s)', async (place) => {
    const { page, faults } = await game.person({ locale: 'de-DE' });
    if (place !== 'server') await page.route('**/api/**', (route) => route.abort());
    await page.goto(game.origin);
    const mod = page.locator('.mod-line').first();
    await mod.waitFor();
    const name = await mod.locator('strong').innerText();
    await mod.click();
    await eventually(() => mod.locator('input').isChecked()).toBe(true);
    await page.getByTestId('create-match').click();
    await page.getByTestId('start-match').waitFor({ timeout: 60_000 });
    await eventually(() => page.locator('.lobby .top-bar').innerText()).toContain(name);
    await page.getByTestId('start-match').click();
    await page.getByTestId('ready-button').waitFor({ timeout: 60_000 });
    await playTurn(page);
    // A server that is away is told of by the browser itself.
    expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  });
});
