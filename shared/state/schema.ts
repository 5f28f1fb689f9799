/**
 * The state of a match between turns, as data. Stocks are integers; every field declares who may see it. Nothing in
 * it is derived from the wall clock, and nothing is written outside `resolve`.
 */
import { z } from 'zod';
import { LEVER_IDS } from '../ruleset/catalogue.ts';
import { permille } from '../ruleset/schema/actors.ts';
import { lawSettingSchema } from '../ruleset/schema/policy.ts';
import { chipSchema } from '../ruleset/schema/world.ts';
import { idSchema } from '../util/ids.ts';
import { seenBy } from './audience.ts';
import { termSchema } from './deal.ts';

const count = z.int().min(0);
const turnNumber = z.int().min(0);
const byId = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

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

export const blocStateSchema = z.object({
  open: seenBy(
    'public',
    z.object({
      pressure: z.int().min(0).max(100),
      pressureBefore: z.int().min(0).max(100),
      /** Share of what the chip budget could buy that rival laws cut, per mille. */
      deniedPermille: permille,
      /** Openness earned by publishing and open weights. */
      commonsGauge: count,
    }),
  ),
  shared: seenBy(
    'bloc',
    z.object({
      backgroundKusd: count,
      /** Money that its unplayed buyers spent ahead of a control, and now lack. */
      spentAheadKusd: count,
      chips: byId(count),
      /** Effective compute of the whole bloc, of which domestic, thousandths of an H100. */
      computeMilliH100e: count,
      domesticMilliH100e: count,
      wantedMilliH100e: count,
      gotMilliH100e: count,
      /** Domestic share of accelerators delivered last turn, per mille. */
      domesticCardsPermille: permille,
      /** log2 of work per chip and recipe, best lab, in thousandths. */
      efficiencyMilli: z.int(),
    }),
  ),
});

export const lineStateSchema = z.object({
  bloc: idSchema.nullable(),
  units: count,
  yieldPermille: count,
  cumulative: count,
});

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

export const matchStateSchema = z.object({
  scenario: idSchema,
  turn: turnNumber,
  startQuarter: z.int(),
  lengthTurns: z.int(),
  seats: z.array(idSchema),
  ended: z.enum(['no', 'time', 'strait']),
  hidden: seenBy('hidden', z.object({ seed: z.string() })),
  actors: byId(actorStateSchema),
  blocs: byId(blocStateSchema),
  lines: byId(seenBy('bloc', lineStateSchema)),
  /** Designs made in play and sold at least once. */
  designs: byId(chipSchema),
  models: byId(modelSchema),
  laws: byId(lawStateSchema),
  /** By ally, then bloc: 0 to 100. */
  alignment: byId(byId(z.int().min(0).max(100))),
  commons: byId(z.array(idSchema)),
  market: byId(marketSchema),
  flows: byId(flowSchema),
  /** Accelerators found on the grey market by place, last turn. */
  seizures: byId(count),
  escalation: z.int().min(0).max(100),
  /** What each bloc added since the track passed 50. */
  escalationBy: byId(z.int()),
  truces: z.array(z.object({ blocs: z.array(idSchema), untilTurn: turnNumber })),
  deals: byId(seenBy('parties', dealStateSchema)),
  events: byId(z.object({ lastTurn: z.int(), subjects: z.array(z.string()) })),
  freeTalent: count,
  /** Change of prices of use in the coming turn, after a price war, per mille. */
  priceShiftPermille: z.int(),
  history: z.array(standingSchema),
  debrief: seenBy('ended', z.array(debriefRowSchema)),
});

export type Model = z.infer<typeof modelSchema>;
export type Programme = z.infer<typeof programmeSchema>;
export type Run = z.infer<typeof runSchema>;
export type OpenActor = z.infer<typeof openActorSchema>;
export type OwnActor = z.infer<typeof ownActorSchema>;
export type ActorState = z.infer<typeof actorStateSchema>;
export type BlocState = z.infer<typeof blocStateSchema>;
export type LineState = z.infer<typeof lineStateSchema>;
export type LawState = z.infer<typeof lawStateSchema>;
export type DealState = z.infer<typeof dealStateSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type Standing = z.infer<typeof standingSchema>;
export type DebriefRow = z.infer<typeof debriefRowSchema>;
export type MatchState = z.infer<typeof matchStateSchema>;

/** What a seat knows: the same shape, with the parts left out that it may not see. */
export type KnownActor = Omit<ActorState, 'own'> & { own?: OwnActor };
export type KnownBloc = Omit<BlocState, 'shared'> & { shared?: BlocState['shared'] };
export type KnownState = Omit<MatchState, 'hidden' | 'actors' | 'blocs' | 'debrief'> & {
  actors: Record<string, KnownActor>;
  blocs: Record<string, KnownBloc>;
  debrief?: DebriefRow[];
  hidden?: { seed: string };
};
/** One seat's view of the match. */
export interface SeatView {
  seat: string;
  state: KnownState;
}
