/** What a bot works with: what its seat knows, its style and its level. It never sees more than its seat. */

import { actorOf, blocOf, ownOf } from '../rules/know.ts';
import type { Known } from '../rules/order-kind.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { OwnActor, SeatView } from '../state/schema.ts';

/** Style of play, each 0 to 1: how bold, and how open with weights and papers. */
export interface Style {
  readonly bold: number;
  readonly open: number;
}

export interface BotContext extends Known {
  readonly own: OwnActor;
  readonly bloc: string;
  readonly style: Style;
  /** Turns still to plan, this one included. */
  readonly turnsLeft: number;
  /** Worths reckoned once for this view. */
  readonly memo: Map<string, number>;
}

export function contextOf(ruleset: Ruleset, view: SeatView, style?: Style): BotContext {
  const known: Known = { ruleset, seat: view.seat, state: view.state };
  const bot = ruleset.actors[view.seat]?.bot;
  return {
    ...known,
    own: ownOf(known),
    bloc: blocOf(known, view.seat),
    style: style ?? { bold: (bot?.boldPermille ?? 500) / 1000, open: (bot?.openPermille ?? 500) / 1000 },
    turnsLeft: Math.max(1, view.state.lengthTurns - view.state.turn),
    memo: new Map(),
  };
}

/** Share of its chip budget that the seat's bloc is denied, 0 to 1. */
export const denied = (context: BotContext): number => (context.state.blocs[context.bloc]?.open.deniedPermille ?? 0) / 1000;

/** Pressure on the seat's bloc, 0 to 1. */
export const pressed = (context: BotContext): number => (context.state.blocs[context.bloc]?.open.pressure ?? 0) / 100;

export const capital = (context: BotContext): number => actorOf(context, context.seat).open.capital ?? 0;
