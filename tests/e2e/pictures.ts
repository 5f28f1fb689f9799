/**
 * Pictures of every screen in the situations of the mocks, in three sizes, and in German, Chinese and Spanish: `npm run pictures`
 * writes them to `.cache/pictures`. Names of sizes and screens as arguments take only those.
 */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type MockGame, openMock, startMockGame } from './fixtures/mock-server.ts';
import type { MockMatch } from './fixtures/mock-store.ts';

const FOLDER = '.cache/pictures';
const SIZES = [
  { size: 'wide', width: 1600, height: 900, locale: 'en-US' },
  { size: 'tablet', width: 1024, height: 768, locale: 'en-US' },
  { size: 'phone', width: 390, height: 844, locale: 'en-US' },
  { size: 'wide-de', width: 1600, height: 900, locale: 'de-DE' },
  { size: 'wide-zh', width: 1600, height: 900, locale: 'zh-CN' },
  { size: 'tablet-de', width: 1024, height: 768, locale: 'de-DE' },
  { size: 'tablet-zh', width: 1024, height: 768, locale: 'zh-CN' },
  { size: 'phone-de', width: 390, height: 844, locale: 'de-DE' },
  { size: 'phone-zh', width: 390, height: 844, locale: 'zh-CN' },
  { size: 'wide-es', width: 1600, height: 900, locale: 'es-ES' },
  { size: 'phone-es', width: 390, height: 844, locale: 'es-ES' },
] as const;

const press = (key: string) => (page: Page) => page.keyboard.press(key);

async function why(page: Page): Promise<void> {
  const line = page.getByTestId('report-line').filter({ hasText: 'H20' }).first();
  await line.getByTestId('why-button').click();
}

async function tech(page: Page): Promise<void> {
  await page.keyboard.press('2');
  // On a phone research is a column without the tree.
  if ((page.viewportSize()?.width ?? 0) > 767) await page.getByTestId('tech-base:fp8-training').click();
}

/** Leaves out an order once the search has found one, and waits for the band of games with other luck. */
async function whatIf(page: Page): Promise<void> {
  await page.getByTestId('what-if-open').click();
  await page.getByTestId('what-if-found').waitFor({ timeout: 120_000 });
  await page.getByTestId('what-if-play').click();
  await page.getByTestId('what-if-band').waitFor({ timeout: 180_000 });
}

/** Screen, the match it is taken of, and how one gets there. */
export const SCREENS: readonly { screen: string; match: MockMatch | 'home'; go?: (page: Page) => Promise<void> }[] = [
  { screen: 'lobby', match: 'home' },
  { screen: 'match', match: 'planning' },
  { screen: 'research', match: 'planning', go: tech },
  { screen: 'supply', match: 'planning', go: press('3') },
  { screen: 'policy', match: 'planning', go: press('4') },
  { screen: 'deals', match: 'planning', go: press('5') },
  { screen: 'list', match: 'planning', go: press('l') },
  { screen: 'picker', match: 'planning', go: press('o') },
  { screen: 'keys', match: 'planning', go: press('?') },
  { screen: 'report', match: 'report', go: why },
  { screen: 'debrief', match: 'debrief' },
  { screen: 'what-if', match: 'debrief', go: whatIf },
];

/** Waits until everything that a screen shows beside its map stands: words and their faces, advice, what is loaded late. */
export async function settled(page: Page, match: MockMatch | 'home'): Promise<void> {
  const sign = {
    home: 'start-button',
    planning: 'ready-button',
    frozen: 'ready-button',
    report: 'report-skip',
    'frozen-report': 'report-skip',
    debrief: 'final-score',
    'frozen-debrief': 'final-score',
  }[match];
  await page.getByTestId(sign).first().waitFor({ timeout: 60_000 });
  if ((match === 'planning' || match === 'frozen') && (page.viewportSize()?.width ?? 0) > 767) {
    await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(ACT_MS);
}
/** What follows a press or is loaded late. */
const ACT_MS = 700;
/** The map comes after the words, and a moment later all of it. */
const MAP_MS = 2500;

async function take(browser: Browser, game: MockGame, wanted: readonly string[]): Promise<void> {
  const chosen = (names: readonly string[], one: string): boolean => {
    const named = wanted.filter((word) => names.includes(word));
    return named.length === 0 || named.includes(one);
  };
  const sizes = SIZES.map(({ size }) => size);
  const screens = SCREENS.map(({ screen }) => screen);
  for (const { size, width, height, locale } of SIZES) {
    if (!chosen(sizes, size)) continue;
    const context = await browser.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
    for (const { screen, match, go } of SCREENS) {
      if (!chosen(screens, screen)) continue;
      const page = await openMock(context, game, match === 'home' ? 'planning' : match);
      page.on('pageerror', (error) => console.error(`${screen} ${size}: ${error.message}`));
      if (match === 'home') await page.goto(`${game.origin}/#/`);
      await settled(page, match);
      await page.waitForTimeout(MAP_MS);
      await go?.(page);
      await page.waitForTimeout(ACT_MS);
      await page.screenshot({ path: `${FOLDER}/${screen}-${size}.png` });
      await page.close();
    }
    await context.close();
  }
}

if (import.meta.main) {
  mkdirSync(FOLDER, { recursive: true });
  const game = await startMockGame();
  const browser = await launchBrowser('webgl');
  try {
    await take(browser, game, process.argv.slice(2));
  } finally {
    await browser.close();
    await game.end();
  }
  process.exit();
}
