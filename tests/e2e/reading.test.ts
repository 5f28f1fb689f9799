/** A match by screen reader: what the accessibility tree holds, in what order, and what is announced when. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, startGame, startMatch } from './game.ts';

declare global {
  interface Window {
    announced: { text: string; how: string }[];
  }
}

/** Keeps what live regions say, as a screen reader would hear it. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.announced = [];
    const said = new Map<Element, string>();
    const hear = (): void => {
      for (const region of document.querySelectorAll('[aria-live]:not([aria-live=off]), [role=status], [role=alert]')) {
        const text = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
        if (said.get(region) === text) continue;
        said.set(region, text);
        const assertive = region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive';
        if (text !== '') window.announced.push({ text, how: assertive ? 'assertive' : 'polite' });
      }
    };
    hear();
    window.announced = [];
    new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

const heard = (page: Page): Promise<string[]> => page.evaluate(() => window.announced.map(({ text }) => text));
/** Position of the first announcement that a pattern fits, waiting for it. */
async function hears(page: Page, pattern: RegExp): Promise<number> {
  await expect.poll(async () => (await heard(page)).some((text) => pattern.test(text)), { timeout: 60_000 }).toBe(true);
  return (await heard(page)).findIndex((text) => pattern.test(text));
}

describe.skipIf(CHROMIUM === null)('by screen reader', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame();
  });
  afterAll(() => game.end());

  test('landmarks, order of reading, and announcements of a turn', async () => {
    const { page } = await game.person();
    await startMatch(page, game.origin);
    const tree = await page.locator('body').ariaSnapshot();
    const at = (pattern: RegExp): number => tree.search(pattern);
    // The coach of a first match stands among the orders.
    const order = [
      /region "Status/,
      /region "My orders/,
      /region "Advisor/,
      /main "Map/,
      /complementary "(?!Coach)/,
      /contentinfo/,
    ].map(at);
    expect(
      order.every((place) => place >= 0),
      `${order}\n${tree.slice(0, 1500)}`,
    ).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(tree).not.toMatch(/canvas/);
    expect(tree).toMatch(/tab "Leaderboard" \[selected\]/);
    expect(tree).toMatch(/heading "My orders" \[level=2\]/);
    expect(tree.match(/\[level=1\]/g)?.length).toBe(1);

    await listen(page);
    await page.getByTestId('advisor-a').click();
    const counted = await hears(page, /\d+ ready/);
    const card = page.getByTestId('order-card').first();
    const described = await card.getAttribute('aria-describedby');
    await eventually(() => page.locator(`#${described}`).innerText()).toMatch(/Allowed|Not allowed/);
    await page.keyboard.press('l');
    const list = await page.getByTestId('list-view').ariaSnapshot();
    for (const name of ['Flows', 'Announced', 'in force', 'Sites']) expect(list).toMatch(new RegExp(`table .*${name}`, 'i'));
    await page.keyboard.press('l');

    await page.getByTestId('ready-button').click();
    const report = await hears(page, /Report of \d{4} Q\d: \d+ headlines?/);
    const line = await hears(page, /\w+.*\d|takes force|announces/);
    expect(counted).toBeLessThan(report);
    expect(line).toBeGreaterThanOrEqual(0);
    const lines = await page
      .getByRole('region', { name: /lines|report/i })
      .first()
      .ariaSnapshot();
    expect(lines).toMatch(/list/);
    const before = (await heard(page)).length;
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await heard(page)).length, { timeout: 20_000 }).toBeGreaterThan(before);
    await page.keyboard.press('w');
    await page.getByTestId('why-panel').waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const planning = await hears(page, /Planning of \d{4} Q\d, turn 2 of \d+/);
    expect(planning).toBeGreaterThan(report);
    await game.leave();
  });

  test('charts have a sentence and a table; figures say that they can be asked', async () => {
    const { page } = await game.person();
    await startMatch(page, game.origin);
    const chart = page.getByTestId('chart-blocs');
    await eventually(() => chart.getByRole('heading').innerText()).toMatch(/\w+ .*\w/);
    await chart.getByTestId('chart-table').click();
    await eventually(() => chart.getByRole('table').ariaSnapshot()).toMatch(/columnheader "Washington"/);
    await chart.getByTestId('chart-table').click();
    const [saved] = await Promise.all([page.waitForEvent('download'), chart.getByTestId('chart-save').click()]);
    expect(saved.suggestedFilename()).toMatch(/\.png$/);
    const figure = page.locator('.board .figure').first();
    await eventually(() => figure.ariaSnapshot()).toMatch(/Why\?/);
    await figure.focus();
    await page.keyboard.press('w');
    await page.getByTestId('explain').waitFor();
    await eventually(() => page.getByTestId('explain').ariaSnapshot()).toMatch(/In all|rule/i);
    await page.keyboard.press('Escape');
    await page.getByTestId('explain').waitFor({ state: 'detached' });
    await eventually(() => figure.evaluate((one) => one === document.activeElement)).toBe(true);
    await game.leave();
  });
});
