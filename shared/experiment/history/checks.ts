/** The checks of history: H1 to H14 of the facts sheet, section 8, and its two worlds that were not. */
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import { copying, frontier, gap, lag } from './checks/capability.ts';
import { type Check, type CheckDefinition, type HistoryGames, runCheck } from './checks/check.ts';
import { packages, share, success } from './checks/domestic-chips.ts';
import { leadingLab, legalInflow, rush } from './checks/imports.ts';
import { maximalControls, noControls } from './checks/other-worlds.ts';
import { denseRun, efficientRun } from './checks/training-runs.ts';
import { openWeights, priceFall } from './checks/use-of-models.ts';
import type { HistoryScript } from './script.ts';

/** In the order of the facts sheet. */
const HISTORY_CHECKS: readonly CheckDefinition[] = [
  efficientRun,
  gap,
  lag,
  openWeights,
  packages,
  legalInflow,
  share,
  leadingLab,
  denseRun,
  frontier,
  copying,
  priceFall,
  success,
  rush,
  noControls,
  maximalControls,
];

export const historyChecks = (ruleset: Ruleset, script: HistoryScript, games: HistoryGames): Check[] =>
  HISTORY_CHECKS.map((check) => runCheck(check, { ruleset, script, games }));
