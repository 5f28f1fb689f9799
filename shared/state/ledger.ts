/**
 * The ledger of one turn: every change of a number, who it concerns, by how much and why. Report, "why?", debrief,
 * exports and conservation checks are readings of it.
 */
import { z } from 'zod';

export const PHASES = [
  'law',
  'deals',
  'state',
  'money',
  'fabs',
  'trade',
  'install',
  'research',
  'training',
  'release',
  'market',
  'reckoning',
] as const;
export type Phase = (typeof PHASES)[number];

/** A reason: an order, a law, a technology, an event, a deal, a standing rule, or an earlier entry of this ledger. */
export const causeSchema = z.object({
  kind: z.enum(['order', 'law', 'tech', 'event', 'deal', 'rule', 'entry', 'undisclosed']),
  /** Order kind, law instance, technology, event, deal, rule key (a message id) or entry id. */
  id: z.string(),
  /** Actor behind it, where there is one. */
  by: z.string().optional(),
  /** Part of the entry's amount that is owed to it, in the entry's unit; parts add up to the amount when all have one. */
  amount: z.number().optional(),
});
export type Cause = z.infer<typeof causeSchema>;

export const lineSchema = z.object({ id: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
/** A sentence: a message id of the locale with its parameters. Ids of content in parameters are named by the reader. */
export type MessageRef = z.infer<typeof lineSchema>;

export const entrySchema = z.object({
  /** `turn.number`, in order of resolution. */
  id: z.string(),
  phase: z.enum(PHASES),
  /** What changed: `money`, `chips`, `flop`, `compute`, `pressure`, `capability`, … */
  topic: z.string(),
  /** Whom or what it concerns: an id of an actor, bloc, line, region, ally or law. */
  subject: z.string(),
  unit: z.string(),
  amount: z.number(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** Accounts for what is conserved (money, chips, flop): `actor:<id>`, `bloc:<id>`, `world:<name>`. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Chip or model concerned, where one is. */
  item: z.string().nullable(),
  causes: z.array(causeSchema),
  line: lineSchema.nullable(),
  /** Seats that may read it, or `all`. */
  audience: z.union([z.literal('all'), z.array(z.string())]),
  /** Sites and routes to show on the map. */
  places: z.array(z.string()),
  /** How much it matters in the report, 1 to 10; 0 never shows as a line. */
  weight: z.int().min(0).max(10),
});
export type Entry = z.infer<typeof entrySchema>;
export type Ledger = Entry[];
