/** Watches a match between bots: what each seat could choose and what it chose, how near its choices were, who led when. */
import { weigh } from '../bots/choose.ts';
import { contextOf } from '../bots/context.ts';
import { kindsFor } from '../rules/check-draft.ts';
import { newMatch } from '../rules/new-match.ts';
import { ORDER_KINDS } from '../rules/orders/registry.ts';
import { startable } from '../rules/orders/research.ts';
import { leadingBloc } from '../rules/scoring/score-parts.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MatchState } from '../state/schema.ts';
import { viewFor } from '../state/view.ts';
import { sortedEntries, sortedKeys } from '../util/ids.ts';
import type { PlayedTurn } from './simulate.ts';

/** Turns in which a seat could have chosen something, and turns in which it did. */
export interface Choice {
  possible: number;
  chosen: number;
}

export interface WatchedGame {
  /** By seat, then technology or order kind. */
  readonly techs: Record<string, Record<string, Choice>>;
  readonly orders: Record<string, Record<string, Choice>>;
  /** By seat, turn by turn: candidate orders worth at least 80 % of the best one. */
  readonly near: Record<string, number[]>;
  readonly leaderAtHalf: string | null;
}

/** Share of the best worth from which a choice counts as near. */
const NEAR = 0.8;

export function watchGame(
  ruleset: Ruleset,
  scenario: string,
  seed: string,
): { onTurn: (played: PlayedTurn) => void; watched: () => WatchedGame } {
  let state = newMatch(ruleset, scenario, seed);
  const game = { techs: {}, orders: {}, near: {}, leaderAtHalf: null as string | null } satisfies WatchedGame;
  const onTurn = (played: PlayedTurn): void => {
    for (const seat of sortedKeys(state.actors)) watchSeat(ruleset, state, seat, played, game);
    state = played.resolution.state;
    const standing = state.history[state.history.length - 1];
    if (standing !== undefined && (played.turn + 1) * 2 <= state.lengthTurns) game.leaderAtHalf = leadingBloc(standing);
  };
  return { onTurn, watched: () => game };
}

function watchSeat(
  ruleset: Ruleset,
  state: MatchState,
  seat: string,
  { orders, resolution }: PlayedTurn,
  game: WatchedGame,
): void {
  const view = viewFor(ruleset, state, seat);
  const context = contextOf(ruleset, view);
  const refused = new Set((resolution.refused[seat] ?? []).map(({ order }) => JSON.stringify(order)));
  const given = (orders[seat] ?? []).filter((order) => !refused.has(JSON.stringify(order)));
  game.techs[seat] ??= {};
  game.orders[seat] ??= {};
  for (const tech of startable(context)) {
    // What would not be learned before the match ends is no choice any more.
    if (tech.durationTurns >= context.turnsLeft) continue;
    const chosen = given.some((order) => order.kind === 'research' && order.tech === tech.id);
    count(game.techs[seat], tech.id, chosen);
  }
  for (const { kind } of kindsFor(context)) {
    const chosen = given.some((order) => order.kind === kind);
    if (chosen || (ORDER_KINDS[kind]?.candidates(context) ?? []).length > 0) count(game.orders[seat], kind, chosen);
  }
  const weighed = weigh(context, { noise: 0, key: '' });
  const best = weighed[0]?.worth ?? 0;
  game.near[seat] = [...(game.near[seat] ?? []), weighed.filter(({ worth }) => worth >= NEAR * best).length];
}

function count(choices: Record<string, Choice>, id: string, chosen: boolean): void {
  const choice = choices[id] ?? { possible: 0, chosen: 0 };
  choice.possible += 1;
  if (chosen) choice.chosen += 1;
  choices[id] = choice;
}

/** All ids that occur under any seat, in code-unit order. */
export function idsOf(bySeat: Readonly<Record<string, Readonly<Record<string, Choice>>>>): string[] {
  const ids = new Set<string>();
  for (const [, choices] of sortedEntries(bySeat)) for (const id of sortedKeys(choices)) ids.add(id);
  return [...ids].sort();
}
