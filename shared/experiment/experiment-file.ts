/** The form of an experiment file: what is played, which figures are read, what must hold, and where it must fail. */
import { z } from 'zod';
import { idSchema } from '../util/ids.ts';
import { changeSchema } from './change.ts';
import { FIGURE_IDS } from './figure-catalogue.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected lower-case words joined by hyphens');

export const figureSchema = z.strictObject({
  figure: z.enum(FIGURE_IDS),
  /** The bloc, seat or system whose figure it is. */
  of: z.string().optional(),
  /** Read after so many turns; else at the end. */
  turn: z.int().min(1).max(60).optional(),
});
export type FigureSpec = z.infer<typeof figureSchema>;

const title = z.string().max(200).optional();
/** `treated` less `control`, game by game: the 95 % interval lies above, below or apart from `than`. */
const effect = z.strictObject({
  is: z.enum(['above', 'below', 'apart']),
  title,
  figure: key,
  control: key,
  treated: key,
  than: z.number().default(0),
});
/** The mean of an arm lies within bounds. */
const within = z.strictObject({ is: z.literal('within'), title, figure: key, arm: key, low: z.number(), high: z.number() });
/** Share of games in which the figure is higher in `treated` than in `control`, of those in which it differs. */
const higher = z.strictObject({
  is: z.literal('share-higher'),
  title,
  figure: key,
  control: key,
  treated: key,
  low: z.number(),
  high: z.number(),
});
/** The arm has a higher figure than each other one, by the 95 % interval. */
const best = z.strictObject({ is: z.literal('best'), title, figure: key, arm: key, among: z.array(key).min(1) });
/** The figure has this value in every game. */
const always = z.strictObject({ is: z.literal('always'), title, figure: key, arm: key, value: z.number() });
/** Both arms end in the same state, game by game, bit for bit. */
const same = z.strictObject({ is: z.literal('same'), title, control: key, treated: key });
/** No technology or order is useless or a must; marked technologies aside. */
const used = z.strictObject({
  is: z.literal('used'),
  title,
  what: z.enum(['techs', 'orders']),
  arm: key,
  low: z.number(),
  high: z.number(),
});
/** All checks of the script of history pass; arms of the worlds `history`, `none` and `maximal`. */
const history = z.strictObject({ is: z.literal('history'), title, history: key, none: key, maximal: key });
const group = z.strictObject({
  is: z.enum(['all', 'any']),
  title,
  get of(): z.ZodArray<z.ZodType<Condition>> {
    return z.array(conditionSchema).min(1);
  },
});

export type LeafCondition =
  | z.infer<typeof effect>
  | z.infer<typeof within>
  | z.infer<typeof higher>
  | z.infer<typeof best>
  | z.infer<typeof always>
  | z.infer<typeof same>
  | z.infer<typeof used>
  | z.infer<typeof history>;
export type GroupCondition = { is: 'all' | 'any'; title?: string | undefined; of: Condition[] };
export type Condition = LeafCondition | GroupCondition;
export const conditionSchema: z.ZodType<Condition> = z.discriminatedUnion('is', [
  effect,
  within,
  higher,
  best,
  always,
  same,
  used,
  history,
  group,
]) as unknown as z.ZodType<Condition>;

/** What a free experiment varies: a parameter over values or a range, or named changes of any kind. */
export const factorSchema = z.strictObject({
  parameter: idSchema.optional(),
  values: z.array(z.number()).min(1).max(50).optional(),
  /** Ends of the range; where left out, the ruleset's own. */
  range: z.tuple([z.number(), z.number()]).optional(),
  /** Steps of a full factorial over the range. */
  steps: z.int().min(2).max(50).default(3),
  /** Orders, laws, bots, systems, mods and so on, by name. */
  levels: z.record(key, changeSchema).optional(),
});
export type Factor = z.infer<typeof factorSchema>;

export const experimentSchema = z.strictObject({
  id: key,
  title: z.string().max(200),
  /** The statement in full, and how it is put to the test. */
  text: z.string().max(2000).default(''),
  scenario: idSchema,
  games: z.int().min(1).max(100_000),
  /** Names the series of seeds; the id where left out. */
  series: z.string().max(60).optional(),
  maxTurns: z.int().min(1).max(60).optional(),
  /** Changed in every arm. */
  base: changeSchema.default({}),
  arms: z.record(key, changeSchema),
  figures: z.record(key, figureSchema).default({}),
  verdict: conditionSchema.optional(),
  /** The mechanism behind the statement switched off: the verdict must fail. */
  ablation: z.strictObject({ title: z.string().max(200), change: changeSchema }).optional(),
  vary: z
    .strictObject({
      design: z.enum(['factorial', 'sampled']),
      /** Points of a sampled design. */
      samples: z.int().min(2).max(10_000).default(20),
      factors: z.record(key, factorSchema),
    })
    .optional(),
});
export type Experiment = z.infer<typeof experimentSchema>;

export const isGroup = (condition: Condition): condition is GroupCondition => condition.is === 'all' || condition.is === 'any';

/** All leaves of a condition, in the order written. */
export function leavesOf(condition: Condition): LeafCondition[] {
  return isGroup(condition) ? condition.of.flatMap(leavesOf) : [condition];
}

/** Arms that a leaf compares. */
export function armsOf(leaf: LeafCondition): string[] {
  if (leaf.is === 'best') return [leaf.arm, ...leaf.among];
  if (leaf.is === 'history') return [leaf.history, leaf.none, leaf.maximal];
  return 'arm' in leaf ? [leaf.arm] : [leaf.control, leaf.treated];
}
