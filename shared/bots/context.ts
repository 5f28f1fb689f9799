/** What a bot works with: what its seat knows, its style and its level. It never sees more than its seat. */

import { actorOf, bestModel, blocOf, ownOf, parameterOf } from '../rules/know.ts';
import type { Known } from '../rules/order-kind.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { OwnActor, SeatView } from '../state/schema.ts';
import { clamp, log2 } from '../util/exact-math.ts';
import { type Agenda, NO_AGENDA } from './agenda.ts';
import { type Bounds, UNBOUND } from './limits.ts';
import { type Style, styleOf } from './style.ts';

export interface BotContext extends Known {
  readonly own: OwnActor;
  readonly bloc: string;
  readonly style: Style;
  /** Turns still to plan, this one included. */
  readonly turnsLeft: number;
  /** What the owner of an autopilot allows. */
  readonly bounds: Bounds;
  /** What it likes to work on. */
  readonly agenda: Agenda;
  /** Worths reckoned once for this view. */
  readonly memo: Map<string, number>;
}

export function contextOf(ruleset: Ruleset, view: SeatView, bounds: Bounds = UNBOUND, agenda: Agenda = NO_AGENDA): BotContext {
  const known: Known = { ruleset, seat: view.seat, state: view.state };
  return {
    ...known,
    own: ownOf(known),
    bloc: blocOf(known, view.seat),
    style: styleOf(ruleset, view.seat),
    bounds,
    agenda,
    turnsLeft: Math.max(1, view.state.lengthTurns - view.state.turn),
    memo: new Map(),
  };
}

/** Share of its chip budget that the seat's bloc is denied, 0 to 1. */
export const denied = (context: BotContext): number => (context.state.blocs[context.bloc]?.open.deniedPermille ?? 0) / 1000;

/** Pressure on the seat's bloc, 0 to 1. */
export const pressed = (context: BotContext): number => (context.state.blocs[context.bloc]?.open.pressure ?? 0) / 100;

/** How far the best public model is beyond what the lab's compute of a quarter could pay for, 0 to 1: eight times is 1. */
export function hunger(context: BotContext): number {
  const best = bestModel(context, {});
  const quarterKusd = (context.own.trainMilliH100e / 1000) * parameterOf(context, 'training-kusd-per-h100e-turn');
  return best === null || quarterKusd <= 0 ? 0 : clamp(log2(best.costKusd / quarterKusd) / 3, 0, 1);
}

export const capital = (context: BotContext): number => actorOf(context, context.seat).open.capital ?? 0;
