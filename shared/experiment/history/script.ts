/** The script of what was done: who ordered what in which quarter, with its source; and what the checks look at. */
import { z } from 'zod';
import { botLevelSchema, draftOrderSchema } from '../../protocol/commands.ts';
import { WAYS } from '../../rules/ways.ts';
import { startLawSchema } from '../../ruleset/schema/scenario.ts';
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

/** How a lab puts its models out from a quarter on: its bot still says when, and at what price. */
const scriptedWaySchema = z.strictObject({
  year: z.int(),
  quarter: z.int().min(1).max(4),
  seat: idSchema,
  way: z.enum(WAYS),
  event: z.string(),
  source: z.string(),
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

const counterfactualSchema = z.strictObject({ laws: z.array(startLawSchema), orders: z.array(scriptedOrderSchema) });

export const historyScriptSchema = z.strictObject({
  scenario: idSchema,
  turns: z.int().min(1),
  bots: botLevelSchema,
  /** Kinds of order that the script alone gives, by seat: its bot's own are left out. */
  scripted: z.record(idSchema, z.array(z.string())),
  orders: z.array(scriptedOrderSchema),
  /** Techniques that show in models, so that it is known who had them when: no bot starts them, the orders of the script do. */
  recordedTechs: z.array(idSchema),
  /** In order of time. */
  ways: z.array(scriptedWaySchema),
  /** Two other worlds: orders of the kinds in `without` are left out, other laws stand at the start, and other orders are given. */
  counterfactuals: z.strictObject({ without: z.array(z.string()), none: counterfactualSchema, maximal: counterfactualSchema }),
  /** Parameters that a fit may move. */
  fit: z.array(idSchema),
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

export const WORLDS = ['history', 'none', 'maximal'] as const;
export type World = (typeof WORLDS)[number];

/** What makes a world: the orders that are given, and the laws that stand at the start; null as the scenario has them. */
export interface WorldOrders {
  readonly orders: HistoryScript['orders'];
  readonly laws: z.infer<typeof startLawSchema>[] | null;
}

export function ordersOf(script: HistoryScript, world: World): WorldOrders {
  if (world === 'history') return { orders: script.orders, laws: null };
  const without = new Set(script.counterfactuals.without);
  const { laws, orders } = script.counterfactuals[world];
  return { orders: [...script.orders.filter((item) => !without.has(item.order.kind)), ...orders], laws };
}
