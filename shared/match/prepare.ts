/** How a table begins: its creator as host, in a seat and started where that is asked for; who comes later, and how it goes on after a restart. */
import type { MatchSettings } from '../protocol/commands.ts';
import { graceAfterRestart, startMatch } from './clock.ts';
import { addPerson, disconnectAll } from './people.ts';
import { isRefused, type Refused, refuse } from './reasons.ts';
import { takeSeat } from './seats.ts';
import type { Table, TableEvent } from './table.ts';

/** What the creator of a match asks for. */
export interface Wanted {
  readonly settings: MatchSettings;
  readonly seat: string | null;
  readonly name: string;
  readonly start: boolean;
}

/** Changes the new table given. */
export function prepareTable(table: Table, person: string, { name, seat, start }: Wanted, nowMs: number): TableEvent[] | Refused {
  const added = addPerson(table, person, name, nowMs);
  if (isRefused(added)) return added;
  const seated = seat === null ? [] : takeSeat(table, person, seat);
  if (isRefused(seated)) return seated;
  const started = start ? startMatch(table, person, nowMs) : [];
  return isRefused(started) ? started : [...added, ...seated, ...started];
}

/** Changes the table by someone who comes, to watch or into a seat; who is there already may only take a seat. */
export function admit(table: Table, person: string, name: string, seat: string | null, nowMs: number): TableEvent[] | Refused {
  const added = table.people[person] === undefined ? addPerson(table, person, name, nowMs) : [];
  if (isRefused(added) || seat === null) return added;
  if (table.status === 'ended') return refuse('match-ended');
  const seated = takeSeat(table, person, seat);
  return isRefused(seated) ? seated : [...added, ...seated];
}

/** Changes a stored table to how it continues: nobody is there yet, and a deadline leaves time. */
export function wakeTable(table: Table, nowMs: number): void {
  disconnectAll(table, nowMs);
  graceAfterRestart(table, nowMs);
}
