/**
 * The counterfactual: both histories of a branch with the same luck, what differs between them and why, and what the change
 * makes of the final scores over many games.
 */
import { type Effect, effectOf } from '../experiment/paired.ts';
import type { Resolution } from '../rules/resolve.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Ledger } from '../state/ledger.ts';
import type { MatchState } from '../state/schema.ts';
import { sortedKeys } from '../util/ids.ts';
import { stableHash } from '../util/stable-hash.ts';
import { type CauseDifference, compareCauses } from './branch-causes.ts';
import type { MatchLog } from './log.ts';
import { type BranchRequest, type OpenBranch, openBranch, type Played } from './open-branch.ts';

/** A history from the start of the match. Index 0 of states and hashes is the start; ledgers begin with the first turn. */
export interface History {
  readonly states: readonly MatchState[];
  readonly hashes: readonly string[];
  readonly ledgers: readonly Ledger[];
}

export interface Branch {
  readonly turn: number;
  readonly mode: BranchRequest['mode'];
  readonly games: number;
  /** Whether the first game has the luck of the match itself; never so while the match runs. */
  readonly ownLuck: boolean;
  /** First turn for which there was no record and bots played, or null. */
  readonly botsFrom: number | null;
  /** Both histories with the first seed. */
  readonly original: History;
  readonly branch: History;
  /** Orders of the changed turn that the rules refused in the branch, by seat. */
  readonly refused: Resolution['refused'];
  /** Of the first seed, from the changed turn on. */
  readonly causes: readonly CauseDifference[];
  /** Final scores over all seeds, branch less original, by seat and by bloc. */
  readonly seats: Readonly<Record<string, Effect>>;
  readonly blocs: Readonly<Record<string, Effect>>;
}

export const branchMatch = (ruleset: Ruleset, log: MatchLog, request: BranchRequest): Branch =>
  playBranch(openBranch(ruleset, log, request));

/** Plays both histories as often as was asked for. */
export function playBranch({ request, ownLuck, play }: OpenBranch): Branch {
  const { turn, mode, games = 1 } = request;
  let first: ReturnType<typeof play> | null = null;
  const scores: Record<'seats' | 'blocs', Scores> = { seats: {}, blocs: {} };
  for (let game = 0; game < games; game += 1) {
    const pair = play(game);
    first ??= pair;
    for (const [at, { states }] of [pair.original, pair.branch].entries()) keepScores(scores, at, states[states.length - 1]);
  }
  if (first === null) throw new RangeError('a branch takes at least one game');
  const { original, branch } = first;
  const effects = (kept: Scores): Record<string, Effect> =>
    Object.fromEntries(sortedKeys(kept).map((id) => [id, effectOf(...(kept[id] ?? [[], []]))]));
  return {
    turn,
    mode,
    games,
    ownLuck,
    botsFrom: branch.botsFrom,
    original: historyOf(original),
    branch: historyOf(branch),
    refused: branch.refused,
    causes: compareCauses(original.ledgers.slice(turn), branch.ledgers.slice(turn)),
    seats: effects(scores.seats),
    blocs: effects(scores.blocs),
  };
}

type Scores = Record<string, [number[], number[]]>;

/** Adds a history's final scores to the lists: `at` 0 for the original, 1 for the branch. */
function keepScores(scores: Record<'seats' | 'blocs', Scores>, at: number, state: MatchState | undefined): void {
  const standing = state?.history[state.history.length - 1];
  const keep = (kept: Scores, rows: Readonly<Record<string, { readonly score: number }>>): void => {
    for (const id of sortedKeys(rows)) {
      kept[id] ??= [[], []];
      kept[id][at]?.push(rows[id]?.score ?? 0);
    }
  };
  keep(scores.seats, standing?.actors ?? {});
  keep(scores.blocs, standing?.blocs ?? {});
}

const historyOf = ({ states, ledgers }: Played): History => ({ states, ledgers, hashes: states.map(stableHash) });
