/**
 * The state of a match between turns, as data; its parts are in `schema/`. Stocks are integers; every field declares who
 * may see it. Nothing in it is derived from the wall clock, and nothing is written outside `resolve`.
 */
import { z } from 'zod';
import { chipSchema } from '../ruleset/schema/world.ts';
import { idSchema } from '../util/ids.ts';
import { seenBy } from './audience.ts';
import { type ActorState, actorStateSchema, type OwnActor } from './schema/actor.ts';
import { dealStateSchema, lawStateSchema } from './schema/agreements.ts';
import { type BlocState, blocStateSchema, lineStateSchema } from './schema/bloc.ts';
import { byId, count, turnNumber } from './schema/fields.ts';
import { modelSchema } from './schema/model.ts';
import { type DebriefRow, debriefRowSchema, flowSchema, marketSchema, standingSchema } from './schema/records.ts';

export type { ActorState, OpenActor, OwnActor } from './schema/actor.ts';
export type { LawState } from './schema/agreements.ts';
export type { BlocState } from './schema/bloc.ts';
export type { Model, Run } from './schema/model.ts';
export type { DebriefRow, Flow, Standing } from './schema/records.ts';

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
