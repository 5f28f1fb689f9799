/** A counterfactual without its states: what screens and the command line show of both histories, and the differences. */
import type { MatchState, Standing } from '../state/schema.ts';
import type { Branch, History } from './branch.ts';

/** One history, turn by turn. */
export interface HistorySummary {
  readonly hashes: readonly string[];
  readonly standings: readonly Standing[];
  readonly ended: MatchState['ended'];
}

export interface BranchSummary extends Omit<Branch, 'original' | 'branch'> {
  readonly original: HistorySummary;
  readonly branch: HistorySummary;
}

const historySummary = ({ states, hashes }: History): HistorySummary => {
  const last = states[states.length - 1];
  return { hashes, standings: last?.history ?? [], ended: last?.ended ?? 'no' };
};

/** With the first `causes` of the differences, which are sorted by weight; all where left out. */
export const summaryOf = (branch: Branch, causes = branch.causes.length): BranchSummary => ({
  ...branch,
  original: historySummary(branch.original),
  branch: historySummary(branch.branch),
  causes: branch.causes.slice(0, causes),
});
