/** What is measured turn by turn: flows, use, standings, and what only the debrief shows. */
import { z } from 'zod';
import { permille } from '../../ruleset/schema/actors.ts';
import { byId, count } from './fields.ts';

/** Flow over a route last turn: accelerators (or stacks, tools) wanted and delivered. */
export const flowSchema = z.object({ wanted: count, delivered: count, laws: z.array(z.string()) });

/** Use of one region: share per model, per mille of users, and what is spent. */
export const marketSchema = z.object({ demandKusd: count, use: byId(permille), openUse: byId(permille) });

export const standingSchema = z.object({
  turn: z.int(),
  escalation: z.int(),
  blocs: byId(
    z.object({
      bestMilli: z.int(),
      frontier: z.number(),
      reach: z.number(),
      resilience: z.number(),
      score: z.number(),
      pressure: z.int(),
    }),
  ),
  actors: byId(z.object({ bestMilli: z.int(), score: z.number(), usePermille: permille, costKusd: count })),
});

/** What only the debrief may show: one row a turn. */
export const debriefRowSchema = z.object({
  turn: z.int(),
  actors: byId(
    z.object({ trainMilliH100e: count, efficiencyMilli: z.int(), cashKusd: z.int(), talent: count, domesticMilliH100e: count }),
  ),
  blocs: byId(
    z.object({ computeMilliH100e: count, domesticMilliH100e: count, efficiencyMilli: z.int(), domesticCardsPermille: permille }),
  ),
});

export type Flow = z.infer<typeof flowSchema>;
export type Standing = z.infer<typeof standingSchema>;
export type DebriefRow = z.infer<typeof debriefRowSchema>;
