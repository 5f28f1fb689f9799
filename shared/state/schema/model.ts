/** Models, and the research and training that lead to them. */
import { z } from 'zod';
import { permille } from '../../ruleset/schema/actors.ts';
import { idSchema } from '../../util/ids.ts';
import { count, turnNumber } from './fields.ts';

/** A trained model; secret until released. Capability in milli-points of the board, compute in 10^18 FLOP. */
export const modelSchema = z.object({
  id: z.string(),
  by: idSchema,
  name: z.string(),
  /** Turn in which it was trained, or -1 for a model that stood at the start. */
  turn: z.int().min(-1),
  capabilityMilli: z.int(),
  agentMilli: count,
  eflop: count,
  costKusd: count,
  open: z.boolean(),
  api: z.boolean(),
  /** Price of use against the going rate, per mille. */
  pricePermille: z.int(),
  /** Techniques that went into it; an open release shows them. */
  techs: z.array(idSchema),
  releasedTurn: z.int(),
});

/** A technology being worked on; `donePermille` of 1000. */
export const programmeSchema = z.object({
  startedTurn: turnNumber,
  donePermille: count,
  paidKusd: count,
  talent: count,
  /** Share of compute given to experiments, per mille. */
  computePermille: permille,
});

/** A training run that stands until `endsTurn` (resolved in that turn). */
export const runSchema = z.object({
  id: z.string(),
  name: z.string(),
  startedTurn: turnNumber,
  endsTurn: turnNumber,
  sharePermille: permille,
  eflop: count,
  domesticEflop: count,
  costKusd: count,
});

export type Model = z.infer<typeof modelSchema>;
export type Run = z.infer<typeof runSchema>;
