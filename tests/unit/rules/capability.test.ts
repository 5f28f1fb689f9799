/** Capability by the sources' arithmetic: an efficient run on few chips, the same without its techniques, and a large dense run. */
import { expect, test } from 'vitest';
import { readHistoryScript } from '#server/cli/history-games.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { reckonRun } from '#shared/experiment/history/runs.ts';

const { ruleset } = await loadBaseRuleset();
const script = await readHistoryScript();

test('2,048 cut-down chips in eight weeks reach what the sources say, and a dense recipe stays at least 8 points behind (H1)', () => {
  const run = reckonRun(ruleset, script, script.runs.efficient);
  const dense = reckonRun(ruleset, script, script.runs.efficient, script.runs.efficient.ablationTechs);
  expect(run.usd / 1e6).toBeGreaterThan(5.2 * 0.85);
  expect(run.usd / 1e6).toBeLessThan(5.9 * 1.15);
  expect(Math.abs(run.eci - 132.9)).toBeLessThanOrEqual(2);
  expect(run.eci - dense.eci).toBeGreaterThanOrEqual(8);
});

test('16,384 chips with a dense recipe land within two points of the source (H9)', () => {
  const run = reckonRun(ruleset, script, script.runs.dense);
  expect(run.flop / 3.8e25).toBeGreaterThan(0.85);
  expect(run.flop / 3.8e25).toBeLessThan(1.15);
  expect(Math.abs(run.eci - 130.5)).toBeLessThanOrEqual(2);
});
