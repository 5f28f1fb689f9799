/** What leaving one order out makes of the blocs' final scores, with the luck of the match: the short form of a branch. */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MatchState } from '../state/schema.ts';
import { sortedKeys } from '../util/ids.ts';
import type { MatchLog } from './log.ts';
import { openBranch, type Recorded } from './open-branch.ts';

export interface OrderPlace {
  readonly turn: number;
  readonly seat: string;
  readonly index: number;
}

/** Change of each bloc's final score without the order. */
export type TrialEffects = Readonly<Record<string, number>>;

const finalScores = (states: readonly MatchState[]): Readonly<Record<string, { readonly score: number }>> =>
  states[states.length - 1]?.history.at(-1)?.blocs ?? {};

export function playTrial(ruleset: Ruleset, log: MatchLog, { turn, seat, index }: OrderPlace, record: Recorded): TrialEffects {
  const request = { turn, mode: 'mechanical', changes: [{ change: 'drop', seat, index }] } as const;
  const { original, branch } = openBranch(ruleset, log, request, record).play(0);
  const [was, would] = [finalScores(original.states), finalScores(branch.states)];
  return Object.fromEntries(sortedKeys(was).map((bloc) => [bloc, (would[bloc]?.score ?? 0) - (was[bloc]?.score ?? 0)]));
}
