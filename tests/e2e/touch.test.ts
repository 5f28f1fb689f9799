/** By touch: a thumb plays a whole match on a phone, two fingers move the map, and nothing that is pressed is too small. */
import { type BrowserContext, devices, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MapHandle } from '#client/scenes/map-handle.ts';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, startGame } from './game.ts';

const TURNS = 8;
const LEAST_TARGET_PX = 24;

type MapHost = HTMLElement & { mapHandle: MapHandle };

/** A gesture of fingers over the map: each finger goes in a straight line from one place to another. */
async function fingers(
  page: Page,
  context: BrowserContext,
  paths: readonly [[number, number], [number, number]][],
): Promise<void> {
  const session = await context.newCDPSession(page);
  const at = (share: number) => paths.map(([[x1, y1], [x2, y2]]) => ({ x: x1 + (x2 - x1) * share, y: y1 + (y2 - y1) * share }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const share of [0.25, 0.5, 0.75, 1]) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
    await page.waitForTimeout(40);
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(300);
}

const drawn = (page: Page) => page.evaluate(() => (document.querySelector('[data-testid=map]') as MapHost).mapHandle.describe());

describe.skipIf(CHROMIUM === null)('by touch', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame();
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  const phone = async (): Promise<{ page: Page; context: BrowserContext; faults: string[] }> => {
    const { viewport, userAgent } = devices['Pixel 7'] ?? { viewport: { width: 412, height: 839 }, userAgent: '' };
    const context = await game.browser.newContext({
      viewport,
      userAgent,
      hasTouch: true,
      isMobile: true,
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    return { page, context, faults };
  };

  test('a whole match with taps alone, from home to the final score and into the next', async () => {
    const { page, faults } = await phone();
    await page.goto(game.origin);
    await page.getByTestId('start-button').tap();
    for (let turn = 1; turn <= TURNS; turn += 1) {
      await takePlan(page);
      if (turn === 1) await orderByForm(page);
      if (turn === 2) await lookAround(page);
      await page.getByTestId('ready-button').tap();
      await page.getByTestId('report-skip').waitFor({ timeout: 60_000 });
      if (turn === 1) {
        await page.getByTestId('why-button').first().tap();
        await page.getByTestId('why-panel').getByRole('button', { name: 'Close' }).tap();
      }
      await page.getByTestId('report-skip').tap();
    }
    await page.getByTestId('final-score').waitFor({ timeout: 60_000 });
    await page.getByTestId('epilogue').waitFor({ timeout: 60_000 });
    expect(await page.getByTestId('final-score').innerText()).toContain('DeepSeek');
    await page.getByTestId('final-score').locator('.figure').first().tap();
    await page.getByTestId('explain').getByRole('button', { name: 'Close' }).tap();
    const before = page.url();
    await page.getByTestId('play-again').tap();
    await page.getByTestId('ready-button').waitFor();
    expect(page.url()).not.toBe(before);
    expect(faults).toEqual([]);
  });

  test('one finger moves the map, two zoom it, a tap picks a seal; layers and list are in reach', async () => {
    const { page, context } = await phone();
    await page.goto(game.origin);
    await page.getByTestId('start-button').tap();
    await page.getByTestId('ready-button').waitFor();
    await page.waitForFunction(() => (document.querySelector('[data-testid=map]') as MapHost | null)?.mapHandle !== undefined);
    const box = await page.getByTestId('map').boundingBox();
    if (box === null) throw new Error('no map');
    const middle: [number, number] = [box.x + box.width / 2, box.y + box.height / 2];
    const before = await drawn(page);
    await fingers(page, context, [[middle, [middle[0] - 60, middle[1] + 20]]]);
    const panned = await drawn(page);
    const moved = (id: string): number =>
      (panned.nodes.find((one) => one.id === id)?.x ?? 0) - (before.nodes.find((one) => one.id === id)?.x ?? 0);
    expect(moved(before.nodes[0]?.id ?? '')).toBeLessThan(-20);
    const [x, y] = middle;
    await fingers(page, context, [
      [
        [x - 20, y],
        [x - 80, y],
      ],
      [
        [x + 20, y],
        [x + 80, y],
      ],
    ]);
    const zoomed = await drawn(page);
    expect(zoomed.scale).toBeGreaterThan(panned.scale * 1.3);
    const inside = zoomed.nodes.find(
      (one) => !one.minor && one.x > 40 && one.x < box.width - 40 && one.y > 40 && one.y < box.height - 120,
    );
    if (inside === undefined) throw new Error('no seal in sight');
    await page.touchscreen.tap(box.x + inside.x, box.y + inside.y);
    await page.locator('.picked-card').waitFor();
    await page.locator('.picked-card').getByRole('button', { name: 'Close' }).tap();
    await page.getByTestId('layers-toggle').tap();
    await page.getByRole('button', { name: 'Market', exact: true }).tap();
    await page.getByTestId('list-toggle').tap();
    await page.getByTestId('list-view').waitFor();
  });

  test('every target is large enough for a finger', async () => {
    const { page } = await phone();
    await page.goto(game.origin);
    await page.getByTestId('start-button').tap();
    await page.getByTestId('ready-button').waitFor();
    await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
    const small: string[] = [];
    for (const tab of ['orders', 'leaderboard', 'supply', 'policy', 'deals', 'chat']) {
      await page.getByTestId(`tab-${tab}`).tap();
      await page.waitForTimeout(200);
      const found = await page.evaluate((least) => {
        const shown = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select')].filter(
          (one) => one.offsetParent !== null && getComputedStyle(one).visibility === 'visible',
        );
        return shown
          .map((one) => ({ one, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && Math.min(box.width, box.height) < least - 0.5)
          .map(
            ({ one, box }) => `${one.className} ${one.innerText.slice(0, 20)} ${Math.round(box.width)}x${Math.round(box.height)}`,
          );
      }, LEAST_TARGET_PX);
      small.push(...found.map((one) => `${tab}: ${one}`));
    }
    expect(small).toEqual([]);
  });
});

/** Opens the advisor and takes plan A; standing orders of the turn before may be in the draft already. */
async function takePlan(page: Page): Promise<void> {
  await page.getByTestId('ready-button').waitFor();
  await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
  await page.getByTestId('advisor-phone').tap();
  await page.getByTestId('advisor-a').tap();
  await page.getByTestId('order-card').first().waitFor();
}

/** Adds an order by the form, and takes it back. */
async function orderByForm(page: Page): Promise<void> {
  const cards = page.getByTestId('order-card');
  const before = await cards.count();
  await page.getByTestId('add-order-phone').tap();
  const kinds = ['hire', 'study', 'raise'].map((kind) => `[data-testid=kind-${kind}]:not([aria-disabled])`);
  await page.locator(kinds.join()).first().tap();
  await page.getByTestId('form-add').tap();
  await eventually(() => cards.count()).toBe(before + 1);
  await page.getByTestId('undo').tap();
  await eventually(() => cards.count()).toBe(before);
}

/** All tabs, and the reasons of a figure. */
async function lookAround(page: Page): Promise<void> {
  for (const tab of ['supply', 'policy', 'deals', 'chat', 'leaderboard']) await page.getByTestId(`tab-${tab}`).tap();
  await page.getByTestId('leaderboard').locator('.figure').first().tap();
  await page.getByTestId('explain').getByRole('button', { name: 'Close' }).tap();
  await page.getByTestId('tab-orders').tap();
}
