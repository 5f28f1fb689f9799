/** What binds: laws in force or announced, and deals that were signed. */
import { z } from 'zod';
import { LEVER_IDS } from '../../ruleset/catalogue.ts';
import { lawSettingSchema } from '../../ruleset/schema/policy.ts';
import { idSchema } from '../../util/ids.ts';
import { termSchema } from '../deal.ts';
import { turnNumber } from './fields.ts';

export const lawStateSchema = z.object({
  id: z.string(),
  law: idSchema,
  lever: z.enum(LEVER_IDS),
  by: idSchema,
  bloc: idSchema,
  /** Bloc or actor that it is aimed at. */
  target: idSchema,
  chip: idSchema.nullable(),
  setting: lawSettingSchema,
  announcedTurn: z.int(),
  /** First turn in which it is in force. */
  forceTurn: z.int(),
  untilTurn: z.int().nullable(),
});

export const dealStateSchema = z.object({
  id: z.string(),
  parties: z.array(idSchema),
  signedTurn: turnNumber,
  untilTurn: turnNumber,
  terms: z.array(termSchema),
  broken: z.boolean(),
});

export type LawState = z.infer<typeof lawStateSchema>;
