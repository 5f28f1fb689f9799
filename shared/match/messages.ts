/** What a person is told of the table: the public part with who they are, and their own seat's planning. */
import type { PlanningMessage, SeatPresence, TableMessage } from '../protocol/messages.ts';
import { sortedKeys } from '../util/ids.ts';
import { chatFor } from './chat.ts';
import { peopleOf, seatOf, type Table, type TableDeps } from './table.ts';

export function presence(table: Table): SeatPresence[] {
  return sortedKeys(table.seats).map((seat) => {
    const place = seatOf(table, seat);
    const people = peopleOf(table, seat).map(([, { name, connected }]) => ({ name, connected }));
    return { seat, people, bot: place.bot, ready: place.ready, autopilot: place.autopilot.on };
  });
}

export function tableMessage(table: Table, person: string, nowMs: number): TableMessage {
  const self = table.people[person];
  return {
    matchId: table.matchId,
    code: table.code,
    settings: table.settings,
    rulesetHash: table.rulesetHash,
    status: table.status,
    turn: table.turn,
    deadlineMs: table.deadlineMs,
    nowMs,
    paused: table.paused,
    seats: presence(table),
    you: { person, name: self?.name ?? '', seat: self?.seat ?? null, host: table.host === person },
  };
}

/** Draft, offers and chat of the person's seat; at an open table all offers are seen by all. */
export function planningMessage(table: Table, person: string, deps: TableDeps): PlanningMessage {
  const seat = table.people[person]?.seat ?? null;
  const draft = seat === null ? null : seatOf(table, seat).draft;
  const offers = table.offers.filter(
    ({ offer }) => table.settings.openTable || (seat !== null && (offer.from === seat || offer.to === seat)),
  );
  return {
    turn: table.turn,
    orders: draft?.orders ?? [],
    revision: draft?.revision ?? 0,
    offers,
    chat: chatFor(table, seat, deps),
    autopilot: seat === null ? null : seatOf(table, seat).autopilot,
  };
}
