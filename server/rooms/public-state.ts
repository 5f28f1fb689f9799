/** What everybody may know while a match is live, as Colyseus state: seats, readiness, presence, clock. */
import { type SchemaType, schema, t } from '@colyseus/schema';
import { presence } from '#shared/match/messages.ts';
import type { Table } from '#shared/match/table.ts';

export const SeatState = schema({ bot: t.string(), people: t.uint8(), connected: t.uint8(), ready: t.boolean() }, 'SeatState');
export type SeatState = SchemaType<typeof SeatState>;

export const PublicState = schema(
  {
    status: t.string().default('lobby'),
    turn: t.uint16().default(0),
    /** Milliseconds since the epoch, 0 without a deadline. */
    deadlineMs: t.float64().default(0),
    paused: t.boolean().default(false),
    seats: t.map(SeatState),
  },
  'PublicState',
);
export type PublicState = SchemaType<typeof PublicState>;

/** Brings the state in line with the table; only what differs is sent. */
export function showTable(state: PublicState, table: Readonly<Table>): void {
  state.status = table.status;
  state.turn = table.turn;
  state.deadlineMs = table.deadlineMs ?? 0;
  state.paused = table.paused;
  for (const { seat, bot, people, ready } of presence(table)) {
    let shown = state.seats.get(seat);
    if (shown === undefined) {
      shown = new SeatState();
      state.seats.set(seat, shown);
    }
    shown.bot = bot ?? '';
    shown.people = people.length;
    shown.connected = people.filter(({ connected }) => connected).length;
    shown.ready = ready;
  }
}
