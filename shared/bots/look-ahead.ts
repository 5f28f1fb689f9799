/**
 * The hard bot: compares drafts of different tastes by playing each some turns ahead with the real rules over what the
 * seat may know, its own later turns by plain choice, the others keeping to what stands. Luck is the same for all drafts. Its
 * work is bounded by these counts.
 */
import { efficiencyMilli } from '../rules/capability.ts';
import { bestModel, hasCapital, isLab } from '../rules/know.ts';
import type { Order } from '../rules/order-kind.ts';
import { sketchTurn } from '../rules/resolve.ts';
import { keepStats } from '../rules/stats.ts';
import type { MatchState, SeatView } from '../state/schema.ts';
import { viewFor } from '../state/view.ts';
import { cloneJson } from '../util/clone.ts';
import { log2 } from '../util/exact-math.ts';
import { sortedKeys } from '../util/ids.ts';
import { deriveSeed } from '../util/keyed-random.ts';
import { fillDraft, shaken, type Weighed, weigh } from './choose.ts';
import { type BotContext, contextOf } from './context.ts';
import { imagine } from './imagine.ts';

/** Drafts compared each turn: the plain one, and those of a mind that weighs by so much differently. */
const TASTES = 4;
const DIFFERENCE = 0.6;
/** Turns that each draft is played ahead: what is imagined of the others soon tells more of luck than of the draft. */
const TURNS = 3;
/** How far the seat's own later choices differ from the plain ones: as those of a bot that does not look ahead. */
const LATER_NOISE = 0.18;

export function lookAhead(context: BotContext, view: SeatView, weighed: readonly Weighed[], key: string): Order[] {
  const drafts = draftsFrom(context, weighed, key);
  if (drafts.length < 2) return drafts[0] ?? [];
  const start = imagine(context.ruleset, view, deriveSeed(key, 'ahead'));
  let best: Order[] = [];
  let most = -Infinity;
  for (const draft of drafts) {
    const state = cloneJson(start);
    keepStats(start.actors, state.actors);
    const outlook = outlookOf(context, playOn(context, state, draft, key));
    if (outlook <= most) continue;
    most = outlook;
    best = draft;
  }
  return best;
}

/** The plain draft first, then those of other tastes. */
function draftsFrom(context: BotContext, weighed: readonly Weighed[], key: string): Order[][] {
  const drafts = new Map<string, Order[]>();
  for (let n = 0; n <= TASTES; n += 1) {
    const draft = fillDraft(context, n === 0 ? weighed : shaken(weighed, DIFFERENCE, `${key}/${n}`));
    if (draft.length > 0) drafts.set(JSON.stringify(draft), draft);
  }
  return [...drafts.values()];
}

/** The state some turns on: this turn by the draft, the seat's later ones by plain choice. */
function playOn(context: BotContext, state: MatchState, draft: readonly Order[], key: string): MatchState {
  const { ruleset, seat, bounds, agenda } = context;
  let orders = draft;
  for (let n = 0; n < TURNS && state.ended === 'no'; n += 1) {
    if (n > 0) {
      const next = contextOf(ruleset, viewFor(ruleset, state, seat), bounds, agenda);
      orders = fillDraft(next, weigh(next, { noise: LATER_NOISE, key: `${key}/${n}` }));
    }
    sketchTurn(ruleset, state, { [seat]: orders });
  }
  return state;
}

/** How good a state looks to the seat: score now, and what will bring score later. */
function outlookOf(context: BotContext, state: MatchState): number {
  const ground = { ruleset: context.ruleset, state };
  const actor = state.actors[context.seat];
  const row = state.history[state.history.length - 1];
  if (actor === undefined) return 0;
  let value = (row?.actors[context.seat]?.score ?? 0) * 2 + (row?.blocs[context.bloc]?.score ?? 0);
  // What is only worth something later counts less the fewer turns are left.
  const later = Math.min(1, (state.lengthTurns - state.turn) / 4);
  if (isLab(ground, context.seat)) {
    let best = bestModel(ground, { actor: context.seat })?.capabilityMilli ?? 0;
    for (const id of sortedKeys(actor.own.models)) best = Math.max(best, (actor.own.models[id]?.capabilityMilli ?? 0) - 500);
    value += later * (best / 700 + efficiencyMilli(ground, context.seat) / 300);
    value += later * 4 * log2(Math.max(1000, actor.own.trainMilliH100e) / 1000);
  }
  if (hasCapital(ground, context.seat)) value += later * 0.2 * (actor.open.capital ?? 0);
  if (actor.own.cashKusd < 0) value -= 20;
  return value - (state.escalation > 80 ? (state.escalation - 80) * 2 : 0);
}
