/**
 * The counterfactual: from any turn of a recorded match, change orders and play the branch on, beside the history that
 * was not changed, with the same luck in both. Nothing of the match itself is touched.
 */
import { type Effect, effectOf } from '../experiment/paired.ts';
import { botInputs } from '../experiment/simulate.ts';
import type { BotLevel } from '../protocol/commands.ts';
import { newMatch } from '../rules/new-match.ts';
import { type Resolution, resolve, type TurnInputs } from '../rules/resolve.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Ledger } from '../state/ledger.ts';
import type { MatchState } from '../state/schema.ts';
import { cloneJson } from '../util/clone.ts';
import { sortedKeys } from '../util/ids.ts';
import { deriveSeed } from '../util/keyed-random.ts';
import { stableHash } from '../util/stable-hash.ts';
import { type CauseDifference, compareCauses } from './branch-causes.ts';
import { type BranchChange, type BranchFault, changedOrders, changeFault, recordedOrders } from './branch-changes.ts';
import type { MatchLog, TurnRecord } from './log.ts';
import { replayTurn, standingTurns } from './replay.ts';

export interface BranchRequest {
  /** Turn whose orders are changed, counted from 0 as in the log. */
  readonly turn: number;
  readonly changes: readonly BranchChange[];
  /** `mechanical`: all keep the orders that they gave later. `behavioural`: from the next turn on bots play every seat. */
  readonly mode: 'mechanical' | 'behavioural';
  /** Seeds to play both histories with. The first is the match's own luck if the match has ended, the others are new. */
  readonly games?: number;
}

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

/** Why the branch can't be made, or null. */
export function branchFault(ruleset: Ruleset, log: MatchLog, { turn, changes }: BranchRequest): BranchFault | null {
  const turns = standingTurns(log);
  const record = turns.find((one) => one.turn === turn);
  if (record === undefined) return { fault: 'turn', turn, turns: turns.length };
  return changeFault(ruleset.scenarios[log.header.scenario]?.seats ?? [], recordedOrders(record), changes);
}

/** Plays both histories; throws a RangeError for what `branchFault` finds. */
export function branchMatch(ruleset: Ruleset, log: MatchLog, request: BranchRequest): Branch {
  const fault = branchFault(ruleset, log, request);
  if (fault !== null) throw new RangeError(`the branch can't be made: ${JSON.stringify(fault)}`);
  const { turn, changes, mode, games = 1 } = request;
  const turns = standingTurns(log);
  const trunk = trunkOf(ruleset, log, turn);
  const ended = hasEnded(ruleset, trunk, turns);
  const played = { ruleset, turns, mode, ended, bots: botLevels(log), turn };
  let first: { original: Played; branch: Played } | null = null;
  const scores: Record<'seats' | 'blocs', Scores> = { seats: {}, blocs: {} };
  for (let game = 0; game < games; game += 1) {
    const seed = game === 0 && ended ? log.header.seed : deriveSeed(log.header.seed, `branch:${turn}:${game}`);
    const original = playOn(played, trunk, seed, []);
    const branch = playOn(played, trunk, seed, changes);
    first ??= { original, branch };
    for (const [at, { states }] of [original, branch].entries()) keepScores(scores, at, states[states.length - 1]);
  }
  if (first === null) throw new RangeError('a branch takes at least one game');
  const { original, branch } = first;
  const effects = (kept: Scores): Record<string, Effect> =>
    Object.fromEntries(sortedKeys(kept).map((id) => [id, effectOf(...(kept[id] ?? [[], []]))]));
  return {
    turn,
    mode,
    games,
    ownLuck: ended,
    botsFrom: branch.botsFrom,
    original: historyOf(original),
    branch: historyOf(branch),
    refused: branch.refused,
    causes: compareCauses(original.ledgers.slice(turn), branch.ledgers.slice(turn)),
    seats: effects(scores.seats),
    blocs: effects(scores.blocs),
  };
}

interface Played {
  readonly states: MatchState[];
  readonly ledgers: Ledger[];
  readonly refused: Resolution['refused'];
  readonly botsFrom: number | null;
}

/** The match as it was, up to the planning of the changed turn. */
function trunkOf(ruleset: Ruleset, log: MatchLog, turn: number): Pick<Played, 'states' | 'ledgers'> {
  const states = [newMatch(ruleset, log.header.scenario, log.header.seed)];
  const ledgers: Ledger[] = [];
  for (const record of standingTurns(log)) {
    const state = states[states.length - 1];
    if (record.turn >= turn || state === undefined) break;
    const { state: next, ledger } = resolve(ruleset, state, { orders: recordedOrders(record), deals: record.deals });
    states.push(next);
    ledgers.push(ledger);
  }
  return { states, ledgers };
}

/** Whether the record reaches the end of the match, so that its luck gives nothing away. */
function hasEnded(ruleset: Ruleset, trunk: Pick<Played, 'states'>, turns: readonly TurnRecord[]): boolean {
  let state = trunk.states[trunk.states.length - 1];
  for (const record of turns) if (state !== undefined && record.turn >= state.turn) state = replayTurn(ruleset, state, record);
  return state?.ended !== 'no';
}

interface PlayOn {
  readonly ruleset: Ruleset;
  readonly turns: readonly TurnRecord[];
  readonly mode: BranchRequest['mode'];
  readonly ended: boolean;
  readonly bots: Readonly<Record<string, BotLevel>>;
  readonly turn: number;
}

function playOn(
  { ruleset, turns, mode, ended, bots, turn }: PlayOn,
  trunk: Pick<Played, 'states' | 'ledgers'>,
  seed: string,
  changes: readonly BranchChange[],
): Played {
  const states = [...trunk.states];
  const ledgers = [...trunk.ledgers];
  let state = cloneJson(states[states.length - 1] as MatchState);
  state.hidden.seed = seed;
  let refused: Resolution['refused'] = {};
  let botsFrom: number | null = null;
  while (state.ended === 'no') {
    const now = state.turn;
    const record = turns.find((one) => one.turn === now);
    let inputs: TurnInputs;
    if (record !== undefined && (now === turn || mode === 'mechanical')) {
      const orders = recordedOrders(record);
      inputs = { orders: now === turn ? changedOrders(orders, changes) : orders, deals: record.deals };
    } else if (mode === 'behavioural' || ended) {
      botsFrom ??= now;
      inputs = botInputs(ruleset, state, bots, seed);
    } else break;
    const resolution = resolve(ruleset, state, inputs);
    if (now === turn) refused = resolution.refused;
    state = resolution.state;
    states.push(state);
    ledgers.push(resolution.ledger);
  }
  return { states, ledgers, refused, botsFrom };
}

/** Level of the bots: that of the seat where a bot played it last, else normal. */
function botLevels(log: MatchLog): Record<string, BotLevel> {
  const levels: Record<string, BotLevel> = {};
  for (const record of log.records) if (record.record === 'seat' && record.bot !== null) levels[record.seat] = record.bot;
  return levels;
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
