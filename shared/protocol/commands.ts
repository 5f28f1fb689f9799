/** What a client may ask of a match: every message is one of these, checked before anything else is done with it. */
import { z } from 'zod';
import { dealOfferSchema } from '../state/deal.ts';
import { idSchema } from '../util/ids.ts';
import { autopilotLimitsSchema } from './autopilot.ts';

export const MAX_ORDERS = 16;
/** A flat order as drafted; the order kinds check the fields. */
export const draftOrderSchema = z
  .record(z.string().max(24), z.union([z.string().max(120), z.number(), z.boolean()]))
  .refine(
    (order) => typeof order.kind === 'string' && Object.keys(order).length <= 12,
    'an order needs a kind and at most 12 fields',
  )
  .transform((order) => order as { kind: string; [field: string]: string | number | boolean });

export const botLevelSchema = z.enum(['easy', 'normal', 'hard']);
export type BotLevel = z.infer<typeof botLevelSchema>;

/** Settings of a new match. */
export const matchSettingsSchema = z.strictObject({
  name: z.string().trim().max(40).default(''),
  scenario: idSchema,
  /** Seconds of planning; null waits until all are ready. A day is 86,400. */
  turnSeconds: z.int().min(15).max(604_800).nullable().default(null),
  /** Anyone may join from the list, or only those who have the code. */
  listed: z.boolean().default(false),
  botLevel: botLevelSchema.default('normal'),
  /** Everybody sees everything (a lesson with open cards). */
  openTable: z.boolean().default(false),
  /** Several people may hold one seat together (teams, a class). */
  sharedSeats: z.boolean().default(false),
  /** Ids of the mods that it is played with; none is the base game alone. */
  mods: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/))
    .max(8)
    .optional(),
});
export type MatchSettings = z.infer<typeof matchSettingsSchema>;

export const commandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('take-seat'), seat: idSchema }),
  z.strictObject({ do: z.literal('leave-seat') }),
  z.strictObject({ do: z.literal('set-bot'), seat: idSchema, level: botLevelSchema.nullable() }),
  z.strictObject({ do: z.literal('start') }),
  /** Replaces the seat's draft; `revision` is the one that the client saw, so that a stale one is refused. */
  z.strictObject({
    do: z.literal('draft'),
    turn: z.int().min(0),
    revision: z.int().min(0),
    orders: z.array(draftOrderSchema).max(MAX_ORDERS),
  }),
  z.strictObject({ do: z.literal('ready'), turn: z.int().min(0), ready: z.boolean() }),
  z.strictObject({ do: z.literal('offer'), turn: z.int().min(0), offer: dealOfferSchema }),
  z.strictObject({ do: z.literal('answer'), turn: z.int().min(0), offerId: z.string().max(60), accept: z.boolean() }),
  z.strictObject({ do: z.literal('withdraw-offer'), turn: z.int().min(0), offerId: z.string().max(60) }),
  z.strictObject({
    do: z.literal('chat'),
    to: z.union([z.literal('table'), z.literal('bloc'), idSchema]),
    text: z.string().trim().min(1).max(400),
  }),
  z.strictObject({ do: z.literal('pause'), paused: z.boolean() }),
  /** Autopilot of the person's seat, and its limits. */
  z.strictObject({ do: z.literal('autopilot'), on: z.boolean(), limits: autopilotLimitsSchema }),
  /** Host: back to the planning of an earlier turn. */
  z.strictObject({ do: z.literal('rewind'), turn: z.int().min(0) }),
  z.strictObject({ do: z.literal('rename'), name: z.string().trim().min(1).max(24) }),
]);
export type Command = z.infer<typeof commandSchema>;

/** Answer to a command. `revision` is that of the seat's draft after it. */
export type CommandResult =
  | { ok: true; revision: number }
  | { ok: false; reason: { id: string; params: Record<string, string | number> } };
