/** Content schemas: branches of research, technologies and their declarative effects. */
import { z } from 'zod';
import { idSchema } from '../../util/ids.ts';
import { STAT_IDS } from '../catalogue.ts';

export const branchSchema = z.strictObject({
  id: idSchema,
  letter: z.string().regex(/^[A-Z]$/),
  colour: z.string().regex(/^#[0-9A-F]{6}$/),
  /** Roles that may research it. */
  roles: z.array(idSchema).min(1),
  /** Multiplies the list price, per mille. */
  pricePermille: z.int().min(0),
  /** Percent of speed gained per hundred points of pressure. */
  pressureSpeedPercent: z.int().min(0).max(500),
  pressurePricePercent: z.int().min(0).max(90),
  /** How far a lab's speed follows its compute: exponent, per mille; without it the parameter research-compute-power. */
  computePowerPermille: z.int().min(0).max(1000).optional(),
});

export const effectSchema = z.strictObject({
  stat: z.enum(STAT_IDS),
  /** Per mille for statistics that scale (1000 is no change), else the unit of the statistic. */
  value: z.int(),
  /** Whom it helps: the actor that knows it, or its whole bloc. */
  scope: z.enum(['actor', 'bloc']).default('actor'),
  /** Only on chips that carry this tag. */
  chipTag: z.enum(['fp8', 'fp4', 'supernode']).optional(),
});

export const techSchema = z.strictObject({
  id: idSchema,
  branch: idSchema,
  code: z.string().regex(/^[A-Z][0-9]{1,2}$/),
  column: z.int().min(1).max(12),
  requires: z.array(idSchema).default([]),
  /** List price before discounts. Statecraft costs capital instead. */
  priceKusd: z.int().min(0),
  capital: z.int().min(0).default(0),
  talent: z.int().min(0),
  durationTurns: z.int().min(1).max(8),
  /** Blocs whose actors may research it; empty for all. */
  blocs: z.array(idSchema).default([]),
  /** Bloc members get it when one of them knows it (infrastructure, tools of the state). */
  sharedInBloc: z.boolean().default(false),
  effects: z.array(effectSchema).default([]),
  /**
   * Start technologies and long shots are not judged by their use; a road may be learned by all. What another technology
   * needs is a road without a mark (`shared/experiment/tech-marks.ts`).
   */
  mark: z.enum(['start', 'road', 'long-shot']).optional(),
  source: z.string(),
});

export type Branch = z.infer<typeof branchSchema>;
export type Effect = z.infer<typeof effectSchema>;
export type Tech = z.infer<typeof techSchema>;
