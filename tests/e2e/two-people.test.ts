/** Two browsers in one match by its code; leaving, reloading, losing the network and a killed server bring the player back. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, playTurn, startGame, startMatch } from './game.ts';

const cards = (page: Page): Promise<string[]> => page.getByTestId('order-card').allInnerTexts();

describe.skipIf(CHROMIUM === null)('people', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame();
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  test('two browsers plan at once, each in its own seat; ready can be taken back; the turn resolves when both are ready', async () => {
    const host = await game.person();
    const guest = await game.person();
    await host.page.goto(game.origin);
    await host.page.getByTestId('create-match').click();
    const code = (await host.page.getByTestId('lobby-code').innerText()).replace(/[^A-Z0-9]/gi, '').slice(-6);
    expect(code).toHaveLength(6);
    await guest.page.goto(game.origin);
    await guest.page
      .getByTestId('join-code')
      .locator('input')
      .or(guest.page.locator('input[data-testid="join-code"]'))
      .first()
      .focus();
    await guest.page.keyboard.type(code);
    await guest.page.getByTestId('take-base:openai').click({ timeout: 20_000 });
    await host.page.getByTestId('start-match').click();
    for (const { page } of [host, guest]) await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });

    await host.page.getByTestId('advisor-a').click();
    await host.page.getByTestId('order-card').first().waitFor();
    await guest.page.getByTestId('advisor-b').click();
    await guest.page.getByTestId('order-card').first().waitFor();
    const [secret = ''] = (await cards(host.page))[0]?.split('\n') ?? [];
    await eventually(() => guest.page.locator('body').innerText()).not.toContain(`${secret}\n$`);

    await host.page.getByTestId('ready-button').click();
    await eventually(() => host.page.getByTestId('ready-button').getAttribute('aria-pressed')).toBe('true');
    await host.page.getByTestId('ready-button').click();
    await eventually(() => host.page.getByTestId('ready-button').getAttribute('aria-pressed')).toBe('false');
    await guest.page.getByTestId('ready-button').click();
    await guest.page.waitForTimeout(500);
    await eventually(() => guest.page.getByTestId('report-skip').count()).toBe(0);
    await host.page.getByTestId('ready-button').click();
    for (const { page } of [host, guest]) await page.getByTestId('report-skip').waitFor({ timeout: 60_000 });
    expect([...host.faults, ...guest.faults]).toEqual([]);
  });

  test('a reload in planning keeps the draft, one in the report returns to it, and a closed tab comes back', async () => {
    const { page, context, faults } = await game.person();
    await startMatch(page, game.origin);
    await page.getByTestId('advisor-a').click();
    await page.getByTestId('order-card').first().waitFor();
    const before = await cards(page);
    await page.waitForTimeout(1500);
    await page.reload();
    await page.getByTestId('order-card').first().waitFor({ timeout: 30_000 });
    await eventually(() => cards(page)).toEqual(before);
    await page.getByTestId('ready-button').click();
    await page.getByTestId('report-skip').waitFor({ timeout: 60_000 });
    await page.reload();
    await page.getByTestId('report-skip').waitFor({ timeout: 30_000 });
    const address = page.url();
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await again.getByTestId('report-skip').waitFor({ timeout: 30_000 });
    expect(faults).toEqual([]);
  });

  test('a killed server and a lost network: a banner, then back in the seat with the draft intact', async () => {
    const { page, context } = await game.person();
    await startMatch(page, game.origin);
    await page.getByTestId('advisor-b').click();
    await page.getByTestId('order-card').first().waitFor();
    await page.waitForTimeout(1500);
    const before = await cards(page);
    await game.kill();
    await page.getByTestId('connection-lost').waitFor({ timeout: 30_000 });
    await game.restart();
    await page.getByTestId('connection-lost').waitFor({ state: 'detached', timeout: 60_000 });
    await eventually(() => cards(page)).toEqual(before);
    await context.setOffline(true);
    await context.setOffline(false);
    await playTurn(page);
  });
});
