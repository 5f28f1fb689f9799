/** What the server sends: one message with the seat's view of the turn, and small ones about the table. */

import type { Order } from '../rules/order-kind.ts';
import type { DealOffer } from '../state/deal.ts';
import type { Entry } from '../state/ledger.ts';
import type { SeatView } from '../state/schema.ts';
import type { Autopilot } from './autopilot.ts';
import type { BotLevel, MatchSettings } from './commands.ts';

export type MatchStatus = 'lobby' | 'planning' | 'ended';

/** Public and live: who sits where and who is ready. */
export interface SeatPresence {
  seat: string;
  people: { name: string; connected: boolean }[];
  bot: BotLevel | null;
  ready: boolean;
  /** The seat's people let the autopilot play where they draft nothing. */
  autopilot: boolean;
}

export interface OfferState {
  offer: DealOffer;
  status: 'open' | 'signed' | 'declined' | 'withdrawn';
}

export interface ChatLine {
  id: number;
  from: string;
  name: string;
  to: string;
  text: string;
  atMs: number;
}

export interface TableMessage {
  matchId: string;
  code: string;
  settings: MatchSettings;
  rulesetHash: string;
  status: MatchStatus;
  turn: number;
  /** Milliseconds since the epoch by the server's clock, and the server's now, so that clients can show time left. */
  deadlineMs: number | null;
  nowMs: number;
  paused: boolean;
  seats: SeatPresence[];
  /** The receiver. */
  you: { person: string; name: string; seat: string | null; host: boolean };
}

/** The receiver's own planning: draft, offers that concern it, chat that it may read. */
export interface PlanningMessage {
  turn: number;
  orders: Order[];
  revision: number;
  offers: OfferState[];
  chat: ChatLine[];
  /** Autopilot of the receiver's seat; null without one. */
  autopilot: Autopilot | null;
}

/** The view of the turn now being planned, with the report of the one before. */
export interface ViewMessage {
  view: SeatView;
  /** Ledger of the turn before, as this seat may read it. */
  report: Entry[];
  /** Reports of earlier turns are asked for when needed; this says which exist. */
  reports: number;
  epilogue: SeatView['state']['history'] | null;
}

/** A turn that was played, as it is shown again: what was known after it, and its ledger. */
export interface PastMessage {
  view: SeatView;
  report: Entry[];
}

/** Names of the room's messages. */
export const MESSAGE = { table: 'table', planning: 'planning', view: 'view' } as const;
/** Names of the room's requests. */
export const REQUEST = { command: 'command', report: 'report', past: 'past' } as const;
