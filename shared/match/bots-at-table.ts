/** Bots and autopilots at the table: they offer deals when planning begins and answer those that reach them. */
import { botAnswers, botOffers } from '../bots/bot.ts';
import type { BotLevel } from '../protocol/commands.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MatchState } from '../state/schema.ts';
import { viewFor } from '../state/view.ts';
import { type Id, sortedKeys } from '../util/ids.ts';
import { answerOffer, makeOffer } from './offers.ts';
import { isRefused } from './reasons.ts';
import type { Table, TableEvent } from './table.ts';
import { botKey, boundsOf } from './turn-orders.ts';

/** Level at which deals are made for the seat: that of its bot, or of the autopilot of its people; null where people do. */
function dealerOf(table: Table, seat: Id): BotLevel | null {
  const place = table.seats[seat];
  if (place === undefined) return null;
  return place.bot ?? (place.autopilot.on ? table.settings.botLevel : null);
}

/** Offers of all bots for this planning; changes the table given. */
export function makeBotOffers(ruleset: Ruleset, state: MatchState, table: Table): TableEvent[] {
  const events: TableEvent[] = [];
  for (const seat of sortedKeys(table.seats)) {
    const level = dealerOf(table, seat);
    if (level === null) continue;
    for (const offer of botOffers(ruleset, viewFor(ruleset, state, seat), level, botKey(state, seat), boundsOf(table, seat))) {
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
    const level = dealerOf(table, offer.to);
    if (status !== 'open' || level === null) continue;
    const view = viewFor(ruleset, state, offer.to);
    const accept = botAnswers(ruleset, view, offer, level, botKey(state, offer.to), boundsOf(table, offer.to));
    const answered = answerOffer(table, offer.to, offer.id, accept);
    if (!isRefused(answered)) events.push(...answered);
  }
  return events;
}
