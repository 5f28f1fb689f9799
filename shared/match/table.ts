/**
 * The table of a match: who sits where, drafts, offers, chat and the clock. Plain data, changed only by the reducer in
 * `apply.ts` and the functions beside it, so that a server room and a local match share it. Times come in as numbers.
 */
import type { Autopilot } from '../protocol/autopilot.ts';
import type { BotLevel, MatchSettings } from '../protocol/commands.ts';
import type { ChatLine, MatchStatus, OfferState } from '../protocol/messages.ts';
import type { Order } from '../rules/order-kind.ts';
import type { MessageRef } from '../state/ledger.ts';
import type { Id } from '../util/ids.ts';
import { noAutopilot } from './autopilot.ts';

export const TABLE_FORMAT = 1;

/** Someone who came to the match; the id is derived from a secret that only they hold. */
export interface Person {
  name: string;
  seat: Id | null;
  connected: boolean;
  /** When the last connection was lost, milliseconds; null while connected. */
  leftMs: number | null;
  /** Order of arrival, from 1. */
  arrival: number;
}

export interface Draft {
  orders: Order[];
  /** Counts up with every change, over the whole match. */
  revision: number;
  /** Person who made the last change. */
  author: string | null;
}

export interface TableSeat {
  bot: BotLevel | null;
  ready: boolean;
  draft: Draft;
  /** Stated by the seat's people; off and without limits when they leave. */
  autopilot: Autopilot;
}

export interface Table {
  format: typeof TABLE_FORMAT;
  matchId: string;
  code: string;
  settings: MatchSettings;
  rulesetHash: string;
  status: MatchStatus;
  turn: number;
  host: string | null;
  people: Record<string, Person>;
  arrivals: number;
  seats: Record<Id, TableSeat>;
  /** Offers of this planning; they die with it. */
  offers: OfferState[];
  chat: (ChatLine & { seat: Id | null })[];
  chatLines: number;
  deadlineMs: number | null;
  paused: boolean;
  /** Time that was left when the match was paused, milliseconds. */
  pausedLeftMs: number | null;
  /** The host of a table without people in seats asked for the next turn. */
  step: boolean;
}

/** What the reducer must be told about the rules. */
export interface TableDeps {
  readonly blocOf: (seat: Id) => Id;
  readonly parseOrder: (value: unknown) => { order: Order } | { rejection: MessageRef };
}

/** What happened, for those who keep the log and tell others. */
export type TableEvent =
  | {
      readonly event: 'seat';
      readonly seat: Id;
      readonly person: string | null;
      readonly change: 'took' | 'left' | 'bot' | 'empty';
      readonly bot: BotLevel | null;
    }
  | { readonly event: 'started' }
  | { readonly event: 'draft'; readonly seat: Id }
  | { readonly event: 'autopilot'; readonly seat: Id; readonly person: string; readonly autopilot: Autopilot }
  | { readonly event: 'ready'; readonly seat: Id | null; readonly ready: boolean }
  | {
      readonly event: 'offer';
      readonly offerId: string;
      readonly parties: readonly [Id, Id];
      readonly change: 'made' | 'signed' | 'declined' | 'withdrawn';
    }
  | { readonly event: 'chat'; readonly line: number }
  | { readonly event: 'paused'; readonly paused: boolean }
  | { readonly event: 'rewound'; readonly from: number; readonly to: number }
  | { readonly event: 'people' };

export interface NewTable {
  readonly matchId: string;
  readonly code: string;
  readonly settings: MatchSettings;
  readonly rulesetHash: string;
  readonly seats: readonly Id[];
}

/** A table in the lobby, with a bot in every seat until someone takes it. */
export function newTable({ matchId, code, settings, rulesetHash, seats }: NewTable): Table {
  const taken: Record<Id, TableSeat> = {};
  for (const seat of [...seats].sort()) {
    const draft = { orders: [], revision: 0, author: null };
    taken[seat] = { bot: settings.botLevel, ready: false, draft, autopilot: noAutopilot() };
  }
  return {
    format: TABLE_FORMAT,
    matchId,
    code,
    settings,
    rulesetHash,
    status: 'lobby',
    turn: 0,
    host: null,
    people: {},
    arrivals: 0,
    seats: taken,
    offers: [],
    chat: [],
    chatLines: 0,
    deadlineMs: null,
    paused: false,
    pausedLeftMs: null,
    step: false,
  };
}

/** People of a seat by order of arrival. */
export function peopleOf(table: Table, seat: Id): [string, Person][] {
  return Object.entries(table.people)
    .filter(([, person]) => person.seat === seat)
    .sort(([, a], [, b]) => a.arrival - b.arrival);
}

/** Seats that people hold, in code-unit order. */
export function seatsOfPeople(table: Table): Id[] {
  const seats = new Set<Id>();
  for (const person of Object.values(table.people)) if (person.seat !== null) seats.add(person.seat);
  return [...seats].sort();
}

/** The seat's record; callers have checked that it exists. */
export function seatOf(table: Table, seat: Id): TableSeat {
  const found = table.seats[seat];
  if (found === undefined) throw new RangeError(`no seat ${seat} at this table`);
  return found;
}
