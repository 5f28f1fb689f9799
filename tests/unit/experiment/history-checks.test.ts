/** The checks of history say where their ranges come from, and none passes for want of figures. */
import { expect, test } from 'vitest';
import { readHistoryScript } from '#server/cli/history-games.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { inside } from '#shared/experiment/history/checks/check.ts';
import { historyChecks } from '#shared/experiment/history/checks.ts';

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
