/**
 * The log of a match: everything that went into it, typed and versioned. With the ruleset it is the match; replay,
 * restore, branch, export and bug report all read it.
 */
import { z } from 'zod';
import { autopilotSchema } from '../protocol/autopilot.ts';
import { draftOrderSchema } from '../protocol/commands.ts';
import { dealOfferSchema } from '../state/deal.ts';
import { idSchema } from '../util/ids.ts';

export const LOG_FORMAT = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const turnNumber = z.int().min(0);
/** Id of a person in this match, or null where nobody in particular did it. */
const person = z.string().max(64).nullable();

export const logHeaderSchema = z.strictObject({
  format: z.literal(LOG_FORMAT),
  matchId: z.string().max(64),
  engineVersion: z.string().max(40),
  rulesetHash: hash,
  scenario: idSchema,
  seed: z.string().regex(/^[0-9a-f]{32}$/),
});

/** Where a seat's orders came from: a person, the bot of the seat, its people's autopilot, or the advisor when time was up. */
export const orderSourceSchema = z.enum(['person', 'bot', 'autopilot', 'advisor']);

export const seatOrdersSchema = z.strictObject({
  orders: z.array(draftOrderSchema),
  person,
  source: orderSourceSchema,
});

/** One resolved turn: what went in and the hash of the state that came out. */
export const turnRecordSchema = z.strictObject({
  record: z.literal('turn'),
  turn: turnNumber,
  orders: z.record(idSchema, seatOrdersSchema),
  deals: z.array(dealOfferSchema),
  hash,
  /** Short digests of the parts of the state, so that a difference can be named without the state. */
  parts: z.record(z.string(), z.string()).optional(),
});

/** Who holds a seat from now on: the person who came or went, or the level of the bot that plays it. */
export const seatRecordSchema = z.strictObject({
  record: z.literal('seat'),
  turn: turnNumber,
  seat: idSchema,
  person,
  change: z.enum(['took', 'left', 'bot', 'empty']),
  bot: z.enum(['easy', 'normal', 'hard']).nullable(),
});

/** What the people of a seat let the autopilot do from now on. */
export const autopilotRecordSchema = z.strictObject({
  record: z.literal('autopilot'),
  turn: turnNumber,
  seat: idSchema,
  person,
  autopilot: autopilotSchema,
});

/** Something done to the match from outside the rules that does not change its state. */
export const interventionRecordSchema = z.strictObject({
  record: z.literal('intervention'),
  turn: turnNumber,
  what: z.enum(['start', 'pause', 'resume', 'time-up']),
  person,
});

/** Back to the planning of an earlier turn; the turns after it are played again. */
export const rewindRecordSchema = z.strictObject({ record: z.literal('rewind'), turn: turnNumber, to: turnNumber, person });

export const logRecordSchema = z.discriminatedUnion('record', [
  turnRecordSchema,
  seatRecordSchema,
  autopilotRecordSchema,
  interventionRecordSchema,
  rewindRecordSchema,
]);

export const matchLogSchema = z.strictObject({ header: logHeaderSchema, records: z.array(logRecordSchema) });

export type LogHeader = z.infer<typeof logHeaderSchema>;
export type SeatOrders = z.infer<typeof seatOrdersSchema>;
export type TurnRecord = z.infer<typeof turnRecordSchema>;
export type LogRecord = z.infer<typeof logRecordSchema>;
export type MatchLog = z.infer<typeof matchLogSchema>;
