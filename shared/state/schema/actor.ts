/** An actor: what all see of it, and what only it knows. */
import { z } from 'zod';
import { LEVER_IDS } from '../../ruleset/catalogue.ts';
import { permille } from '../../ruleset/schema/actors.ts';
import { chipSchema } from '../../ruleset/schema/world.ts';
import { idSchema } from '../../util/ids.ts';
import { seenBy } from '../audience.ts';
import { byId, count, turnNumber } from './fields.ts';
import { modelSchema, programmeSchema, runSchema } from './model.ts';

export const openActorSchema = z.object({
  trust: z.int(),
  /** Political capital of a government, else null. */
  capital: z.int().nullable(),
  /** Steps of enforcement by place. */
  enforcement: byId(count),
  /** Chips set aside: by chip, then by bloc or actor. */
  setAside: byId(byId(count)),
  /** Prices asked for chips, thousand dollars. */
  pricesKusd: byId(count),
  /** Money a government gives, by purpose: total so far, thousand dollars. */
  subsidiesKusd: byId(count),
  /** Cheaper laws after an event, used once. */
  discounts: z.array(z.object({ lever: z.enum(LEVER_IDS), permille: z.int(), untilTurn: turnNumber })),
  lobbying: byId(z.int()),
  /** Turn of the last public release, or -1. */
  lastReleaseTurn: z.int(),
});

export const ownActorSchema = z.object({
  cashKusd: z.int(),
  talent: count,
  /** Researchers who start next turn. */
  talentArriving: count,
  chips: byId(count),
  greyChips: byId(count),
  arriving: z.array(z.object({ chip: idSchema, units: count, dueTurn: turnNumber, grey: z.boolean() })),
  powerMw: byId(count),
  builds: z.array(z.object({ site: idSchema, mw: count, dueTurn: turnNumber })),
  rentals: z.array(
    z.object({
      site: idSchema.nullable(),
      from: idSchema.nullable(),
      milliH100e: count,
      untilTurn: turnNumber,
      kusdPerTurn: count,
    }),
  ),
  techs: byId(turnNumber),
  programmes: byId(programmeSchema),
  run: runSchema.nullable(),
  /** Work saved from a failed run, for the next one. */
  savedEflop: count,
  models: byId(modelSchema),
  /** Best own capability that gives a start to the next run by distilling a rival. */
  distilled: z.object({ from: idSchema, capabilityMilli: z.int(), untilTurn: turnNumber }).nullable(),
  distilReadyTurn: turnNumber,
  raiseReadyTurn: turnNumber,
  investorSharePermille: count,
  /** Licences from deals: technologies at half price. */
  licences: byId(turnNumber),
  /** Outside engineers on the own clusters: maker's chips work better until this turn. */
  engineers: byId(turnNumber),
  /** Effective compute after the last installation, thousandths of an H100. */
  trainMilliH100e: count,
  serveMilliH100e: count,
  rentedMilliH100e: count,
  domesticMilliH100e: count,
  /** Share of the raw compute that does useful work, per mille. */
  usefulPermille: count,
  powerNeededMw: count,
  revenueKusd: count,
  abroadRevenueKusd: count,
  spentKusd: count,
  usedServeMilliH100e: count,
  incomeKusdPerTurn: count,
  /** What was learned of others: low and high of an estimate, until a turn. */
  intel: byId(
    z.object({ target: idSchema, topic: z.string(), low: z.number(), high: z.number(), turn: turnNumber, untilTurn: turnNumber }),
  ),
  /** Chipmakers. */
  inventory: byId(count),
  designs: byId(chipSchema),
  designing: z.array(z.object({ chip: idSchema, dueTurn: turnNumber, design: chipSchema })),
  offshoreDies: count,
  memoryStacks: count,
  softwarePermille: permille,
  reservations: z.array(z.object({ input: z.enum(['logic', 'memory', 'packaging']), units: count, untilTurn: turnNumber })),
  /** Orders for own chips last turn: by chip, then by bloc. */
  wanted: byId(byId(count)),
  madeByTurn: z.array(count),
  salesByTurnKusd: z.array(count),
  rivalSalesByTurnKusd: z.array(count),
  /** Running counts for the objective, by metric. */
  counters: byId(z.number()),
});

export const actorStateSchema = z.object({
  bloc: idSchema,
  role: idSchema,
  open: seenBy('public', openActorSchema),
  own: seenBy('owner', ownActorSchema),
});

export type OpenActor = z.infer<typeof openActorSchema>;
export type OwnActor = z.infer<typeof ownActorSchema>;
export type ActorState = z.infer<typeof actorStateSchema>;
