/** One turn while it is resolved: the new state being written, its luck, and the ledger being kept. */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { DealOffer } from '../state/deal.ts';
import type { Entry, Phase } from '../state/ledger.ts';
import type { ActorState, MatchState, OpenActor, OwnActor } from '../state/schema.ts';
import { sortedKeys } from '../util/ids.ts';
import { draw, drawNormal } from '../util/keyed-random.ts';
import type { Given, Order } from './order-kind.ts';
import { freshScratch, type Scratch } from './scratch.ts';

export interface Turn {
  readonly ruleset: Ruleset;
  readonly state: MatchState;
  readonly ledger: Entry[];
  readonly given: readonly Given[];
  readonly signed: readonly DealOffer[];
  readonly seats: readonly string[];
  readonly scratch: Scratch;
  /** Keeps no ledger and makes no stress test: for playing ahead. */
  readonly silent: boolean;
  /** Seats whose score is reckoned: all of them, or those for whom somebody looks ahead. */
  readonly scored: readonly string[];
  phase: Phase;
}

export function startTurn(
  ruleset: Ruleset,
  state: MatchState,
  given: readonly Given[],
  signed: readonly DealOffer[],
  silent = false,
  scored: readonly string[] | null = null,
): Turn {
  const seats = sortedKeys(state.actors);
  return {
    ruleset,
    state,
    ledger: [],
    given,
    signed,
    seats,
    scored: scored ?? seats,
    phase: 'law',
    silent,
    scratch: freshScratch(),
  };
}

export function actor(turn: Turn, id: string): ActorState {
  const found = turn.state.actors[id];
  if (found === undefined) throw new RangeError(`no actor ${id} in this match`);
  return found;
}

export function own(turn: Turn, id: string): OwnActor {
  return actor(turn, id).own;
}

export function open(turn: Turn, id: string): OpenActor {
  return actor(turn, id).open;
}

/** Luck in [0, 1), decided by seed, turn and what it is about. */
export function luck(turn: Turn, ...keys: (string | number)[]): number {
  return draw(turn.state.hidden.seed, turn.state.turn, ...keys);
}

/** Luck with mean 0 and deviation 1. */
export function normalLuck(turn: Turn, ...keys: (string | number)[]): number {
  return drawNormal(turn.state.hidden.seed, turn.state.turn, ...keys);
}

/** Orders of one kind, as the registry gives them to the kind's `resolve`. */
export function givenOf<O extends Order>(turn: Turn, kind: O['kind']): Given<O>[] {
  return turn.given.filter((given) => given.order.kind === kind) as Given<O>[];
}

/** Adds to a number in a record that may not hold the key yet. */
export function addTo(record: Record<string, number>, key: string, amount: number): void {
  record[key] = (record[key] ?? 0) + amount;
}
