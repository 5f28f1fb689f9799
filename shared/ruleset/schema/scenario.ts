/** Content schemas: scenarios (the state from which a match starts), scoring and model parameters. */
import { z } from 'zod';
import { idSchema } from '../../util/ids.ts';
import { permille } from './actors.ts';

const count = z.int().min(0);

export const actorStartSchema = z.strictObject({
  cashKusd: z.int(),
  talent: count.default(0),
  /** Installed accelerators. */
  chips: z.record(idSchema, count).default({}),
  /** Power by site, megawatts. */
  powerMw: z.record(idSchema, count).default({}),
  techs: z.array(idSchema).default([]),
  /** Best public model at the start. */
  model: z
    .strictObject({
      name: z.string(),
      capabilityMilli: z.int(),
      open: z.boolean(),
      api: z.boolean(),
      costKusd: z.int().min(1),
      pricePermille: z.int().min(50).max(4000).default(1000),
      agentMilli: count.default(0),
    })
    .optional(),
  /** A run that ends in the first turn: compute so far in 10^18 FLOP, and the share of compute that it still binds. */
  run: z.strictObject({ name: z.string(), eflop: z.int().min(1), costKusd: z.int().min(1), sharePermille: permille }).optional(),
  /** Use at the start, per mille of each region. */
  usePermille: z.record(idSchema, permille).default({}),
  revenueKusd: count.default(0),
  /** Investors and owners put in this much a turn without being asked (parent companies, state). */
  incomeKusdPerTurn: count.default(0),
  incomeGrowthPermille: z.int().default(0),
  trust: z.int().min(0).max(100).default(60),
  /** Governments: political capital. */
  capital: z.int().optional(),
  /** Chipmakers: inventory, offshore dies and foreign memory in store, software maturity, packages a turn reserved. */
  inventory: z.record(idSchema, count).default({}),
  offshoreDies: count.default(0),
  memoryStacks: count.default(0),
  softwarePermille: permille.optional(),
});

export const blocStartSchema = z.strictObject({
  /** Chip budget a turn of all buyers that no one plays, its growth and its ceiling. */
  backgroundKusd: count,
  backgroundGrowthPermille: z.int().default(0),
  backgroundMaxKusd: count,
  chips: z.record(idSchema, count).default({}),
  pressure: z.int().min(0).max(100),
});

/** A law that is in force when the scenario begins. */
export const startLawSchema = z.strictObject({
  law: idSchema,
  by: idSchema,
  setting: z.string(),
  target: idSchema,
  chip: idSchema.optional(),
});

export const scenarioSchema = z.strictObject({
  id: idSchema,
  startYear: z.int(),
  startQuarter: z.int().min(1).max(4),
  turns: z.int().min(1).max(60),
  /** Turns that bots play on after the end, for the epilogue. */
  epilogueTurns: z.int().min(0).max(60),
  seats: z.array(idSchema).min(2).max(16),
  /** Seat offered first to a newcomer. */
  suggestedSeat: idSchema,
  actors: z.record(idSchema, actorStartSchema),
  blocs: z.record(idSchema, blocStartSchema),
  /** Supply lines: units a turn at the start, yield of logic in per mille, and output so far for the learning curve. */
  lines: z.record(
    idSchema,
    z.strictObject({
      units: count,
      yieldPermille: z.int().min(1).max(1000).default(1000),
      cumulative: z.int().min(1).default(1),
    }),
  ),
  /** Alignment of allies by bloc, 0 to 100. */
  alignment: z.record(idSchema, z.record(idSchema, z.int().min(0).max(100))),
  /** Laws already in force. */
  laws: z.array(startLawSchema).default([]),
  /** Techniques already public: technology and who published it. */
  commons: z.record(idSchema, z.array(idSchema)).default({}),
  /** Laboratories that are not in play hold this best public model, by bloc, as a floor of the board. */
  escalation: z.int().min(0).max(100),
  /** Par: points added to the score of a bloc or a seat so that equal bots win alike, per mille of 100 points. */
  parPermille: z.record(idSchema, z.int().min(-500).max(500)).default({}),
  /** Scales counted objectives: paths and so on, by metric. */
  revenuePathKusd: z.record(idSchema, z.array(count).min(1)).default({}),
  weights: z.strictObject({
    bloc: z.strictObject({ frontier: permille, reach: permille, resilience: permille }),
    role: z.record(idSchema, z.strictObject({ frontier: permille, reach: permille, resilience: permille, objective: permille })),
    winningBlocPoints: z.int().min(0).max(50),
    lateWeightPermille: z.int().min(0),
  }),
  slots: z.array(z.strictObject({ fromPermille: permille, slots: z.int().min(1).max(8) })).min(1),
  source: z.string(),
});

export const parameterSchema = z.strictObject({
  id: idSchema,
  value: z.number(),
  unit: z.string(),
  min: z.number(),
  max: z.number(),
  doc: z.string(),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']).default('medium'),
  /** Who says otherwise, and what. */
  disputed: z.string().optional(),
});

export type ActorStart = z.infer<typeof actorStartSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
export type Parameter = z.infer<typeof parameterSchema>;
