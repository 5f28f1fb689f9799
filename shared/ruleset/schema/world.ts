/** Content schemas: the map and what flows over it. Sites, routes, regions, supply lines and chips. */
import { z } from 'zod';
import { idSchema } from '../../util/ids.ts';

export const siteSchema = z.strictObject({
  id: idSchema,
  kind: z.enum([
    'government',
    'lab',
    'chipmaker',
    'foundry',
    'lithography',
    'memory',
    'packaging',
    'hub',
    'port',
    'datacentre',
    'demand',
  ]),
  lat: z.number().min(-60).max(85),
  lon: z.number().min(-180).max(180),
  /** Owning bloc, or null for a site that is not aligned. */
  bloc: idSchema.nullable(),
  region: idSchema.nullable().default(null),
  /** Where the label goes, and the least zoom at which it must show (0 is always). */
  label: z.strictObject({ side: z.enum(['n', 'e', 's', 'w']).default('e'), rank: z.int().min(0).max(4).default(1) }).prefault({}),
  /** For data centres: power that may be built here at most, what it grows a turn, and what building costs. */
  power: z
    .strictObject({
      limitMw: z.int().min(0),
      growthMwPerTurn: z.int().min(0),
      costKusdPerMw: z.int().min(1),
      /** Price of electricity in thousandths of a dollar per kWh. */
      milliUsdPerKwh: z.int().min(1),
      buildTurns: z.int().min(1).max(8),
      /** Compute that strangers may rent here, thousandths of an H100 equivalent; 0 for none. */
      rentalMilliH100e: z.int().min(0).default(0),
      rentalGrowthPermille: z.int().min(0).default(0),
    })
    .optional(),
  source: z.string(),
});

export const routeSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['chips', 'memory', 'tools', 'grey', 'cloud', 'domestic']),
  from: idSchema,
  to: idSchema,
  /** Points between, [longitude, latitude]. */
  via: z.array(z.tuple([z.number(), z.number()])).default([]),
  /** Bloc whose buyers are served, and the supplier whose goods travel, where the flow belongs to one. */
  serves: idSchema.nullable(),
  maker: idSchema.nullable().default(null),
  leadTurns: z.int().min(0).max(4),
  /** Accelerators a turn that fit; null for no limit. */
  capacityUnits: z.int().min(0).nullable().default(null),
  /** Share of the flow to `serves` that takes this way, per mille. */
  sharePermille: z.int().min(0).max(1000).default(1000),
});

export const regionSchema = z.strictObject({
  id: idSchema,
  site: idSchema,
  /** Bloc whose home market it is, or null. */
  bloc: idSchema.nullable(),
  /** Spending on AI use in the first quarter of the base calendar (2022 Q4), thousand dollars a quarter. */
  demandKusd: z.int().min(0),
  users: z.int().min(1),
  growthPermille: z.int(),
  /** Milli-points of capability that a doubling of price is worth to users. */
  priceSensitivityMilli: z.int().min(0),
  /** Milli-points by which open weights are preferred. */
  openTasteMilli: z.int(),
  /** Milli-points by which models of a bloc are preferred, by bloc. */
  affinityMilli: z.record(idSchema, z.int()),
  source: z.string(),
});

export const lineSchema = z.strictObject({
  id: idSchema,
  /** Logic lines give dies, memory lines stacks, packaging lines packages, all a turn. */
  input: z.enum(['logic', 'memory', 'packaging']),
  site: idSchema,
  /** Owning bloc; null for a line that is not aligned. */
  bloc: idSchema.nullable(),
  /** Actors that it can supply. */
  customers: z.array(idSchema).min(1),
  /** Gross dies a wafer (logic), at the reference die. */
  diesPerWafer: z.int().min(1).default(1),
  /** Share of output for accelerators of these customers, per mille. */
  sharePermille: z.int().min(0).max(1000).default(1000),
  maxUnits: z.int().min(1),
  growthPermille: z.int().min(0),
  /** Grows in proportion to unmet orders (an expanding market) when true; by subsidy and pressure when false. */
  marketDriven: z.boolean(),
  source: z.string(),
});

export const chipSchema = z.strictObject({
  id: idSchema,
  maker: idSchema,
  /** Technology without which it can't be made; null for a chip of the start. */
  requires: idSchema.nullable(),
  /** Total processing performance: dense TOPS × bit length. */
  tpp: z.int().min(1),
  memoryGbPerS: z.int().min(1),
  linkGbPerS: z.int().min(1),
  /** Training worth in thousandths of an H100 (dense 8-bit peak), serving worth likewise (by memory bandwidth). */
  trainMilliH100e: z.int().min(1),
  serveMilliH100e: z.int().min(1),
  watts: z.int().min(1),
  priceKusd: z.int().min(1),
  costKusd: z.int().min(1),
  dies: z.int().min(1),
  stacks: z.int().min(0),
  /** Has hardware for 8-bit and 4-bit training, where techniques need it. */
  tags: z.array(z.enum(['fp8', 'fp4', 'supernode'])).default([]),
  /** Chip that it replaces in the maker's line-up. */
  replaces: idSchema.nullable().default(null),
  /** Made for sale under a threshold; designs made in play carry it too. */
  cutDownOf: idSchema.nullable().default(null),
  source: z.string(),
});

export type Site = z.infer<typeof siteSchema>;
export type Route = z.infer<typeof routeSchema>;
export type Region = z.infer<typeof regionSchema>;
export type Line = z.infer<typeof lineSchema>;
export type Chip = z.infer<typeof chipSchema>;
