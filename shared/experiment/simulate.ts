/** Whole matches between bots, for command line, tests, experiments and balance: seed in, result out. */
import { botAnswers, botOffers, botOrders } from '../bots/bot.ts';
import { type Bounds, dealKusd } from '../bots/limits.ts';
import { type AutopilotLimits, NO_LIMITS } from '../protocol/autopilot.ts';
import type { BotLevel } from '../protocol/commands.ts';
import { blocOf } from '../rules/know.ts';
import { newMatch } from '../rules/new-match.ts';
import type { Order } from '../rules/order-kind.ts';
import { type Resolution, resolve } from '../rules/resolve.ts';
import { blamedBloc } from '../rules/scoring/blame.ts';
import { leadingBloc } from '../rules/scoring/score-parts.ts';
import { rankSeats } from '../rules/scoring/standing.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { DealOffer } from '../state/deal.ts';
import type { MatchState } from '../state/schema.ts';
import { viewFor } from '../state/view.ts';
import { sortedKeys } from '../util/ids.ts';
import { deriveSeed } from '../util/keyed-random.ts';
import { stableHash } from '../util/stable-hash.ts';

export interface PlayedTurn {
  turn: number;
  orders: Record<string, Order[]>;
  deals: DealOffer[];
  resolution: Resolution;
}

export interface MatchRecord {
  seed: string;
  scenario: string;
  /** SHA-256 of the final state. */
  hash: string;
  turns: number;
  ended: MatchState['ended'];
  /** Seat with the highest score, or null when the strait closed. */
  winner: string | null;
  winningBloc: string | null;
  /** Bloc that has lost by closing the strait. */
  blamedBloc: string | null;
  scores: Record<string, number>;
  blocScores: Record<string, number>;
  state: MatchState;
}

export interface PlayOptions {
  scenario: string;
  seed: string;
  /** Level by seat; seats left out play `normal`. */
  bots?: Readonly<Record<string, BotLevel>>;
  /** Limits by seat, as of an autopilot; seats left out have none. */
  limits?: Readonly<Record<string, AutopilotLimits>>;
  /** Fixed changes to a seat's orders: receives the turn, the seat and the bot's orders. */
  change?: (turn: number, seat: string, orders: Order[]) => Order[];
  onTurn?: (played: PlayedTurn) => void;
  /** Stops after so many turns. */
  maxTurns?: number;
}

/** What bots decide in one turn of a state. */
export function botInputs(
  ruleset: Ruleset,
  state: MatchState,
  bots: Readonly<Record<string, BotLevel>>,
  seed: string,
  limits: Readonly<Record<string, AutopilotLimits>> = {},
): { orders: Record<string, Order[]>; deals: DealOffer[] } {
  const orders: Record<string, Order[]> = {};
  const views = new Map(sortedKeys(state.actors).map((seat) => [seat, viewFor(ruleset, state, seat)]));
  const deals: DealOffer[] = [];
  const keys = new Map(sortedKeys(state.actors).map((seat) => [seat, deriveSeed(seed, `bot:${seat}:${state.turn}`)]));
  const keyOf = (seat: string): string => keys.get(seat) ?? '';
  const levelOf = (seat: string): BotLevel => bots[seat] ?? 'normal';
  const boundsOf = (seat: string): Bounds => ({
    limits: limits[seat] ?? NO_LIMITS,
    signedKusd: deals.reduce((sum, deal) => sum + dealKusd(deal, seat), 0),
  });
  for (const [seat, view] of views) {
    for (const offer of botOffers(ruleset, view, levelOf(seat), keyOf(seat), boundsOf(seat))) {
      const other = views.get(offer.to);
      if (other === undefined) continue;
      const signs = botAnswers(ruleset, other, offer, levelOf(offer.to), keyOf(offer.to), boundsOf(offer.to));
      if (signs) deals.push(offer);
    }
  }
  for (const [seat, view] of views) {
    const keys = { turn: keyOf(seat), match: deriveSeed(seed, `agenda:${seat}`) };
    orders[seat] = botOrders(ruleset, view, levelOf(seat), keys, boundsOf(seat));
  }
  return { orders, deals };
}

export function playMatch(ruleset: Ruleset, options: PlayOptions): MatchRecord {
  let state = newMatch(ruleset, options.scenario, options.seed);
  let planned = 0;
  while (state.ended === 'no' && planned < (options.maxTurns ?? Number.MAX_SAFE_INTEGER)) {
    const { orders, deals } = botInputs(ruleset, state, options.bots ?? {}, options.seed, options.limits);
    if (options.change !== undefined)
      for (const seat of sortedKeys(orders)) orders[seat] = options.change(state.turn, seat, orders[seat] ?? []);
    const turn = state.turn;
    const resolution = resolve(ruleset, state, { orders, deals });
    options.onTurn?.({ turn, orders, deals, resolution });
    state = resolution.state;
    planned += 1;
  }
  return recordOf(ruleset, state, options, planned);
}

function recordOf(ruleset: Ruleset, state: MatchState, options: PlayOptions, turns: number): MatchRecord {
  const standing = state.history[state.history.length - 1];
  const scores: Record<string, number> = {};
  const blocScores: Record<string, number> = {};
  for (const seat of sortedKeys(standing?.actors ?? {})) scores[seat] = standing?.actors[seat]?.score ?? 0;
  for (const bloc of sortedKeys(standing?.blocs ?? {})) blocScores[bloc] = standing?.blocs[bloc]?.score ?? 0;
  const closed = state.ended === 'strait';
  return {
    seed: options.seed,
    scenario: options.scenario,
    hash: stableHash(state),
    turns,
    ended: state.ended,
    winner: closed || standing === undefined ? null : (rankSeats(standing, (id) => blocOf({ ruleset, state }, id))[0] ?? null),
    winningBloc: closed || standing === undefined ? null : leadingBloc(standing),
    blamedBloc: blamedBloc(state),
    scores,
    blocScores,
    state,
  };
}
