/** Bots: what a seat without a person orders, offers and answers, at three levels. */
import type { BotLevel } from '../protocol/commands.ts';
import type { Order } from '../rules/order-kind.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { SeatView } from '../state/schema.ts';
import { draw } from '../util/keyed-random.ts';
import { fillDraft, weigh } from './choose.ts';
import { contextOf } from './context.ts';
import type { Bounds } from './limits.ts';
import { lookAhead } from './look-ahead.ts';

export { botAnswers, botOffers } from './dealing.ts';

const NOISE: Readonly<Record<BotLevel, number>> = { easy: 1.2, normal: 0.18, hard: 0 };

/**
 * Orders of a bot. `key` decides its luck and must not be derived from what the seat may not know. The same view,
 * level and key give the same orders. `bounds` are those of an autopilot; a bot of its own has none.
 */
export function botOrders(ruleset: Ruleset, view: SeatView, level: BotLevel, key: string, bounds?: Bounds): Order[] {
  if (view.state.ended !== 'no') return [];
  const context = contextOf(ruleset, view, bounds);
  const weighed = weigh(context, { noise: NOISE[level], key });
  if (level === 'hard') return lookAhead(context, view, weighed, key);
  const draft = fillDraft(context, weighed);
  // A beginner leaves a slot unused now and then.
  return level === 'easy' && draft.length > 1 && draw(key, 'forget') < 0.5 ? draft.slice(0, draft.length - 1) : draft;
}
