/** What changed in a match, so that its listeners tell those concerned and nobody else. */

import type { Id } from '../util/ids.ts';
import type { TableEvent } from './table.ts';

export interface News {
  /** Seats, presence, clock: told to everybody. */
  readonly table: boolean;
  /** Whose planning changed: everybody's, or that of the people of some seats. */
  readonly planning: 'all' | readonly Id[];
  /** Who sees the match anew: everybody, or some people (who changed seats). */
  readonly views: 'all' | readonly string[];
  /** The match can't go on here: it was taken over by another process. */
  readonly closed: boolean;
}

export const ALL_NEWS: News = { table: true, planning: 'all', views: 'all', closed: false };
export const TABLE_NEWS: News = { table: true, planning: [], views: [], closed: false };
export const CLOSED_NEWS: News = { table: false, planning: [], views: [], closed: true };

export function newsOf(events: readonly TableEvent[]): News {
  const seats = new Set<Id>();
  const people = new Set<string>();
  let everybody = false;
  for (const event of events) {
    if (event.event === 'rewound' || event.event === 'started') return ALL_NEWS;
    if (event.event === 'chat' || event.event === 'offer') everybody = true;
    if (event.event === 'draft' || event.event === 'autopilot') seats.add(event.seat);
    if (event.event === 'seat') {
      seats.add(event.seat);
      if (event.person !== null) people.add(event.person);
    }
  }
  const quiet = events.every(({ event }) => event === 'chat' || event === 'offer');
  return { table: !quiet, planning: everybody || people.size > 0 ? 'all' : [...seats], views: [...people], closed: false };
}
