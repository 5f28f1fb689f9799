/** What helps a player: coach, terms, rules, keys, sound and notification, each under axe, and keys that can be changed. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, playTurn, seriousFaults, skipReport, startGame, startMatch } from './game.ts';

/** A loaded machine takes a while. */
const SOON = { timeout: 20_000 };

describe.skipIf(CHROMIUM === null)('help', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame();
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  /** Axe on what is shown, by name of the screen. */
  const looker = (page: Page) => {
    const found: Record<string, string[]> = {};
    const look = async (screen: string): Promise<void> => {
      await page.waitForTimeout(300);
      const serious = await seriousFaults(page);
      if (serious.length > 0) found[screen] = serious;
    };
    return { found, look };
  };

  test.each([
    ['wide', 1600, 900],
    ['phone', 390, 844],
  ])('coach, a term, figures, estimates, rules, keys and settings have no serious fault (%s)', async (name, width, height) => {
    const { page, faults } = await game.person({ width, height });
    const { found, look } = looker(page);
    await page.goto(game.origin);
    await page.getByTestId('learn').click();
    await page.getByTestId('coach').waitFor({ timeout: 60_000 });
    await look('coach');
    if (name === 'phone') await page.getByTestId('tab-leaderboard').click();
    await page.locator('.board-head .term-word, .standing .term-word').first().click();
    await page.locator('.term-box:popover-open').waitFor();
    await look('term');
    await eventually(() => page.locator('.term-box:popover-open p').innerText()).toMatch(/\w+ \w+/);
    await page.keyboard.press('Escape');
    await page
      .locator('.term-box:popover-open')
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
    await page.getByTestId('leaderboard').locator('.figure').first().click();
    await page.getByTestId('explain').waitFor();
    await look('figure');
    await page.keyboard.press('Escape');
    await page.getByTestId('board-rivals').click();
    await page.getByTestId('rivals').waitFor();
    await look('rivals');
    await page.getByTestId('settings').click();
    await page.getByTestId('sound').waitFor();
    await look('settings');
    const before = await page.getByTestId('sound').isChecked();
    await page.getByTestId('sound').click();
    await eventually(() => page.getByTestId('sound').isChecked()).toBe(!before);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByTestId('keys-dialog').waitFor();
    await look('keys');
    await page.goto(`${game.origin}/#/rules`);
    await page.locator('.rule-section').first().waitFor();
    await look('rules');
    await page.locator('#rules-find').fill('grey market');
    await look('rules, searched');
    expect(found).toEqual({});
    expect(faults).toEqual([]);
  });

  test('a key can be changed, is shown everywhere, is kept, and refuses what is taken', async () => {
    const { page } = await game.person();
    await startMatch(page, game.origin);
    const change = async (action: string, key: string): Promise<void> => {
      await page.getByTestId(`change-${action}`).click();
      await page.keyboard.press(key);
    };
    await page.keyboard.press('?');
    await change('l', 'o');
    await expect.poll(() => page.getByTestId('key-refused').innerText(), SOON).toMatch(/O already/);
    await change('l', '3');
    await expect.poll(() => page.getByTestId('key-refused').innerText(), SOON).toMatch(/3 already/);
    await change('l', 'k');
    await expect.poll(() => page.getByTestId('key-refused').innerText(), SOON).toBe('');
    await expect.poll(() => page.getByTestId('key-l').innerText(), SOON).toBe('K');
    await page.keyboard.press('Escape');
    await eventually(() => page.getByTestId('list-toggle').innerText()).toMatch(/K/);
    await page.keyboard.press('l');
    await page.waitForTimeout(200);
    await eventually(() => page.getByTestId('list-view').count()).toBe(0);
    await page.keyboard.press('k');
    await page.getByTestId('list-view').waitFor();
    await page.reload();
    await page.getByTestId('ready-button').waitFor();
    await page.keyboard.press('k');
    await page.getByTestId('list-view').waitFor();
    await page.keyboard.press('?');
    await page.getByTestId('reset-keys').click();
    await expect.poll(() => page.getByTestId('key-l').innerText(), SOON).toBe('L');
  });

  test('research, map and deals by keys alone', async () => {
    const { page } = await game.person();
    await startMatch(page, game.origin);
    await page.keyboard.press('2');
    await page.getByTestId('research').waitFor();
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), SOON).toBe('tech-find');
    await page.keyboard.type('kernel');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    for (let n = 0; n < 12 && (await focusClass(page)) !== 'tech-stop'; n += 1) await page.keyboard.press('Tab');
    await eventually(() => focusClass(page)).toBe('tech-stop');
    await page.locator('.find-line input').fill('');
    await page.locator('.stop-available button').first().focus();
    const chosen = await focusText(page);
    await page.keyboard.press('ArrowRight');
    await eventually(() => focusText(page)).not.toBe(chosen);
    await page.locator('.stop-available button').first().focus();
    await page.keyboard.press('r');
    await page.locator('.stop-drafted').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('order-card').first().waitFor();
    await page.keyboard.press('5');
    await tabUntil(page, 'make-offer');
    await page.keyboard.press('Enter');
    await tabUntil(page, 'send-offer');
    await page.keyboard.press('Enter');
    await page.getByTestId('offer').first().waitFor();
  });

  test('a notification says that a turn is due while the page is out of sight, only where it was switched on', async () => {
    const { page, context } = await game.person();
    await context.grantPermissions(['notifications']);
    await page.addInitScript(() => {
      const told: string[] = [];
      const fake = Object.assign(
        function Notification(_title: string, options?: { body?: string }) {
          told.push(options?.body ?? '');
          return { close: () => undefined };
        },
        { permission: 'granted', requestPermission: async () => 'granted' },
      );
      Object.assign(globalThis, { Notification: fake, told });
      Object.defineProperty(document, 'hidden', { get: () => true });
    });
    const told = (): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
    await startMatch(page, game.origin);
    await playTurn(page);
    await eventually(() => told()).toEqual([]);
    await skipReport(page);
    await page.getByTestId('settings').click();
    await page.getByTestId('notify').check();
    await page.keyboard.press('Escape');
    await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
    await playTurn(page);
    await expect.poll(told, SOON).toHaveLength(1);
    expect((await told())[0]).toMatch(/\d{4} Q\d/);
  });

  test('the title says that a turn waits, and no longer when one is ready', async () => {
    const { page } = await game.person();
    await startMatch(page, game.origin);
    await expect.poll(() => page.title(), SOON).toMatch(/^● \d{4} Q\d/);
    await page.goto(`${game.origin}/#/`);
    await expect.poll(() => page.title(), SOON).toBe('Chokepoint');
  });
});

const focusClass = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('.tech-stop')?.classList[0] ?? '');
const focusText = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

async function tabUntil(page: Page, testId: string): Promise<void> {
  for (let n = 0; n < 120; n += 1) {
    if (await page.evaluate((id) => document.activeElement?.getAttribute('data-testid') === id, testId)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${testId}`);
}
