/** Playing the script of history: what is recorded is left to it, what could not start is ordered again. */
import { expect, test } from 'vitest';
import { readHistoryScript } from '#server/cli/history-games.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { playHistory } from '#shared/experiment/history/play.ts';
import { type HistoryScript, ordersOf } from '#shared/experiment/history/script.ts';

const { ruleset } = await loadBaseRuleset();
const script = await readHistoryScript();
const SEED = '00112233445566778899aabbccddeeff';
const reasoning = (orders: HistoryScript['orders'], turns: number): boolean[] =>
  playHistory(ruleset, { ...script, turns }, SEED, { orders, laws: null }).rows.map((row) => row.leaderReasoning);
const programmesOf = (tech: string): HistoryScript['orders'] =>
  script.orders.filter(({ order }) => order.kind === 'research' && order.tech === tech);

test('no bot starts a recorded technique: without its orders nobody shows it', () => {
  const without = script.orders.filter((item) => !programmesOf(script.reasoning).includes(item));
  expect(reasoning(without, 14)).not.toContain(true);
  expect(reasoning(script.orders, 14)).toContain(true);
});

test('a programme that lacks what it needs is ordered again until it can start', () => {
  const early = script.orders.map((item) =>
    programmesOf(script.reasoning).includes(item) ? { ...item, year: 2022, quarter: 4 } : item,
  );
  const { refused } = playHistory(ruleset, { ...script, turns: 1 }, SEED, { orders: early, laws: null });
  expect(refused).toEqual([]);
  expect(reasoning(early, 14)).toContain(true);
});

test('every recorded technique has an order, every order of a lab names a technology, and ways are in order of time', () => {
  for (const tech of script.recordedTechs) expect(programmesOf(tech), tech).not.toEqual([]);
  const known = Object.keys(ruleset.techs);
  for (const { order } of script.orders) if (order.kind === 'research') expect(known).toContain(order.tech);
  const times = script.ways.map(({ year, quarter }) => year * 4 + quarter);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('labs put their models out as they did: a closed lab opens none', () => {
  const closed = { ...script, turns: 12, ways: script.ways.map((way) => ({ ...way, way: 'api' as const })) };
  const rows = playHistory(ruleset, closed, SEED, ordersOf(script, 'history')).rows;
  expect(Math.max(...rows.map((row) => row.followerOpen))).toBe(0);
  expect(
    Math.max(
      ...playHistory(ruleset, { ...script, turns: 12 }, SEED, ordersOf(script, 'history')).rows.map((row) => row.followerOpen),
    ),
  ).toBeGreaterThan(0);
});

test('who stays with a lab downloads nothing: downloads are use beyond the share of last quarter that did not choose anew', () => {
  const stay = 1 - (ruleset.parameters['base:users-move']?.value ?? Number.NaN);
  const rows = playHistory(ruleset, { ...script, turns: 12 }, SEED, ordersOf(script, 'history')).rows;
  let used = 0;
  for (const row of rows) {
    const least = row.leaderOpen - stay * used;
    expect(row.leaderDownloads).toBeGreaterThanOrEqual(least - 1e-9);
    expect(row.leaderDownloads).toBeLessThanOrEqual(row.leaderOpen + 1e-9);
    used = row.leaderOpen;
  }
  expect(rows.at(-1)?.leaderDownloads).toBeLessThan(rows.at(-1)?.leaderOpen ?? 0);
});
