/** Bots at the table: they offer deals when planning begins and answer those that reach them. */
import { botAnswers, botOffers } from '#shared/bots/bot.ts';
import { answerOffer, makeOffer } from '#shared/match/offers.ts';
import { isRefused } from '#shared/match/reasons.ts';
import type { Table, TableEvent } from '#shared/match/table.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';
import { sortedKeys } from '#shared/util/ids.ts';
import { botKey } from './turn-orders.ts';

/** Offers of all bots for this planning; changes the table given. */
export function makeBotOffers(ruleset: Ruleset, state: MatchState, table: Table): TableEvent[] {
  const events: TableEvent[] = [];
  for (const seat of sortedKeys(table.seats)) {
    const level = table.seats[seat]?.bot ?? null;
    if (level === null) continue;
    for (const offer of botOffers(ruleset, viewFor(ruleset, state, seat), level, botKey(state, seat))) {
      const made = makeOffer(table, seat, offer);
      if (!isRefused(made)) events.push(...made);
    }
  }
  return events;
}

/** Answers of bots to all open offers made to them; changes the table given. */
export function answerAsBots(ruleset: Ruleset, state: MatchState, table: Table): TableEvent[] {
  const events: TableEvent[] = [];
  for (const { offer, status } of table.offers) {
    const level = table.seats[offer.to]?.bot ?? null;
    if (status !== 'open' || level === null) continue;
    const accept = botAnswers(ruleset, viewFor(ruleset, state, offer.to), offer, level, botKey(state, offer.to));
    const answered = answerOffer(table, offer.to, offer.id, accept);
    if (!isRefused(answered)) events.push(...answered);
  }
  return events;
}
