/** The course of a match: start, planning with or without a deadline, pause, next turn, rewind, end. */
import { plays } from './autopilot.ts';
import { isAway } from './people.ts';
import { type Refused, refuse } from './reasons.ts';
import { peopleOf, seatOf, seatsOfPeople, type Table, type TableEvent } from './table.ts';

/** Planning time that is always left after a restart, milliseconds. */
const LEFT_AFTER_RESTART_MS = 30_000;

export function startMatch(table: Table, person: string, nowMs: number): TableEvent[] | Refused {
  if (table.host !== person) return refuse('not-host');
  if (table.status !== 'lobby') return refuse('already-started');
  table.status = 'planning';
  beginPlanning(table, 0, nowMs);
  return [{ event: 'started' }];
}

/** Planning of a turn begins: drafts are empty, offers gone, nobody is ready. */
export function beginPlanning(table: Table, turn: number, nowMs: number): void {
  table.turn = turn;
  table.offers = [];
  table.step = false;
  const { turnSeconds } = table.settings;
  table.deadlineMs = turnSeconds === null || table.paused ? null : nowMs + turnSeconds * 1000;
  table.pausedLeftMs = turnSeconds !== null && table.paused ? turnSeconds * 1000 : null;
  for (const place of Object.values(table.seats)) {
    place.ready = false;
    place.draft = { orders: [], revision: place.draft.revision + 1, author: null };
  }
}

export function endMatch(table: Table, turn: number): void {
  table.status = 'ended';
  table.turn = turn;
  table.offers = [];
  table.deadlineMs = null;
  table.paused = false;
  table.pausedLeftMs = null;
}

/** Host: stops the clock, or lets it run on with the time that was left. */
export function setPaused(table: Table, person: string, paused: boolean, nowMs: number): TableEvent[] | Refused {
  if (table.host !== person) return refuse('not-host');
  if (table.paused === paused) return [];
  table.paused = paused;
  if (paused) {
    table.pausedLeftMs = table.deadlineMs === null ? null : Math.max(0, table.deadlineMs - nowMs);
    table.deadlineMs = null;
  } else {
    table.deadlineMs = table.pausedLeftMs === null ? null : nowMs + table.pausedLeftMs;
    table.pausedLeftMs = null;
  }
  return [{ event: 'paused', paused }];
}

/** Host: back to the planning of an earlier turn. */
export function rewind(table: Table, person: string, to: number, nowMs: number): TableEvent[] | Refused {
  if (table.host !== person) return refuse('not-host');
  if (to >= table.turn) return refuse('rewind-turn', { number: table.turn });
  const from = table.turn;
  beginPlanning(table, to, nowMs);
  return [{ event: 'rewound', from, to }];
}

/** After a restart nobody may lose a turn to the time that the server was away. */
export function graceAfterRestart(table: Table, nowMs: number): void {
  if (table.deadlineMs !== null) table.deadlineMs = Math.max(table.deadlineMs, nowMs + LEFT_AFTER_RESTART_MS);
}

/** Whether the turn is to be resolved now, and why. */
export function dueNow(table: Table, nowMs: number): 'time-up' | 'ready' | null {
  if (table.status !== 'planning' || table.paused) return null;
  if (table.deadlineMs !== null && nowMs >= table.deadlineMs) return 'time-up';
  const seats = seatsOfPeople(table);
  if (seats.length === 0) return table.step ? 'ready' : null;
  if (!seats.some((seat) => seatOf(table, seat).ready)) return null;
  return seats.every((seat) => seatOf(table, seat).ready || plays(seatOf(table, seat)) || holdsNobodyUp(table, seat, nowMs))
    ? 'ready'
    : null;
}

/** Without a deadline, a seat whose people have all been away for a while is not waited for. */
function holdsNobodyUp(table: Table, seat: string, nowMs: number): boolean {
  return table.deadlineMs === null && peopleOf(table, seat).every(([person]) => isAway(table, person, nowMs));
}
