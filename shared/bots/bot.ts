/** Bots: what a seat without a person orders, offers and answers, at three levels. */
import type { BotLevel } from '../protocol/commands.ts';
import type { Order } from '../rules/order-kind.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { SeatView } from '../state/schema.ts';
import { draw } from '../util/keyed-random.ts';
import { agendaOf, NO_AGENDA } from './agenda.ts';
import { fillDraft, weigh } from './choose.ts';
import { contextOf } from './context.ts';
import type { Bounds } from './limits.ts';
import { lookAhead } from './look-ahead.ts';

export { botAnswers, botOffers } from './dealing.ts';

const NOISE: Readonly<Record<BotLevel, number>> = { easy: 1.2, normal: 0.18, hard: 0 };

/** Keys of a bot's luck; neither may be derived from what its seat may not know. */
export interface BotKeys {
  /** Changes each turn. */
  readonly turn: string;
  /** Lasts for the match and decides the agenda; null for an autopilot, which has none. */
  readonly match: string | null;
}

/**
 * Orders of a bot. The same view, level and keys give the same orders. `bounds` are those of an autopilot; a bot of its own
 * has none.
 */
export function botOrders(ruleset: Ruleset, view: SeatView, level: BotLevel, keys: BotKeys, bounds?: Bounds): Order[] {
  if (view.state.ended !== 'no') return [];
  const key = keys.turn;
  const context = contextOf(ruleset, view, bounds, keys.match === null ? NO_AGENDA : agendaOf(keys.match));
  const weighed = weigh(context, { noise: NOISE[level], key });
  if (level === 'hard') return lookAhead(context, view, weighed, key);
  const draft = fillDraft(context, weighed);
  // A beginner leaves a slot unused now and then.
  return level === 'easy' && draft.length > 1 && draw(key, 'forget') < 0.5 ? draft.slice(0, draft.length - 1) : draft;
}
