/** The checks of history say where their ranges come from, and none passes for want of figures. */

import { expect, test } from 'vitest';
import { readHistoryScript } from '#server/cli/history-games.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { inside } from '#shared/experiment/history/checks/check.ts';
import { historyChecks } from '#shared/experiment/history/checks.ts';
import { downloadsCrossing, downloadsRatio } from '#shared/experiment/history/measures.ts';
import type { HistoryRow } from '#shared/experiment/history/row.ts';
import { quarterIndex } from '#shared/util/quarter.ts';

test('without a played game only the checks by arithmetic can pass', async () => {
  const { ruleset } = await loadBaseRuleset();
  const checks = historyChecks(ruleset, await readHistoryScript(), { history: [], none: [], maximal: [] });
  expect(new Set(checks.map(({ id }) => id)).size).toBe(16);
  for (const { id, source, tolerance, targets, passed } of checks) {
    expect(source, id).toMatch(/^(H\d+: S\d|section 8)/);
    expect(tolerance, id).not.toBe('');
    expect(targets.length, id).toBeGreaterThan(0);
    if (passed) expect(targets.every(inside), id).toBe(true);
  }
  expect(checks.filter(({ passed }) => passed).map(({ id }) => id)).toEqual(['H1', 'H9']);
});

test('downloads are counted from 2023 Q4: what was taken before moves neither the crossing nor the ratio', () => {
  const row = (quarter: number, leaderDownloads: number, followerDownloads: number): HistoryRow =>
    ({ quarter, leaderDownloads, followerDownloads }) as HistoryRow;
  const counted = [row(2023 * 4 + 3, 10, 1), row(2024 * 4, 10, 4), row(2025 * 4 + 1, 10, 26), row(2026 * 4, 10, 33)];
  for (const rows of [counted, [row(2022 * 4 + 3, 500, 0), ...counted]]) {
    expect(downloadsCrossing(rows)).toBe(quarterIndex(2025, 2));
    expect(downloadsRatio(rows)).toBeCloseTo(64 / 40);
  }
  expect(downloadsCrossing(counted.slice(0, 2))).toBe(Infinity);
});

test('only judgements on worlds that were not are marked as such', async () => {
  const { ruleset } = await loadBaseRuleset();
  const checks = historyChecks(ruleset, await readHistoryScript(), { history: [], none: [], maximal: [] });
  expect(checks.filter(({ judgement }) => judgement).map(({ id }) => id)).toEqual(['no-controls', 'maximal-controls']);
});
