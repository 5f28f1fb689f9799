/** Goes through every screen and its states in the matches of the mocks, in one size and language, and has each looked at. */
import type { BrowserContext, Page } from 'playwright-core';
import { type MockGame, openMock } from './fixtures/mock-server.ts';
import { settled } from './pictures.ts';

/** `within` names the one part of the page that differs from what was looked at before. */
export type Look = (page: Page, screen: string, within?: string) => Promise<void>;

const DIALOG = 'dialog[open]';

const ACT_MS = 150;
const PHONE_PX = 768;

/** Looks at all screens; what pages complain about is given back. */
export async function tour(context: BrowserContext, game: MockGame, look: Look): Promise<string[]> {
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  const seen: Look = async (page, screen, within) => {
    await page.waitForTimeout(ACT_MS);
    await look(page, screen, within);
  };
  await home(context, game, seen);
  await planning(context, game, seen);
  await report(context, game, seen);
  await debrief(context, game, seen);
  return faults;
}

async function home(context: BrowserContext, game: MockGame, look: Look): Promise<void> {
  const page = await openMock(context, game, 'planning');
  await page.goto(`${game.origin}/#/`);
  await settled(page, 'home');
  await look(page, 'home');
  await page.getByTestId('create-match').click();
  await page.getByTestId('start-match').waitFor();
  await look(page, 'lobby');
  await page.close();
}

async function planning(context: BrowserContext, game: MockGame, look: Look): Promise<void> {
  const page = await openMock(context, game, 'planning');
  await settled(page, 'planning');
  await look(page, 'planning');
  for (const [key, screen] of [
    ['3', 'supply'],
    ['4', 'policy'],
    ['5', 'deals'],
    ['c', 'chat'],
    ['1', 'leaderboard'],
  ] as const) {
    await page.keyboard.press(key);
    await look(page, screen, screen === 'chat' ? undefined : '.side');
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('2');
  // On a phone research is a column without the tree.
  if ((page.viewportSize()?.width ?? 0) >= PHONE_PX) await page.getByTestId('tech-base:fp8-training').click();
  await look(page, 'research');
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await page.getByTestId('list-view').waitFor();
  await look(page, 'list');
  await page.keyboard.press('l');
  await page.keyboard.press('o');
  await page.locator('[data-testid^=kind-]').first().waitFor();
  await look(page, 'picker', DIALOG);
  await page.locator('[data-testid^=kind-]:not([aria-disabled])').first().click();
  await page.getByTestId('form-add').waitFor();
  await look(page, 'form', DIALOG);
  await page.keyboard.press('Escape');
  await page.getByTestId('form-add').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByTestId('settings').first().click();
  await page.locator('dialog[open]').waitFor();
  await look(page, 'settings', DIALOG);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByTestId('keys-dialog').waitFor();
  await look(page, 'keys', DIALOG);
  await page.close();
}

async function report(context: BrowserContext, game: MockGame, look: Look): Promise<void> {
  const page = await openMock(context, game, 'report');
  await settled(page, 'report');
  await look(page, 'report');
  await page.getByTestId('level-all').click();
  await look(page, 'report, all lines', '.report-foot');
  await page.getByTestId('why-button').first().click();
  await page.getByTestId('why-panel').waitFor();
  await look(page, 'why', '[data-testid=why-panel]');
  await page.close();
}

async function debrief(context: BrowserContext, game: MockGame, look: Look): Promise<void> {
  const page = await openMock(context, game, 'debrief');
  await settled(page, 'debrief');
  await look(page, 'debrief');
  await page.getByTestId('final-score').locator('.figure').first().click();
  await page.getByTestId('explain').waitFor();
  await look(page, 'a figure');
  await page.keyboard.press('Escape');
  await page.getByTestId('what-if-open').click();
  await page.getByTestId('what-if-play').waitFor();
  await look(page, 'what if');
  await page.keyboard.press('Escape');
  await page.getByTestId('replay').click();
  await page.getByTestId('replay-quarter').waitFor();
  await look(page, 'replay');
  await page.close();
}
