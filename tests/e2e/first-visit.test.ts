/** The first visit stays light: script in all, and a home page that waits for neither the match nor the map. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './browser.ts';
import { bytesOf, firstVisit } from './first-visit.ts';
import { type Game, startGame } from './game.ts';

/** All script of a first visit, up to a planned turn with its map, compressed. */
const MOST_SCRIPT_BYTES = 420_000;
const MOST_HOME_SCRIPT_BYTES = 80_000;

describe.skipIf(CHROMIUM === null)('the first visit', () => {
  let game: Game;
  beforeAll(async () => {
    game = await startGame('webgl');
  });
  afterAll(() => game.end());

  test('brings less than 420 KB of script, and the map only with the match', async () => {
    const { home, match } = await firstVisit(game);
    const homeScript = bytesOf(home, '.js');
    const script = homeScript + bytesOf(match, '.js');
    expect(homeScript).toBeGreaterThan(10_000);
    expect(homeScript).toBeLessThan(MOST_HOME_SCRIPT_BYTES);
    expect(home.some(({ name }) => name.includes('map-view'))).toBe(false);
    expect(match.some(({ name }) => name.includes('map-view'))).toBe(true);
    expect(match.some(({ name }) => name.includes('worker'))).toBe(true);
    expect(script).toBeLessThan(MOST_SCRIPT_BYTES);
  });
});
