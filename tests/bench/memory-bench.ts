/** Memory of the page over many turns: match after match in one page, measured each time at the same place. */
import type { CDPSession, Page } from 'playwright-core';
import { FULL } from '../counts.ts';
import { type Game, playTurn, skipReport, startMatch } from '../e2e/game.ts';

const TURNS_A_MATCH = 8;
const MATCHES = FULL ? 13 : 3;
/** Goal: after all turns at most so many times what it was when the second match began. */
const GOAL = 1.2;
const LOOKS = 4;
const LOOK_MS = 1500;

interface Held {
  readonly turns: number;
  readonly heapMb: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Once the map stands; the least of some looks, since one collection does not find everything that is gone. */
async function held(page: Page, session: CDPSession, turns: number): Promise<Held> {
  await page.locator('[data-testid="map"] canvas').waitFor({ state: 'attached', timeout: 120_000 });
  const looks: Held[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    await page.waitForTimeout(LOOK_MS);
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
    looks.push({ turns, heapMb: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') });
  }
  return looks.reduce((least, look) => (look.heapMb < least.heapMb ? look : least));
}

export async function memoryLines(game: Game): Promise<string[]> {
  const { page, context } = await game.person();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await startMatch(page, game.origin);
  const rows: Held[] = [];
  for (let match = 1; match <= MATCHES; match += 1) {
    for (let turn = 1; turn <= TURNS_A_MATCH; turn += 1) {
      await page.getByTestId('advisor-a').waitFor({ timeout: 120_000 });
      await playTurn(page);
      await skipReport(page);
    }
    await page.getByTestId('epilogue').waitFor({ timeout: 120_000 });
    await page.getByTestId('play-again').click();
    await page.getByTestId('advisor-a').waitFor({ timeout: 120_000 });
    rows.push(await held(page, session, match * TURNS_A_MATCH));
  }
  await context.close();
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (first === undefined || last === undefined) throw new Error('no match was played');
  const growth = last.heapMb / first.heapMb;
  return [
    `Memory of the page after ${last.turns} turns: ${growth.toFixed(2)} times that after ${first.turns}, goal at most ${GOAL}: ${growth <= GOAL ? 'met' : 'missed'}.`,
    '',
    '| turns | heap, MB | nodes | listeners |',
    '|---|---|---|---|',
    ...rows.map(({ turns, heapMb, nodes, listeners }) => `| ${turns} | ${heapMb.toFixed(1)} | ${nodes} | ${listeners} |`),
  ];
}
