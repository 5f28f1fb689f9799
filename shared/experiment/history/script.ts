/** The script of what was done: who ordered what in which quarter, with its source; and what the checks look at. */
import { z } from 'zod';
import { botLevelSchema, draftOrderSchema } from '../../protocol/commands.ts';
import { idSchema } from '../../util/ids.ts';

const scriptedOrderSchema = z.strictObject({
  year: z.int(),
  quarter: z.int().min(1).max(4),
  seat: idSchema,
  order: draftOrderSchema,
  /** What happened. */
  event: z.string(),
  source: z.string(),
  /** True where the order is dated a quarter before the event, since the real law bit within weeks. */
  early: z.boolean().default(false),
});

/** A run to be reckoned by the rules' arithmetic alone. */
const reckonedRunSchema = z.strictObject({
  actor: idSchema,
  chip: idSchema,
  units: z.int().min(1),
  days: z.number().min(1),
  techs: z.array(idSchema),
  ablationTechs: z.array(idSchema).default([]),
});

export const historyScriptSchema = z.strictObject({
  scenario: idSchema,
  turns: z.int().min(1),
  bots: botLevelSchema,
  /** Kinds of order that the script alone gives, by seat: its bot's own are left out. */
  scripted: z.record(idSchema, z.array(z.string())),
  orders: z.array(scriptedOrderSchema),
  /** Two other worlds: orders of the kinds in `without` are left out, and these given instead. */
  counterfactuals: z.strictObject({
    without: z.array(z.string()),
    none: z.array(scriptedOrderSchema),
    maximal: z.array(scriptedOrderSchema),
  }),
  leader: idSchema,
  follower: idSchema,
  leaderMaker: idSchema,
  followerMaker: idSchema,
  leaderLab: idSchema,
  reasoning: idSchema,
  /** Level of capability, milli-points, at which prices of use are compared over the years. */
  priceLevelMilli: z.int(),
  runs: z.strictObject({ efficient: reckonedRunSchema, dense: reckonedRunSchema }),
});
export type HistoryScript = z.infer<typeof historyScriptSchema>;
