/** The built client on a plain file server: loaded once, it plays a whole match without any network, and loses nothing. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { matchLogSchema } from '#shared/replay/log.ts';
import { verifyLog } from '#shared/replay/replay.ts';
import { CHROMIUM } from './browser.ts';
import { eventually } from './eventually.ts';
import { type Game, playTurn, seriousFaults, skipReport, startGame } from './game.ts';
import { type StaticFiles, serveFiles } from './static-files.ts';

const TURNS = 8;
const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url));
/** A page that looks for a server where there is none is told so by the browser's own lines. */
const ours = (faults: readonly string[]): string[] => faults.filter((fault) => !fault.includes('Failed to load resource'));

/** Waits until the browser has kept everything that play without a network needs. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The worker of the next version has every file and answers for the page; while it installs, the one before does. */
async function nextIsKept(page: Page): Promise<void> {
  // Not waitForFunction: a promise counts there as true before it is settled.
  const settled = (): Promise<boolean> =>
    page.evaluate(async () => {
      const { installing, waiting, active } = await navigator.serviceWorker.ready;
      const installed = installing === null && waiting === null && active?.state === 'activated';
      return installed && (await caches.keys()).length === 2;
    });
  await eventually(settled).toBe(true);
}

describe.skipIf(CHROMIUM === null)('without a network', () => {
  let game: Game;
  let files: StaticFiles;
  beforeAll(async () => {
    game = await startGame();
  });
  afterEach(async () => {
    await game.leave();
    await files?.close().catch(() => undefined);
  });
  afterAll(() => game.end());

  test('a whole match by mouse, with a reload in the middle, and its log', async () => {
    files = await serveFiles(CLIENT);
    const { page, context, faults } = await game.person();
    await page.goto(files.address);
    await page.getByTestId('here-note').waitFor();
    await eventually(() => seriousFaults(page)).toEqual([]);
    await kept(page);
    const browser = await context.newCDPSession(page);
    const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
    // A window without a profile never installs anything; whatever else stands in the way is ours.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    await context.setOffline(true);
    await files.close();
    await page.reload();
    await page.getByTestId('start-button').click();
    await page.getByTestId('ready-button').waitFor();
    for (let turn = 1; turn <= TURNS; turn += 1) {
      await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
      if (turn === 3) await reloadWithDraft(page);
      else await playTurn(page);
      await eventually(() => page.getByTestId('report-line').count()).toBeGreaterThan(0);
      await skipReport(page);
      if (turn === 5) await comeBackInNewTab(page);
    }
    await page.getByTestId('final-score').waitFor({ timeout: 60_000 });
    await page.getByTestId('epilogue').waitFor({ timeout: 60_000 });
    const saved = page.waitForEvent('download');
    await page.getByTestId('download-log').click();
    const log = matchLogSchema.parse(JSON.parse(readFileSync(await (await saved).path(), 'utf8')));
    expect(log.records.filter(({ record }) => record === 'turn')).toHaveLength(TURNS);
    const { ruleset } = await loadBaseRuleset();
    expect(verifyLog(ruleset, log)).toMatchObject({ ok: true });
    await page.getByTestId('play-again').click();
    await page.getByTestId('ready-button').waitFor();
    expect(ours(faults)).toEqual([]);
  });

  test('a guided first match, and the tab that came later goes on with it', async () => {
    files = await serveFiles(CLIENT);
    const { page, context, faults } = await game.person();
    await page.goto(files.address);
    await page.getByTestId('here-note').waitFor();
    await page.getByTestId('learn').click();
    await page.getByTestId('coach').waitFor();
    await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByTestId('advisor-a').click({ timeout: 60_000 });
    await second.getByTestId('order-card').first().waitFor();
    await second.waitForTimeout(1500);
    await page.getByTestId('advisor-a').click();
    await page.getByTestId('match-elsewhere').waitFor();
    await page.getByTestId('match-elsewhere').getByRole('button').click();
    await page.getByTestId('order-card').first().waitFor({ timeout: 60_000 });
    expect(ours(faults)).toEqual([]);
  });

  test('a new version is there at the next visit, and the match goes on in it', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'chokepoint-client-'));
    try {
      cpSync(CLIENT, copy, { recursive: true });
      files = await serveFiles(copy);
      const { page, context, faults } = await game.person();
      await page.goto(files.address);
      await kept(page);
      await page.getByTestId('start-button').click();
      await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
      await playTurn(page);
      publishNext(copy);
      await skipReport(page);
      await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
      await page.reload();
      await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
      await eventually(() => page.locator('meta[name="next-version"]').count()).toBe(1);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await nextIsKept(page);
      await context.setOffline(true);
      await page.reload();
      await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
      await eventually(() => page.locator('meta[name="next-version"]').count()).toBe(1);
      await playTurn(page);
      expect(ours(faults)).toEqual([]);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });

  test('from the game server: offline by choice, and on when the server is gone', async () => {
    const { page, faults } = await game.person();
    await page.goto(game.origin);
    await page.getByTestId('start-here').click();
    await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
    await kept(page);
    await game.kill();
    try {
      await playTurn(page);
      await skipReport(page);
      await page.reload();
      await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
      await playTurn(page);
    } finally {
      await game.restart();
    }
    expect(ours(faults)).toEqual([]);
  });
});

/** Puts another version of the client in the place of the one that is served. */
function publishNext(folder: string): void {
  const change = (file: string, from: RegExp, to: string): void => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const next = text.replace(from, to);
    if (next === text) throw new Error(`${file} can't be changed`);
    writeFileSync(path, next);
  };
  change('index.html', /<head>/, '<head><meta name="next-version" content="yes" />');
  change('service-worker.js', /"[0-9a-f]{16}"/, '"0123456789abcdef"');
}

/** Drafts a plan, reloads before the turn ends, finds the same orders, and plays the turn with them. */
async function reloadWithDraft(page: Page): Promise<void> {
  await page.getByTestId('advisor-a').click();
  await page.getByTestId('order-card').first().waitFor();
  await page.waitForTimeout(1500);
  const before = await page.getByTestId('order-card').allInnerTexts();
  await page.reload();
  await page.getByTestId('order-card').first().waitFor({ timeout: 60_000 });
  await eventually(() => page.getByTestId('order-card').allInnerTexts()).toEqual(before);
  await page.getByTestId('ready-button').click();
  await page.getByTestId('report-skip').waitFor({ timeout: 60_000 });
}

/** Goes home as after closing the game, and back into the match from there. */
async function comeBackInNewTab(page: Page): Promise<void> {
  await page.goto(page.url().replace(/#.*/, ''));
  await page.getByTestId('resume').click();
}
