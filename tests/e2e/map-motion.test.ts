/** What moves on the map: arrows flow along the ribbons, and the jaws close when the report says that a control takes force. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SceneDescription } from '#client/map/description.ts';
import type { MapHandle } from '#client/scenes/map-handle.ts';
import { CHROMIUM, launchBrowser } from './browser.ts';
import { eventually } from './eventually.ts';
import { type MockGame, openMock, startMockGame } from './fixtures/mock-server.ts';
import { settled } from './pictures.ts';

type MapHost = HTMLElement & { mapHandle?: MapHandle };
type Motion = Pick<SceneDescription, 'jaws' | 'flowPx' | 'arrows'>;

const motion = (page: Page): Promise<Motion | null> =>
  page.evaluate(() => {
    const scene = (document.querySelector('[data-testid=map]') as MapHost | null)?.mapHandle?.describe();
    return scene === undefined ? null : { jaws: scene.jaws, flowPx: scene.flowPx, arrows: scene.arrows };
  });

/** Widest and last gap of each pair of jaws while something is done and for a while after. */
const gapsWhile = (page: Page, testId: string, at: number): Promise<Record<string, { most: number; last: number }>> =>
  page.evaluate(
    async ([id, index, forMs, forFrames]) => {
      const seen: Record<string, { most: number; last: number }> = {};
      const map = (document.querySelector('[data-testid=map]') as MapHost).mapHandle;
      const look = (): void => {
        for (const { id: route, gapPx } of map?.describe().jaws ?? []) {
          const known = seen[route];
          seen[route] = { most: Math.max(known?.most ?? 0, gapPx), last: gapPx };
        }
      };
      document.querySelectorAll<HTMLElement>(`[data-testid=${id}]`)[index]?.querySelector('button')?.click();
      const until = performance.now() + forMs;
      // A loaded machine draws few frames in that time.
      for (let frames = 0; performance.now() < until || frames < forFrames; frames += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        look();
      }
      return seen;
    },
    [testId, at, WATCH_MS, WATCH_FRAMES] as const,
  );
const WATCH_MS = 2500;
const WATCH_FRAMES = 60;
const MOVED_PX = 2;

describe.skipIf(CHROMIUM === null)('the map in motion', () => {
  let game: MockGame;
  let browser: Browser;
  beforeAll(async () => {
    game = await startMockGame();
    browser = await launchBrowser('webgl');
  });
  // Also where a test failed: an open map goes on drawing and slows the next.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await game.end();
  });

  const open = async (reducedMotion: 'reduce' | 'no-preference'): Promise<{ page: Page }> => {
    const context = await browser.newContext({ viewport: { width: 1600, height: 900 }, locale: 'en-US', reducedMotion });
    const page = await openMock(context, game, 'report');
    await settled(page, 'report');
    // The clock of the mocks stands still; what moves needs one that goes on.
    await page.evaluate(() => {
      const [from, at] = [Date.now(), performance.now()];
      Date.now = () => from + performance.now() - at;
    });
    await eventually(async () => (await motion(page))?.jaws.length ?? 0).toBeGreaterThan(0);
    return { page };
  };

  /** Index of the line that says that a control of a flow takes force. */
  const lineOfForce = async (page: Page): Promise<number> => {
    const lines = page.getByTestId('report-line');
    await eventually(async () => (await lines.allInnerTexts()).some((text) => text.includes('takes force'))).toBe(true);
    return (await lines.allInnerTexts()).findIndex((text) => text.includes('takes force'));
  };

  /** Stops at another line, so that the one asked for is played anew. */
  const elsewhere = (page: Page, line: number): Promise<void> =>
    page
      .getByTestId('report-line')
      .nth(line === 0 ? 1 : 0)
      .locator('button')
      .first()
      .click();

  test('jaws close when a control takes force, and arrows flow', async () => {
    const { page } = await open('no-preference');
    const before = await motion(page);
    expect(before?.arrows).toBeGreaterThan(0);
    await eventually(async () => (await motion(page))?.flowPx).not.toBe(before?.flowPx);
    const line = await lineOfForce(page);
    await elsewhere(page, line);
    const gaps = Object.values(await gapsWhile(page, 'report-line', line));
    expect(gaps.filter(({ most, last }) => most > last + MOVED_PX).length).toBeGreaterThan(0);
  });

  test('with reduced motion they stand where they are', async () => {
    const { page } = await open('reduce');
    const line = await lineOfForce(page);
    await elsewhere(page, line);
    const before = await motion(page);
    const gaps = Object.values(await gapsWhile(page, 'report-line', line));
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.filter(({ most, last }) => most > last)).toEqual([]);
    expect((await motion(page))?.flowPx).toBe(before?.flowPx);
  });
});
