/** The autopilot of a seat: whether it plays where its people draft nothing, and the limits that they state for it. */
import { z } from 'zod';

export const autopilotLimitsSchema = z.strictObject({
  /** Offers, signs and accepts no deals. */
  noDeals: z.boolean().default(false),
  /** Gives no order that can raise escalation. */
  noEscalation: z.boolean().default(false),
  /** Releases no model with open weights. */
  noOpenWeights: z.boolean().default(false),
  /** Publishes no technique. */
  noPublishing: z.boolean().default(false),
  /** Buys nothing on the grey market. */
  noGreyMarket: z.boolean().default(false),
  /** Hires nobody away from another seat. */
  noPoaching: z.boolean().default(false),
  /** Cash that orders and deals of the turn leave in the purse, thousand dollars. */
  keepCashKusd: z.int().min(0).max(1_000_000_000).default(0),
  /** Political capital that orders of the turn leave. */
  keepCapital: z.int().min(0).max(100).default(0),
});
export type AutopilotLimits = z.infer<typeof autopilotLimitsSchema>;

export const autopilotSchema = z.strictObject({ on: z.boolean(), limits: autopilotLimitsSchema });
export type Autopilot = z.infer<typeof autopilotSchema>;

export const NO_LIMITS: AutopilotLimits = autopilotLimitsSchema.parse({});
