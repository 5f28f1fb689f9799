/** Someone who has never seen the game: few presses and few words to sensible orders, and a reason for what did not come. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, startGame } from './game.ts';

/** Words that stand on what leads on: they must be read before the next press. */
const words = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).first().innerText()).split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

const MOST_PRESSES = 3;
const MOST_WORDS = 60;

describe.skipIf(CHROMIUM === null)('a newcomer', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame();
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  test.each([
    ['wide', 1600, 900],
    ['phone', 390, 844],
  ])('sends sensible orders with three presses, and finds a reason in the report (%s)', async (_name, width, height) => {
    const { page, faults } = await game.person({ width, height });
    let presses = 0;
    let read = 0;
    const press = async (testId: string): Promise<void> => {
      await page.getByTestId(testId).first().click();
      presses += 1;
    };
    await page.goto(game.origin);
    await page.getByTestId('start-button').waitFor();
    read += await words(page, '.play-now-top');
    await press('start-button');
    await page.getByTestId('coach').waitFor({ timeout: 60_000 });
    read += await words(page, '[data-testid=coach]');
    // The coach's button does what the coach says, once the advisor has thought.
    await page
      .getByTestId('advisor-a')
      .waitFor({ timeout: 60_000, state: 'attached' })
      .catch(() => undefined);
    await press('coach-do');
    await page.getByTestId('order-card').first().waitFor({ timeout: 60_000 });
    await eventually(() => page.locator('.legality.stop').count()).toBe(0);
    await press('ready-button');
    await page.getByTestId('report').waitFor({ timeout: 60_000 });
    expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
    expect(read).toBeLessThanOrEqual(MOST_WORDS);
    await page.getByTestId('why-button').first().click();
    await eventually(() => page.getByTestId('why-panel').innerText()).toMatch(/\p{L}{3,}/u);
    await page.keyboard.press('Escape');
    await page.getByTestId('report-skip').click();
    await page.getByTestId('ready-button').waitFor();
    // All orders are there: the coach stands by and locks nothing.
    await page.keyboard.press('o');
    await eventually(() => page.locator('.kind').count()).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });
});
