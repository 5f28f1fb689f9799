/** Plays a match again from its log: the same log and ruleset give the same states, turn by turn, on every machine. */
import { ENGINE_VERSION } from '../rules/engine-version.ts';
import { newMatch } from '../rules/new-match.ts';
import type { Order } from '../rules/order-kind.ts';
import { resolve } from '../rules/resolve.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MessageRef } from '../state/ledger.ts';
import type { MatchState } from '../state/schema.ts';
import { sortedEntries } from '../util/ids.ts';
import { stableHash } from '../util/stable-hash.ts';
import type { MatchLog, TurnRecord } from './log.ts';
import { type Difference, differingParts, firstDifferences, partsOf } from './parts.ts';

/** A replayed match; index 0 is the start, index n the state after turn n − 1. */
export interface Replay {
  readonly hashes: string[];
  readonly states: MatchState[];
}

/** Why a log can't be replayed here, or null: it belongs to another engine version or another ruleset. */
export function refuseReplay(ruleset: Ruleset, log: MatchLog): MessageRef | null {
  if (log.header.engineVersion !== ENGINE_VERSION) {
    return { id: 'reject.replay-engine', params: { log: log.header.engineVersion, here: ENGINE_VERSION } };
  }
  const here = stableHash(ruleset);
  if (log.header.rulesetHash !== here) {
    return { id: 'reject.replay-ruleset', params: { log: log.header.rulesetHash.slice(0, 12), here: here.slice(0, 12) } };
  }
  return null;
}

/** The turns that count, in order: those that a rewind took back are left out. */
export function standingTurns(log: MatchLog): TurnRecord[] {
  let turns: TurnRecord[] = [];
  for (const record of log.records) {
    if (record.record === 'turn') turns.push(record);
    if (record.record === 'rewind') turns = turns.filter((turn) => turn.turn < record.to);
  }
  return turns;
}

/** Plays one recorded turn on. */
export function replayTurn(ruleset: Ruleset, state: MatchState, record: TurnRecord): MatchState {
  const orders: Record<string, Order[]> = {};
  for (const [seat, given] of sortedEntries(record.orders)) orders[seat] = given.orders;
  return resolve(ruleset, state, { orders, deals: record.deals }).state;
}

/** Plays the whole log from its seed. */
export function replayLog(ruleset: Ruleset, log: MatchLog): Replay {
  return resumeLog(ruleset, log, newMatch(ruleset, log.header.scenario, log.header.seed));
}

/** Plays the rest of the log from a snapshot, which is index 0 of the result. */
export function resumeLog(ruleset: Ruleset, log: MatchLog, snapshot: MatchState): Replay {
  const states = [snapshot];
  let state = snapshot;
  for (const record of standingTurns(log)) {
    if (record.turn < snapshot.turn) continue;
    state = replayTurn(ruleset, state, record);
    states.push(state);
  }
  return { states, hashes: states.map(stableHash) };
}

export type Verdict =
  | { readonly ok: true; readonly turns: number; readonly hash: string }
  | {
      readonly ok: false;
      /** First turn whose result differs, or null when the log can't be replayed at all. */
      readonly turn: number | null;
      readonly reason: MessageRef;
      /** Parts of the state that differ, and the values where the recorded state was given. */
      readonly parts: string[];
      readonly differences: Difference[];
    };

/**
 * Replays the log and compares every turn's hash; says which turn differs first and in what. `recorded` gives the state
 * that was stored after a turn, where there is one, so that single values can be named.
 */
export function verifyLog(
  ruleset: Ruleset,
  log: MatchLog,
  recorded: (turn: number) => MatchState | undefined = () => undefined,
): Verdict {
  const refusal = refuseReplay(ruleset, log);
  if (refusal !== null) return { ok: false, turn: null, reason: refusal, parts: [], differences: [] };
  let state = newMatch(ruleset, log.header.scenario, log.header.seed);
  let hash = stableHash(state);
  let turns = 0;
  for (const record of standingTurns(log)) {
    if (record.turn !== state.turn) {
      const reason = { id: 'reject.replay-gap', params: { expected: state.turn, found: record.turn } };
      return { ok: false, turn: state.turn, reason, parts: [], differences: [] };
    }
    state = replayTurn(ruleset, state, record);
    hash = stableHash(state);
    if (hash !== record.hash) return difference(record, hash, state, recorded(record.turn));
    turns += 1;
  }
  return { ok: true, turns, hash };
}

function difference(record: TurnRecord, hash: string, state: MatchState, stored: MatchState | undefined): Verdict {
  return {
    ok: false,
    turn: record.turn,
    reason: {
      id: 'reject.replay-differs',
      params: { number: record.turn + 1, expected: record.hash.slice(0, 12), found: hash.slice(0, 12) },
    },
    parts: record.parts === undefined ? [] : differingParts(record.parts, partsOf(state)),
    differences: stored === undefined ? [] : firstDifferences(stored, state),
  };
}
