/** Chat at the table, within a bloc or between two seats. */
import type { ChatLine } from '../protocol/messages.ts';
import type { Id } from '../util/ids.ts';
import { type Refused, refuse } from './reasons.ts';
import type { Table, TableDeps, TableEvent } from './table.ts';

const LINES_KEPT = 300;

export function say(table: Table, person: string, to: string, text: string, nowMs: number): TableEvent[] | Refused {
  const self = table.people[person];
  if (self === undefined) return refuse('unknown-person');
  if (to !== 'table' && self.seat === null) return refuse('no-seat');
  if (to !== 'table' && to !== 'bloc' && table.seats[to] === undefined) return refuse('unknown-seat', { seat: to });
  table.chatLines += 1;
  table.chat.push({ id: table.chatLines, seat: self.seat, from: self.seat ?? '', name: self.name, to, text, atMs: nowMs });
  if (table.chat.length > LINES_KEPT) table.chat.splice(0, table.chat.length - LINES_KEPT);
  return [{ event: 'chat', line: table.chatLines }];
}

/** Lines that a seat may read; a spectator reads those to the table. */
export function chatFor(table: Table, seat: Id | null, deps: TableDeps): ChatLine[] {
  return table.chat
    .filter((line) => mayRead(line, seat, deps))
    .map(({ id, from, name, to, text, atMs }) => ({ id, from, name, to, text, atMs }));
}

function mayRead(line: { seat: Id | null; to: string }, seat: Id | null, deps: TableDeps): boolean {
  if (line.to === 'table') return true;
  if (seat === null || line.seat === null) return false;
  if (line.to === 'bloc') return deps.blocOf(seat) === deps.blocOf(line.seat);
  return seat === line.seat || seat === line.to;
}
