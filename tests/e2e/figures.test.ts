/**
 * Every figure on screen says why: on each screen all texts with a digit are gathered, and what neither opens its reasons nor stands
 * in the list below, with the reason why it needs none, fails. What is listed and not on any screen fails too.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launchBrowser } from './browser.ts';
import { OWN_SEAT } from './fixtures/mock-script.ts';
import { type MockGame, openMock, startMockGame } from './fixtures/mock-server.ts';
import { SCREENS, settled } from './pictures.ts';

/** A lab, a government and a chipmaker: each role has figures of its own. */
const SEATS = [OWN_SEAT, 'base:washington-gov', 'base:nvidia'] as const;

/** Selector of what needs no "why?" of its own, and the reason. */
const EXEMPT: readonly (readonly [selector: string, reason: string])[] = [
  ['.home', 'home has settings and lists of matches, no figures of a match'],
  ['.stat-turn, .stat-time', 'time, not a figure that somebody caused'],
  ['time', 'time of day'],
  ['.turning b, td.date, .tag', 'a quarter, which is time'],
  ['.order-title, .order-detail, .plan-orders', 'what the player orders; its price, parts and forecast open beside it'],
  ['.can-do', 'pressing it opens the order, with its price in parts'],
  ['.price-room', 'keeps room for the price that lies over it and says why'],
  ['.orders-head, .slots', 'counts the cards below it'],
  ['.plan-forecast', 'a range; the price of the plan opens it with its parts'],
  ['.map-legend', 'explains signs'],
  ['.badge, .foot-ready-head, .board-rank', 'counts or numbers what is listed beside it'],
  ['.weights, .tech-name, .tag-row, h2.serif, .tech-need, .branch-letter, tr > th', 'a name or code'],
  [
    '.chart-label, .chart-end, .chart-host, .chart-head',
    'a chart: its table is one press away, its figures stand in the rows beside',
  ],
  ['.own-goal, .tech-text, .publish-text, .gains, .law, td.words, .escalation > p', 'the text of a rule'],
  ['.tech-price', 'pressing the stop opens the price in its parts'],
  ['.price-table, .why', 'is itself the answer to "why?"'],
  ['.news, .foot-chat li', 'a sentence said or reported'],
  ['.terms, .offer .quiet', 'the terms agreed; what they come to opens beside them'],
  ['.report-headline, .report-line', 'a line of the report: its "why?" stands on it'],
  ['.switch', 'a choice of speed'],
  ['.result', 'the result in a sentence; each score opens in its row'],
  ['.turning', 'a line of the report'],
  ['.what-if-course > p, .what-if-progress', 'the chart above it in a sentence, and how many games it is made of'],
  ['.orders-found', 'a press chooses the order; played out, what differs stands with its causes'],
  ['.what-if-result', 'what differs most, and why, stands below it'],
];

/** Texts with a digit that say nothing of themselves, by the exemption that they fall under or the way to them. */
const gather = (page: Page): Promise<{ bare: string[]; used: string[] }> =>
  page.evaluate(
    (selectors) => {
      const bare: string[] = [];
      const used = new Set<string>();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement;
        if (element === null || !/\d/.test(node.textContent ?? '') || element.getClientRects().length === 0) continue;
        if (element.closest('[data-why], [data-figure], script, style, select, .hidden-text') !== null) continue;
        const exempt = selectors.find((selector) => element.closest(selector) !== null);
        if (exempt !== undefined) used.add(exempt);
        else bare.push(`${element.tagName}.${element.className} in ${element.parentElement?.className}: ${node.textContent}`);
      }
      return { bare, used: [...used] };
    },
    EXEMPT.map(([selector]) => selector),
  );

describe.skipIf(CHROMIUM === null)('figures', () => {
  let game: MockGame;
  let browser: Browser;
  beforeAll(async () => {
    game = await startMockGame();
    browser = await launchBrowser('canvas');
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await game.end();
  });

  test('each says why or is exempt for a reason, on every screen', { timeout: 240_000 }, async () => {
    const context = await browser.newContext({
      viewport: { width: 1600, height: 900 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    const bare: Record<string, string[]> = {};
    const used = new Set<string>();
    const read = async (page: Page, name: string): Promise<void> => {
      await page.waitForTimeout(500);
      const found = await gather(page);
      if (found.bare.length > 0) bare[name] = found.bare;
      for (const selector of found.used) used.add(selector);
    };
    for (const match of ['home', 'report', 'debrief'] as const) {
      for (const { screen, go } of SCREENS.filter((one) => one.match === match)) {
        const page = await openMock(context, game, match === 'home' ? 'planning' : match);
        if (match === 'home') await page.goto(`${game.origin}/#/`);
        await settled(page, match);
        await go?.(page);
        await read(page, screen);
        await page.close();
      }
    }
    for (const seat of SEATS) {
      const page = await openMock(context, game, 'planning', seat);
      await settled(page, 'planning');
      for (const { screen, go } of SCREENS.filter((one) => one.match === 'planning')) {
        await go?.(page);
        await read(page, `${screen} of ${seat}`);
        await page.keyboard.press('Escape');
      }
      await page.close();
    }
    await context.close();
    expect(bare).toEqual({});
    expect(EXEMPT.filter(([selector]) => !used.has(selector)).map(([selector]) => selector)).toEqual([]);
  });
});
