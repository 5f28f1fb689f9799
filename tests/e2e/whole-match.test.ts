/** A stranger plays the eight turns to the final score: once by mouse, once by keyboard alone. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, playTurn, skipReport, startGame, startMatch } from './game.ts';

const TURNS = 8;

describe.skipIf(CHROMIUM === null)('a whole match', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame('webgl');
  });
  afterEach(() => game.leave());
  afterAll(() => game.end());

  test('by mouse: plans, a changed number, reports with reasons, final score, and again', async () => {
    const { page, faults } = await game.person();
    await startMatch(page, game.origin);
    await eventually(() => page.locator('body').innerText()).toContain('DeepSeek');
    for (let turn = 1; turn <= TURNS; turn += 1) {
      if (turn === 2) await changeNumber(page);
      await playTurn(page);
      await eventually(() => page.getByTestId('report-line').count()).toBeGreaterThan(0);
      if (turn === 1) {
        await page.getByTestId('why-button').first().click();
        await page.getByTestId('why-panel').waitFor();
        expect((await page.getByTestId('why-panel').innerText()).length).toBeGreaterThan(20);
        await page.getByTestId('why-panel').getByRole('button', { name: /close/i }).first().click();
      }
      await skipReport(page);
    }
    await page.getByTestId('final-score').waitFor({ timeout: 60_000 });
    await eventually(() => page.locator('svg').count()).toBeGreaterThan(3);
    const score = await page.getByTestId('final-score').innerText();
    for (const seat of ['DeepSeek', 'Washington', 'Huawei', 'Nvidia']) expect(score).toContain(seat);
    await page.getByTestId('epilogue').waitFor({ timeout: 60_000 });
    await whatIf(page);
    const before = page.url();
    await page.getByTestId('play-again').click();
    await page.getByTestId('ready-button').waitFor();
    expect(page.url()).not.toBe(before);
    expect(faults).toEqual([]);
  });

  test('by keyboard alone', async () => {
    const { page, faults } = await game.person();
    await page.goto(game.origin);
    // The button is off until the rules are there.
    await page.locator('[data-testid=start-button]:not([aria-disabled=true])').waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
    await visitTabs(page);
    for (let turn = 1; turn <= TURNS; turn += 1) {
      await acceptPlan(page);
      if (turn === 1) await editByKeys(page);
      if (turn === 2) {
        // From the map's layers Escape leads back, so that Space is Ready and switches no layer.
        await page.keyboard.press('m');
        await eventually(() => page.evaluate(() => document.activeElement?.closest('.layer-row') !== null)).toBe(true);
        await page.keyboard.press('Escape');
      }
      await pressReady(page);
      if (turn === 1) {
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('w');
        await page.getByTestId('why-panel').waitFor();
        await page.keyboard.press('Escape');
        await page.getByTestId('why-panel').waitFor({ state: 'detached' });
      }
      await page.keyboard.press('Escape');
      if (turn < TURNS) await page.getByTestId('ready-button').waitFor();
    }
    await page.getByTestId('final-score').waitFor({ timeout: 60_000 });
    await tabTo(page, 'play-again');
    await page.keyboard.press('Enter');
    await page.getByTestId('ready-button').waitFor();
    expect(faults).toEqual([]);
  });
});

/** Leaves out the first order of a quarter, reads both histories, and stops the games with other luck after the first ten. */
async function whatIf(page: Page): Promise<void> {
  await page.getByTestId('what-if-open').click();
  await page.getByTestId('what-if-order').waitFor();
  // The fewer quarters are left, the sooner ten games are played.
  await page
    .getByTestId('what-if')
    .locator('select')
    .first()
    .selectOption(String(TURNS - 3));
  await eventually(() => page.getByTestId('what-if-order').locator('option').count()).toBeGreaterThan(0);
  await page.getByTestId('what-if-play').click();
  const result = page.getByTestId('what-if-result');
  await result.waitFor({ timeout: 120_000 });
  // Two blocs stand in the table with their scores in both histories.
  await eventually(() => result.locator('tbody tr').count()).toBeGreaterThanOrEqual(2);
  await eventually(() => result.locator('tbody tr').first().innerText()).toMatch(/\d[\s\S]*\d/);
  await page.getByTestId('what-if-band').waitFor({ timeout: 120_000 });
  await page.getByTestId('what-if-stop').click();
  const progress = page.getByTestId('what-if-progress');
  await page.getByTestId('what-if-more').waitFor();
  const stopped = await progress.innerText();
  expect(await page.getByTestId('what-if-band').innerText()).toMatch(/8 of 10 replays end at \d/);
  const chart = page.getByTestId('chart-what-if');
  await chart.getByTestId('chart-table').click();
  await eventually(() => chart.locator('tbody tr').last().innerText()).toMatch(/Q\d(\s+\d+(\.\d)?){2}\s+\d/);
  expect(await progress.innerText()).toBe(stopped);
  await page.getByTestId('what-if-more').click();
  await page.getByTestId('what-if-stop').waitFor();
}

/** Adds an order by the form, with a number of the player's own, and takes it out again. */
async function changeNumber(page: Page): Promise<void> {
  await page.getByTestId('add-order').click();
  await page.getByTestId('kind-hire').click();
  const people = page.getByTestId('field-people').locator('input').or(page.locator('input[data-testid="field-people"]')).first();
  await people.fill('7');
  await page.getByTestId('form-add').click();
  const card = page.getByTestId('order-card').filter({ hasText: '7' }).first();
  await card.waitFor();
  await eventually(() => card.innerText()).toMatch(/Hire 7/);
}

/** A opens the advisor, A again takes plan A, and the focus is back with the orders, where Space is Ready. */
async function acceptPlan(page: Page): Promise<void> {
  await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
  // Standing orders are in the draft already, and another press would only open the advisor again.
  if ((await page.getByTestId('order-card').count()) > 0) return;
  await page.keyboard.press('a');
  await focusOn(page, 'advisor-a');
  await page.keyboard.press('a');
  await page.getByTestId('order-card').first().waitFor();
  await focusOn(page, 'orders');
}

/** Waits until an element has the focus. */
const focusOn = (page: Page, testId: string): Promise<void> =>
  eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe(testId);

/** Space is Ready; what is not allowed is asked about first, and the rest is sent. */
async function pressReady(page: Page): Promise<void> {
  const rest = page.getByTestId('send-rest');
  const report = page.getByTestId('report-skip');
  await page.keyboard.press('Space');
  await report
    .or(rest)
    .or(page.locator('[data-testid=ready-button]:is([aria-pressed=true], [aria-busy=true])'))
    .first()
    .waitFor();
  if ((await rest.count()) > 0) {
    await tabTo(page, 'send-rest');
    await page.keyboard.press('Enter');
  }
  await report.waitFor({ timeout: 60_000 });
}

async function visitTabs(page: Page): Promise<void> {
  for (const key of ['1', '3', '4', '5', '1']) await page.keyboard.press(key);
  await page.keyboard.press('l');
  await page.getByTestId('list-view').waitFor();
  await page.keyboard.press('l');
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, testId: string): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    const there = await page.evaluate(
      (id) => document.activeElement?.closest(`[data-testid="${id}"]`) !== null && document.activeElement !== document.body,
      testId,
    );
    if (there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${testId}`);
}

/** A cheap kind of order that the plan has not used up; which ones it has differs from match to match. */
async function openKind(page: Page): Promise<string> {
  await page.getByTestId('kind-hire').waitFor();
  for (const kind of ['kind-hire', 'kind-study', 'kind-raise']) {
    if ((await page.getByTestId(kind).getAttribute('aria-disabled')) === null) return kind;
  }
  throw new Error('the plan uses up every cheap kind of order');
}

/** Moves an order by one place, removes one, and adds another by the form, all by keys. */
async function editByKeys(page: Page): Promise<void> {
  const texts = (): Promise<string[]> => page.getByTestId('order-card').allInnerTexts();
  const before = await texts();
  await tabTo(page, 'order-card');
  const from = await page.evaluate(() =>
    [...document.querySelectorAll('[data-testid=order-card]')].indexOf(document.activeElement as Element),
  );
  const to = from + 1 < before.length ? from + 1 : from - 1;
  await page.keyboard.press(to > from ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
  await eventually(async () => (await texts())[to]?.split('\n')[0]).toBe(before[from]?.split('\n')[0]);
  // The card that moved keeps the focus.
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('order-card');
  await page.keyboard.press('Delete');
  await eventually(async () => (await texts()).length).toBe(before.length - 1);
  await page.keyboard.press('o');
  await tabTo(page, await openKind(page));
  await page.keyboard.press('Enter');
  await tabTo(page, 'form-add');
  await page.keyboard.press('Enter');
  await eventually(async () => (await texts()).length).toBe(before.length);
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  // The new card, the last one, has the focus; out of it, so that Space is Ready.
  await eventually(() =>
    page.evaluate(() => [...document.querySelectorAll('[data-testid=order-card]')].at(-1) === document.activeElement),
  ).toBe(true);
  await page.keyboard.press('Escape');
  await focusOn(page, 'orders');
}
