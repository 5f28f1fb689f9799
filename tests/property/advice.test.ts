/** Checks, advice, forecasts and bots of a seat are the same in two matches that differ only in what it may not see. */
import { describe, expect, test } from 'vitest';
import { advise } from '#shared/bots/advisor.ts';
import { botAnswers, botOffers, botOrders } from '#shared/bots/bot.ts';
import { preview } from '#shared/bots/preview.ts';
import { botLevelSchema } from '#shared/protocol/commands.ts';
import { checkDraft, kindsFor } from '#shared/rules/check-draft.ts';
import type { Known } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import type { DealOffer } from '#shared/state/deal.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';
import { FULL } from '#tests/counts.ts';
import { withAllHiddenChanged } from './leaves.ts';
import { ruleset, SCENARIOS, seedOf, stepsOf } from './matches.ts';

/** What bots of all other seats offer to a seat in a state. */
const offersTo = (state: MatchState, seat: string): DealOffer[] =>
  state.seats
    .flatMap((other) => botOffers(ruleset, viewFor(ruleset, state, other), 'normal', seedOf('advice', other)))
    .filter(({ to }) => to === seat);

/** All that a seat is told while planning. */
function told(state: MatchState, seat: string, received: readonly DealOffer[] = []): unknown {
  const view = viewFor(ruleset, state, seat);
  const known: Known = { ruleset, seat, state: view.state };
  const key = seedOf('advice', seat);
  const candidates = kindsFor(known).flatMap(({ kind }) => ORDER_KINDS[kind]?.candidates(known) ?? []);
  const orders = botLevelSchema.options.map((level) => botOrders(ruleset, view, level, { turn: key, match: key }));
  return {
    candidates,
    checked: [checkDraft(known, candidates), ...candidates.map((order) => checkDraft(known, [order]))],
    orders,
    offers: botOffers(ruleset, view, 'normal', key),
    answers: received.map((offer) => botAnswers(ruleset, view, offer, 'normal', key)),
    plans: advise(ruleset, view, key),
    forecast: preview(ruleset, view, orders[1] ?? [], { samples: 2, key, others: 'bots' }),
  };
}

describe.each(SCENARIOS)('%s', (scenario) => {
  const steps = stepsOf(scenario, seedOf('advice', scenario), ruleset, FULL ? undefined : 5);
  const states = (FULL ? steps : steps.slice(-1)).map(({ before }) => before);

  test.each(states[0]?.seats ?? [])('%s is told the same whatever is hidden from it', (seat) => {
    for (const state of states) {
      const received = offersTo(state, seat);
      const usual = JSON.stringify(told(state, seat, received));
      expect(JSON.stringify(told(withAllHiddenChanged(state, seat).state, seat, received))).toBe(usual);
    }
  });

  test.each(states[0]?.seats ?? [])('%s is told something else when its own means are other', (seat) => {
    const state = structuredClone(states[0] as MatchState);
    const usual = JSON.stringify(told(state, seat));
    const { own } = state.actors[seat] as MatchState['actors'][string];
    own.cashKusd = 1;
    expect(JSON.stringify(told(state, seat))).not.toBe(usual);
  });
});
