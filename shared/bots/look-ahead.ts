/** The hard bot: compares a few drafts by playing each ahead with the real rules over what the seat may know. */

import { efficiencyMilli } from '../rules/capability.ts';
import { bestModel, isLab } from '../rules/know.ts';
import type { Order } from '../rules/order-kind.ts';
import type { MatchState, SeatView } from '../state/schema.ts';
import { log2 } from '../util/exact-math.ts';
import { sortedKeys } from '../util/ids.ts';
import { fillDraft, type Weighed } from './choose.ts';
import type { BotContext } from './context.ts';
import { playAhead } from './preview.ts';
import { worthOf } from './worth/index.ts';

/** Drafts compared each turn, and seeds for each: the bound of the work. */
const DRAFTS = 3;
const SAMPLES = 1;

export function lookAhead(context: BotContext, view: SeatView, weighed: readonly Weighed[], key: string): Order[] {
  const drafts: Order[][] = [];
  let rest = weighed;
  for (let n = 0; n < DRAFTS; n += 1) {
    const draft = fillDraft(context, rest);
    if (draft.length === 0) break;
    drafts.push(draft);
    // The next draft does without the first choice of this one.
    const first = JSON.stringify(draft[0]);
    rest = rest.filter((item) => JSON.stringify(item.order) !== first);
  }
  let best: Order[] = drafts[0] ?? [];
  let most = -Infinity;
  for (const draft of drafts) {
    const { after } = playAhead(context.ruleset, view, draft, { samples: SAMPLES, key });
    let value = 0;
    for (const state of after) value += outlookOf(context, state) / after.length;
    for (const order of draft) value += worthOf(context, order) * 0.6;
    if (value > most) {
      most = value;
      best = draft;
    }
  }
  return best;
}

/** How good a state looks to the seat: score now, and what will bring score later. */
function outlookOf(context: BotContext, state: MatchState): number {
  const ground = { ruleset: context.ruleset, state };
  const actor = state.actors[context.seat];
  const row = state.history[state.history.length - 1];
  if (actor === undefined) return 0;
  let value = (row?.actors[context.seat]?.score ?? 0) * 2 + (row?.blocs[context.bloc]?.score ?? 0);
  if (isLab(ground, context.seat)) {
    let best = bestModel(ground, { actor: context.seat })?.capabilityMilli ?? 0;
    for (const id of sortedKeys(actor.own.models)) best = Math.max(best, (actor.own.models[id]?.capabilityMilli ?? 0) - 500);
    value +=
      best / 700 + efficiencyMilli(ground, context.seat) / 300 + 4 * log2(Math.max(1000, actor.own.trainMilliH100e) / 1000);
  }
  if (actor.own.cashKusd < 0) value -= 20;
  return value - (state.escalation > 80 ? (state.escalation - 80) * 2 : 0);
}
