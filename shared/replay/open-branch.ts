/**
 * A branch that is open to be played: from any turn of a recorded match, with orders of that turn changed, with one luck after
 * the other, beside the history that was not changed. Nothing of the match itself is touched.
 */
import { botInputs } from '../experiment/simulate.ts';
import type { BotLevel } from '../protocol/commands.ts';
import { newMatch } from '../rules/new-match.ts';
import { type Resolution, resolve, type TurnInputs } from '../rules/resolve.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Ledger } from '../state/ledger.ts';
import type { MatchState } from '../state/schema.ts';
import { cloneJson } from '../util/clone.ts';
import { deriveSeed } from '../util/keyed-random.ts';
import { type BranchChange, type BranchFault, changedOrders, changeFault, recordedOrders } from './branch-changes.ts';
import type { MatchLog, TurnRecord } from './log.ts';
import { standingTurns } from './replay.ts';

export interface BranchRequest {
  /** Turn whose orders are changed, counted from 0 as in the log. */
  readonly turn: number;
  readonly changes: readonly BranchChange[];
  /** `mechanical`: all keep the orders that they gave later. `behavioural`: from the next turn on bots play every seat. */
  readonly mode: 'mechanical' | 'behavioural';
  /** Seeds to play both histories with. The first is the match's own luck if the match has ended, the others are new. */
  readonly games?: number;
}

/** Why the branch can't be made, or null. */
export function branchFault(ruleset: Ruleset, log: MatchLog, { turn, changes }: BranchRequest): BranchFault | null {
  const turns = standingTurns(log);
  const record = turns.find((one) => one.turn === turn);
  if (record === undefined) return { fault: 'turn', turn, turns: turns.length };
  return changeFault(ruleset.scenarios[log.header.scenario]?.seats ?? [], recordedOrders(record), changes);
}

/** A branch with its trunk, to be played with one luck after the other. */
export interface OpenBranch {
  readonly request: BranchRequest;
  /** Whether game 0 has the luck of the match itself; never so while the match runs. */
  readonly ownLuck: boolean;
  /** The match as it stood when the changed turn was planned. */
  readonly start: MatchState;
  /** Both histories with the luck of one game. */
  play(game: number): { readonly original: Played; readonly branch: Played };
}

/** Throws a RangeError for what `branchFault` finds. Whoever opens many branches of a log plays its record once. */
export function openBranch(
  ruleset: Ruleset,
  log: MatchLog,
  request: BranchRequest,
  record: Recorded = playRecord(ruleset, log),
): OpenBranch {
  const fault = branchFault(ruleset, log, request);
  if (fault !== null) throw new RangeError(`the branch can't be made: ${JSON.stringify(fault)}`);
  const { turn, changes, mode } = request;
  const turns = standingTurns(log);
  const trunk = { states: record.states.slice(0, turn + 1), ledgers: record.ledgers.slice(0, turn) };
  // Only where the record reaches the end of the match does its luck give nothing away.
  const ended = record.states[record.states.length - 1]?.ended !== 'no';
  const played = { ruleset, turns, mode, ended, bots: botLevels(log), turn };
  const asItWas: Played | null = ended && mode === 'mechanical' ? { ...record, refused: {}, botsFrom: null } : null;
  return {
    request,
    ownLuck: ended,
    start: trunk.states[trunk.states.length - 1] as MatchState,
    play(game) {
      const own = game === 0 && ended;
      const seed = own ? log.header.seed : deriveSeed(log.header.seed, `branch:${turn}:${game}`);
      return {
        original: (own ? asItWas : null) ?? playOn(played, trunk, seed, []),
        branch: playOn(played, trunk, seed, changes),
      };
    },
  };
}

/** One history as it was played. */
export interface Played {
  readonly states: MatchState[];
  readonly ledgers: Ledger[];
  readonly refused: Resolution['refused'];
  readonly botsFrom: number | null;
}

/** The match as it was recorded. Index 0 of the states is the start; ledgers begin with the first turn. */
export type Recorded = Pick<Played, 'states' | 'ledgers'>;

export function playRecord(ruleset: Ruleset, log: MatchLog): Recorded {
  let state = newMatch(ruleset, log.header.scenario, log.header.seed);
  const states = [state];
  const ledgers: Ledger[] = [];
  for (const record of standingTurns(log)) {
    const next = resolve(ruleset, state, { orders: recordedOrders(record), deals: record.deals });
    state = next.state;
    states.push(state);
    ledgers.push(next.ledger);
  }
  return { states, ledgers };
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
  trunk: Recorded,
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
