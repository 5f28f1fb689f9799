/** Content schemas: who plays. Blocs, roles, actors, allies and what actors aim at. */
import { z } from 'zod';
import { idSchema } from '../../util/ids.ts';
import { METRIC_IDS } from '../catalogue.ts';

const hexColour = z.string().regex(/^#[0-9A-F]{6}$/, 'expected a colour like #0A5561');
export const permille = z.int().min(0).max(1000);

export const blocSchema = z.strictObject({
  id: idSchema,
  colourDay: hexColour,
  colourNight: hexColour,
  shape: z.enum(['circle', 'square', 'hexagon', 'triangle', 'diamond']),
  pattern: z.enum(['solid', 'hatched', 'ticks', 'dots']),
  /** Demand region that is this bloc's home market. */
  homeRegion: idSchema,
  /** ISO 3166 numeric codes of the countries drawn in the bloc's colour. */
  countries: z.array(z.string().regex(/^[0-9]{3}$/)),
});

export const roleSchema = z.strictObject({ id: idSchema, icon: z.string() });

export const objectiveSchema = z.strictObject({
  metric: z.enum(METRIC_IDS),
  /** Value of the metric that scores 100, and the one that scores 0; between them linear, outside clamped. */
  full: z.number(),
  zero: z.number(),
  weightPermille: permille,
  /** Scales `full` with the length of the match when the metric counts turns of a 24-turn match. */
  scalesWithTurns: z.boolean().default(false),
});

export const actorSchema = z.strictObject({
  id: idSchema,
  bloc: idSchema,
  role: idSchema,
  /** Two Latin capitals for the seal. */
  initials: z.string().regex(/^[A-Z]{2}$/),
  home: idSchema,
  /** Pull on users beside capability, milli-points, by region. */
  brandMilli: z.record(idSchema, z.int().min(-20000).max(20000)).default({}),
  objectives: z.array(objectiveSchema).min(1),
  /** Preference of the bot that plays it: 0 closed to 1000 open; 0 cautious to 1000 bold. */
  bot: z.strictObject({ openPermille: permille, boldPermille: permille }),
  /** Makes accelerators for itself only (a lab with chips of its own). */
  ownChipsOnly: z.boolean().default(false),
  source: z.string(),
});

export const allySchema = z.strictObject({
  id: idSchema,
  site: idSchema,
  /** Levers whose force depends on this ally. */
  levers: z.array(z.enum(['tools', 'memory', 'chip-threshold', 'cloud'])).min(1),
  source: z.string(),
});

export type Bloc = z.infer<typeof blocSchema>;
export type Objective = z.infer<typeof objectiveSchema>;
export type Actor = z.infer<typeof actorSchema>;
