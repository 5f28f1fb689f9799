/** Taking and leaving seats, and bots in them. */
import type { BotLevel } from '../protocol/commands.ts';
import type { Id } from '../util/ids.ts';
import { noAutopilot } from './autopilot.ts';
import { type Refused, refuse } from './reasons.ts';
import { peopleOf, seatOf, type Table, type TableEvent } from './table.ts';

/** Sits down, leaving the seat held before. A seat of others can be joined only where the table shares seats. */
export function takeSeat(table: Table, person: string, seat: Id): TableEvent[] | Refused {
  const taken = table.seats[seat];
  if (taken === undefined) return refuse('unknown-seat', { seat });
  const self = table.people[person];
  if (self === undefined) return refuse('unknown-person');
  if (self.seat === seat) return [];
  const holder = peopleOf(table, seat)[0]?.[1];
  if (holder !== undefined && !table.settings.sharedSeats) return refuse('seat-taken', { seat, name: holder.name });
  const left = self.seat === null ? [] : vacate(table, person, self.seat);
  self.seat = seat;
  taken.bot = null;
  taken.ready = false;
  return [...left, { event: 'seat', seat, person, change: 'took', bot: null }];
}

export function leaveSeat(table: Table, person: string): TableEvent[] | Refused {
  const seat = table.people[person]?.seat ?? null;
  if (seat === null) return refuse('no-seat');
  return vacate(table, person, seat);
}

/** Empties the person's place; the last to leave hands the seat to a bot. */
function vacate(table: Table, person: string, seat: Id): TableEvent[] {
  const self = table.people[person];
  if (self !== undefined) self.seat = null;
  const place = seatOf(table, seat);
  place.ready = false;
  if (peopleOf(table, seat).length > 0) return [{ event: 'seat', seat, person, change: 'left', bot: null }];
  place.bot = table.settings.botLevel;
  place.autopilot = noAutopilot();
  return [{ event: 'seat', seat, person, change: 'left', bot: place.bot }];
}

/** Host: a bot of a level, or an empty seat. A seat of people can be given to a bot only while none of them is there. */
export function setBot(table: Table, person: string, seat: Id, level: BotLevel | null): TableEvent[] | Refused {
  if (table.host !== person) return refuse('not-host');
  const place = table.seats[seat];
  if (place === undefined) return refuse('unknown-seat', { seat });
  const holders = peopleOf(table, seat);
  const present = holders.find(([, holder]) => holder.connected);
  if (present !== undefined) return refuse('seat-taken', { seat, name: present[1].name });
  for (const [, holder] of holders) holder.seat = null;
  place.bot = level;
  place.autopilot = noAutopilot();
  place.ready = false;
  return [{ event: 'seat', seat, person, change: level === null ? 'empty' : 'bot', bot: level }];
}
