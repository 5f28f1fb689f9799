/** The resolved ruleset: all content of base game and mods after merging, by id, plus switches of the systems. */
import { z } from 'zod';
import { idSchema } from '../../util/ids.ts';
import { SYSTEM_IDS } from '../catalogue.ts';
import { actorSchema, allySchema, blocSchema, roleSchema } from './actors.ts';
import { eventSchema, lawSchema, orderDataSchema } from './policy.ts';
import { parameterSchema, scenarioSchema } from './scenario.ts';
import { branchSchema, techSchema } from './technology.ts';
import { chipSchema, lineSchema, regionSchema, routeSchema, siteSchema } from './world.ts';

/** Kinds of content a mod file may hold, with the schema of one entry. */
export const CONTENT = {
  blocs: blocSchema,
  roles: roleSchema,
  actors: actorSchema,
  allies: allySchema,
  sites: siteSchema,
  routes: routeSchema,
  regions: regionSchema,
  lines: lineSchema,
  chips: chipSchema,
  branches: branchSchema,
  techs: techSchema,
  laws: lawSchema,
  events: eventSchema,
  orders: orderDataSchema,
  scenarios: scenarioSchema,
  parameters: parameterSchema,
} as const;
export type ContentKind = keyof typeof CONTENT;
export const CONTENT_KINDS = Object.keys(CONTENT) as ContentKind[];

export const rulesetSchema = z.strictObject({
  format: z.literal(1),
  mods: z.array(z.strictObject({ id: z.string(), version: z.string() })),
  systems: z.record(z.enum(SYSTEM_IDS), z.boolean()),
  blocs: z.record(idSchema, blocSchema),
  roles: z.record(idSchema, roleSchema),
  actors: z.record(idSchema, actorSchema),
  allies: z.record(idSchema, allySchema),
  sites: z.record(idSchema, siteSchema),
  routes: z.record(idSchema, routeSchema),
  regions: z.record(idSchema, regionSchema),
  lines: z.record(idSchema, lineSchema),
  chips: z.record(idSchema, chipSchema),
  branches: z.record(idSchema, branchSchema),
  techs: z.record(idSchema, techSchema),
  laws: z.record(idSchema, lawSchema),
  events: z.record(idSchema, eventSchema),
  orders: z.record(idSchema, orderDataSchema),
  scenarios: z.record(idSchema, scenarioSchema),
  parameters: z.record(idSchema, parameterSchema),
});
export type Ruleset = z.infer<typeof rulesetSchema>;

/** Manifest of a mod, `mod.json`. */
export const manifestSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  format: z.literal(1),
  game: z.string().optional(),
  title: z.string().max(80),
  licence: z.string(),
  credits: z.array(z.string()).default([]),
  requires: z.array(z.string()).default([]),
  conflicts: z.array(z.string()).default([]),
  after: z.array(z.string()).default([]),
  renames: z.record(idSchema, idSchema).default({}),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** One change of a patch file in `patches/`. */
export const patchSchema = z.strictObject({
  /** What is changed: kind of content and id, then a dotted path inside it, as `techs base:fp8 priceKusd`. */
  kind: z.enum(CONTENT_KINDS as [ContentKind, ...ContentKind[]]),
  id: idSchema,
  path: z.string().default(''),
  op: z.enum(['set', 'add', 'scale', 'append', 'remove', 'delete']),
  value: z.json().optional(),
  /** Fails unless the field has this value before. */
  expect: z.json().optional(),
});
export type Patch = z.infer<typeof patchSchema>;
