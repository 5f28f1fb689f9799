/** The replay: map, leaderboard, figures and report are those of the quarter looked at, through the eyes chosen. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SceneDescription } from '#client/map/description.ts';
import type { MapHandle } from '#client/scenes/map-handle.ts';
import { mapModel } from '#client/scenes/map-model.ts';
import { boardRows } from '#client/ui/match/board.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { seatEntries, seatView } from '#shared/match/views.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { CHROMIUM, launchBrowser } from './browser.ts';
import { eventually } from './eventually.ts';
import { type PlayedTurn, playMock } from './fixtures/mock-play.ts';
import { OWN_SEAT, SCENARIO } from './fixtures/mock-script.ts';
import { type MockGame, openMock, startMockGame } from './fixtures/mock-server.ts';
import { seriousFaults } from './game.ts';
import { settled } from './pictures.ts';

type MapHost = HTMLElement & { mapHandle?: MapHandle };

const scene = (page: Page): Promise<SceneDescription | null> =>
  page.evaluate(() => (document.querySelector('[data-testid=map]') as MapHost | null)?.mapHandle?.describe() ?? null);

/** What the map shows of the flows and controls, by id. */
const drawn = (of: {
  arcs: readonly { id: string; state: string }[];
  barriers: readonly { id: string; state: string; sharePermille: number }[];
}): string[] =>
  [
    ...of.arcs.map(({ id, state }) => `${id} ${state}`),
    ...of.barriers.map(({ id, state, sharePermille }) => `${id} ${state} ${sharePermille}`),
  ].sort();

describe.skipIf(CHROMIUM === null)('the replay', () => {
  let game: MockGame;
  let browser: Browser;
  let page: Page;
  let ruleset: Ruleset;
  let played: PlayedTurn[];
  beforeAll(async () => {
    ({ ruleset } = await loadBaseRuleset());
    played = playMock(ruleset, ruleset.scenarios[SCENARIO]?.turns ?? 0);
    game = await startMockGame();
    browser = await launchBrowser('webgl');
    const context = await browser.newContext({
      viewport: { width: 1600, height: 900 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    page = await openMock(context, game, 'debrief');
    await settled(page, 'debrief');
    await page.getByTestId('replay').click();
    await page.getByTestId('replay-quarter').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await game.end();
  });

  const stateAfter = (turn: number): PlayedTurn['state'] => {
    const state = played[turn]?.state;
    if (state === undefined) throw new Error(`turn ${turn} was not played`);
    return state;
  };

  test.each([0, 9, 17])('map and leaderboard after turn %i', async (turn) => {
    await page.getByTestId('replay-quarter').selectOption(String(turn));
    const state = stateAfter(turn);
    await eventually(() => page.locator('.stat-turn').innerText()).toContain(`${turn + 1}/${state.lengthTurns}`);
    const model = mapModel(ruleset, seatView(ruleset, state, OWN_SEAT, true), { draftPlaces: [] });
    await eventually(async () => drawn((await scene(page)) ?? { arcs: [], barriers: [] })).toEqual(drawn(model));
    const board = page.getByTestId('leaderboard');
    if (!(await board.isVisible())) await page.getByTestId('replay-leaderboard').click();
    const points = boardRows(state).map(({ model: { name, capabilityMilli } }) => [
      name,
      String(Math.round(capabilityMilli / 1000)),
    ]);
    await eventually(async () =>
      Promise.all(
        (await board.locator('li:not(.board-unseen)').all()).map(async (row) => [
          (await row.locator('.board-name > .quiet').innerText()).split(',')[0]?.trim(),
          (await row.locator('.board-points').innerText()).trim().split(/\s/)[0],
        ]),
      ),
    ).toEqual(points);
  });

  test('a seat shows only what it knew then', async () => {
    await page.getByTestId('replay-quarter').selectOption('9');
    await page.getByTestId('level-all').click();
    const lines = page.getByTestId('report-line');
    const other = stateAfter(9).seats.find((seat) => seat !== OWN_SEAT) ?? '';
    const readable = (seat: string | null): number =>
      seatEntries(played[9]?.ledger ?? [], seat, seat === null).filter(({ line, weight }) => line !== null && weight > 0).length;
    expect(readable(other)).toBeLessThan(readable(null));
    await page.getByTestId('replay-eyes').selectOption('');
    await eventually(() => lines.count()).toBe(readable(null));
    await page.getByTestId('replay-eyes').selectOption(other);
    await eventually(() => lines.count()).toBe(readable(other));
    const cash = stateAfter(9).actors[other]?.own.cashKusd ?? 0;
    await eventually(() => page.locator('[data-figure=cash]').innerText()).toContain(String(Math.floor(cash / 1000)).slice(0, 2));
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByTestId('replay-eyes').selectOption('');
  });

  test('page keys go on and back, and Escape leaves to the final score', async () => {
    await page.getByTestId('replay-board-close').click();
    await page.getByTestId('replay-board').waitFor({ state: 'detached' });
    await page.getByTestId('replay-quarter').selectOption('3');
    await page.locator('.stat-turn').click();
    await page.keyboard.press('PageDown');
    await eventually(() => page.locator('.stat-turn').innerText()).toContain('5/');
    await page.keyboard.press('PageUp');
    await eventually(() => page.locator('.stat-turn').innerText()).toContain('4/');
    await page.getByTestId('report-skip').click();
    await page.getByTestId('final-score').waitFor();
  });

  test('what would have been is looked at turn by turn beside what was', async () => {
    await page.getByTestId('what-if-open').click();
    await page.getByTestId('what-if-order').waitFor();
    await eventually(() => page.getByTestId('what-if-order').locator('option').count()).toBeGreaterThan(0);
    await page.getByTestId('what-if-play').click();
    await page.getByTestId('what-if-replay').click({ timeout: 120_000 });
    await page.getByTestId('course-would').waitFor();
    await eventually(async () => (await scene(page))?.arcs.length ?? 0).toBeGreaterThan(0);
    await page.getByTestId('replay-quarter').selectOption('20');
    await eventually(() => page.locator('.stat-turn').innerText()).toContain('21/');
    await page.getByTestId('course-was').click();
    const model = mapModel(ruleset, seatView(ruleset, stateAfter(20), OWN_SEAT, true), { draftPlaces: [] });
    await eventually(async () => drawn((await scene(page)) ?? { arcs: [], barriers: [] })).toEqual(drawn(model));
    // Back at the score it is still there.
    await page.getByTestId('report-skip').click();
    await page.getByTestId('chart-what-if').waitFor();
  });
});
