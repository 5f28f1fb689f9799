/**
 * A turn of the game. `resolve` is pure: the same ruleset, state and inputs give the same next state and ledger, bit
 * for bit. It reads as the table of contents of a turn; each phase is a file of its own.
 */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { DealOffer } from '../state/deal.ts';
import { dealOfferSchema } from '../state/deal.ts';
import type { Entry, Ledger, Phase } from '../state/ledger.ts';
import type { MatchState } from '../state/schema.ts';
import { viewFor } from '../state/view.ts';
import { cloneJson } from '../util/clone.ts';
import { sortedKeys } from '../util/ids.ts';
import { canonicalText } from '../util/stable-hash.ts';
import { judgeDraft } from './check-draft.ts';
import { parameterOf } from './know.ts';
import type { Given, Order, Rejection } from './order-kind.ts';
import { dealsPhase } from './phases/deals.ts';
import { fabsPhase } from './phases/fabs.ts';
import { installPhase } from './phases/install.ts';
import { lawPhase } from './phases/law.ts';
import { marketPhase } from './phases/market.ts';
import { moneyPhase } from './phases/money.ts';
import { reckoningPhase } from './phases/reckoning.ts';
import { releasePhase } from './phases/release.ts';
import { researchPhase } from './phases/research.ts';
import { statePhase } from './phases/state.ts';
import { tradePhase } from './phases/trade.ts';
import { trainingPhase } from './phases/training.ts';
import { startTurn, type Turn } from './turn.ts';

/** The published order of resolution. */
export const TURN: readonly [Phase, (turn: Turn) => void][] = [
  ['law', lawPhase],
  ['deals', dealsPhase],
  ['state', statePhase],
  ['money', moneyPhase],
  ['fabs', fabsPhase],
  ['trade', tradePhase],
  ['install', installPhase],
  ['research', researchPhase],
  ['training', trainingPhase],
  ['release', releasePhase],
  ['market', marketPhase],
  ['reckoning', reckoningPhase],
];

export interface TurnInputs {
  /** Orders by seat, in the seat's own order of priority. */
  readonly orders: Readonly<Record<string, readonly Order[]>>;
  /** Deals that both parties have signed. */
  readonly deals: readonly DealOffer[];
}

export interface Resolution {
  state: MatchState;
  ledger: Ledger;
  /** Orders that were not carried out, by seat, and why. */
  refused: Record<string, { order: Order; reason: Rejection }[]>;
}

/**
 * Resolves the turn being planned in `state`. Never throws on any inputs: what is not legal is refused with a reason.
 * `state` is not changed. When the last turn is over, the settling turns without orders follow in the same call.
 */
export function resolve(ruleset: Ruleset, state: MatchState, inputs: TurnInputs): Resolution {
  if (state.ended !== 'no') return { state, ledger: [], refused: {} };
  const { given, refused } = accept(ruleset, state, inputs.orders);
  const ledger: Entry[] = [];
  let next = playTurn(ruleset, copyOf(state), given, signedDeals(inputs.deals), ledger);
  if (next.ended === 'no' && next.turn >= next.lengthTurns) {
    for (let n = 0; n < parameterOf({ ruleset }, 'settling-turns') && next.ended === 'no'; n += 1)
      next = playTurn(ruleset, next, [], [], ledger);
    if (next.ended === 'no') next.ended = 'time';
  }
  return { state: next, ledger, refused };
}

/**
 * The next state as `resolve` gives it, at a third of its work, for those who look some turns ahead: no ledger, no deals,
 * no settling turns, resilience and the map's flows as they stood, and the score of those alone who give orders. `state` is changed.
 */
export function sketchTurn(ruleset: Ruleset, state: MatchState, orders: TurnInputs['orders']): void {
  if (state.ended !== 'no') return;
  const { given } = accept(ruleset, state, orders);
  playTurn(ruleset, state, given, [], [], sortedKeys(orders));
  if (state.ended === 'no' && state.turn >= state.lengthTurns) state.ended = 'time';
}

/** A state of its own for the next turn. Rows of past turns never change: they are shared, only the lists are new. */
function copyOf(state: MatchState): MatchState {
  const copy = cloneJson<MatchState>({ ...state, history: [], debrief: [] });
  copy.history = state.history.slice();
  copy.debrief = state.debrief.slice();
  return copy;
}

function playTurn(
  ruleset: Ruleset,
  state: MatchState,
  given: readonly Given[],
  signed: readonly DealOffer[],
  ledger: Entry[],
  lookingAheadFor: readonly string[] | null = null,
): MatchState {
  const turn = startTurn(ruleset, state, given, signed, lookingAheadFor !== null, lookingAheadFor);
  for (const [phase, play] of TURN) {
    turn.phase = phase;
    play(turn);
  }
  for (const entry of turn.ledger) ledger.push(entry);
  state.turn += 1;
  return state;
}

/** Checks each seat's orders against what the seat knows, in order of seat id; arrival does not matter. */
function accept(
  ruleset: Ruleset,
  state: MatchState,
  orders: TurnInputs['orders'],
): { given: Given[]; refused: Resolution['refused'] } {
  const given: Given[] = [];
  const refused: Resolution['refused'] = {};
  for (const seat of sortedKeys(orders)) {
    const list = orders[seat];
    if (!Object.hasOwn(state.actors, seat) || !Array.isArray(list)) continue;
    const { state: seen } = viewFor(ruleset, state, seat);
    // Numbered within its kind: a cause that others read tells nothing of the orders beside it, nor does luck depend on them.
    const numbers = new Map<string, number>();
    for (const { order, counted, rejection } of judgeDraft({ ruleset, seat, state: seen }, list)) {
      if (counted) {
        const number = numbers.get(order.kind) ?? 0;
        numbers.set(order.kind, number + 1);
        given.push({ seat, order, ref: `${state.turn}/${seat}/${number}/${order.kind}` });
      } else if (rejection !== null) refused[seat] = [...(refused[seat] ?? []), { order, reason: rejection }];
    }
  }
  return { given, refused };
}

/** Deals of legal form in an order of their own; of two that bear one id the first in that order counts. */
const signedDeals = (deals: readonly unknown[]): DealOffer[] => {
  const valid: { offer: DealOffer; text: string }[] = [];
  for (const deal of Array.isArray(deals) ? deals : []) {
    const parsed = dealOfferSchema.safeParse(deal);
    if (parsed.success) valid.push({ offer: parsed.data, text: canonicalText(parsed.data) });
  }
  valid.sort((a, b) => (a.text < b.text ? -1 : 1));
  return valid.filter((one, at) => valid.findIndex((other) => other.offer.id === one.offer.id) === at).map(({ offer }) => offer);
};
