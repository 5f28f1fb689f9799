/** Content schemas: laws that governments may make, events, and the orders' board data. */
import { z } from 'zod';
import { idSchema } from '../../util/ids.ts';
import { CONDITION_IDS, LEVER_IDS, OUTCOME_IDS } from '../catalogue.ts';

/** One setting of a law; unused numbers are left out. */
export const lawSettingSchema = z.strictObject({
  /** Short name of the setting, a key in the locale: `law.<id>.<key>`. */
  key: z.string().regex(/^[a-z0-9-]+$/),
  tppMax: z.int().min(1).optional(),
  memoryGbPerSMax: z.int().min(1).optional(),
  linkGbPerSMax: z.int().min(1).optional(),
  /** Force of tools, minerals and so on, per mille of what it could cut. */
  strengthPermille: z.int().min(0).max(1000).optional(),
  /** Quota of domestic chips (refusal), or share of revenue for the state (licence). */
  sharePermille: z.int().min(0).max(1000).optional(),
  /** Limit of a licence, accelerators a turn. */
  capUnits: z.int().min(0).optional(),
});

export const lawSchema = z.strictObject({
  id: idSchema,
  lever: z.enum(LEVER_IDS),
  /** Blocs whose government may make it; empty for all. */
  blocs: z.array(idSchema).default([]),
  requires: idSchema.nullable().default(null),
  settings: z.array(lawSettingSchema).min(1),
  capital: z.int().min(0),
  /** Capital more for each tenth of the target's chip budget that is denied in all. */
  capitalPerTenthDenied: z.int().min(0).default(0),
  upkeepCapital: z.int().min(0).default(0),
  escalation: z.int(),
  /** Turns that it stays in force; null until it is withdrawn. */
  durationTurns: z.int().min(1).nullable().default(null),
  source: z.string(),
});

export const eventSchema = z.strictObject({
  id: idSchema,
  condition: z.enum(CONDITION_IDS),
  value: z.number().default(0),
  /** Chance each turn that the condition holds, per mille. */
  chancePermille: z.int().min(1).max(1000).default(1000),
  /** Turns before it may come again. */
  restTurns: z.int().min(0).default(4),
  oncePerSubject: z.boolean().default(false),
  outcomes: z
    .array(z.strictObject({ outcome: z.enum(OUTCOME_IDS), value: z.number(), lever: z.enum(LEVER_IDS).optional() }))
    .min(1),
  weight: z.int().min(1).max(10).default(5),
});

export const orderDataSchema = z.strictObject({
  id: idSchema,
  /** Kind in code that carries it out. */
  kind: z.string(),
  roles: z.array(idSchema).min(1),
  icon: z.string(),
  /** Technology needed to give it. */
  requires: idSchema.nullable().default(null),
  /** May be given several times a turn. */
  repeatable: z.boolean().default(false),
  /** Takes no slot. */
  free: z.boolean().default(false),
  /** Allowed in the crisis slot. */
  crisis: z.boolean().default(false),
  /** First turn of a guided match in which it is offered. */
  unlockTurn: z.int().min(1).max(3),
});

export type LawSetting = z.infer<typeof lawSettingSchema>;
export type LawDef = z.infer<typeof lawSchema>;
export type EventDef = z.infer<typeof eventSchema>;
export type OrderData = z.infer<typeof orderDataSchema>;
