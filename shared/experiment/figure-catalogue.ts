/** The closed catalogue of figures that an experiment may compare; files name them, code reads them off a finished match. */
import { bestModel, blocIds } from '../rules/know.ts';
import type { SystemId } from '../ruleset/catalogue.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { DebriefRow, Model, Standing } from '../state/schema.ts';
import { sortedEntries, sortedValues } from '../util/ids.ts';
import { blocComputeK, controlledBloc, domesticCardsPercentLately, efficiency, outcomeOfSystem } from './figures.ts';
import type { MatchRecord } from './simulate.ts';

export interface FigureAt {
  readonly ruleset: Ruleset;
  /** Whose figure: a bloc, a seat or a system; empty where there is none. */
  readonly of: string;
  /** After so many turns; at the end where left out or later. */
  readonly turns: number | undefined;
  /** Accounts that did not balance, added up over the turns. */
  readonly unbalanced: number;
}

export interface FigureInfo {
  readonly of: 'bloc' | 'seat' | 'system' | null;
  readonly unit: string;
  readonly doc: string;
  /** Whether it can be read after a number of turns. */
  readonly atTurn: boolean;
  readonly read: (record: MatchRecord, at: FigureAt) => number;
}

/** A model counts as at the frontier when it is this near to the leader, thousandths of a point. */
const FRONTIER_MILLI = 4000;
/** And as cheap when the leader cost this many times as much. */
const CHEAPER = 10;
/** Distance where no model was cheap enough. */
const NO_SUCH_MODEL_MILLI = 100_000;

const lastBy = <T extends { turn: number }>(rows: readonly T[], turns: number | undefined): T | undefined =>
  rows.findLast((row) => turns === undefined || row.turn < turns);
const standingAt = (record: MatchRecord, { turns }: FigureAt): Standing | undefined => lastBy(record.state.history, turns);
const debriefAt = (record: MatchRecord, { turns }: FigureAt): DebriefRow | undefined => lastBy(record.state.debrief, turns);
const blocAt = (record: MatchRecord, at: FigureAt): Standing['blocs'][string] | undefined => standingAt(record, at)?.blocs[at.of];
const flag = (yes: boolean): number => (yes ? 1 : 0);

type Read = FigureInfo['read'];
const ofBloc = (unit: string, doc: string, atTurn: boolean, read: Read): FigureInfo => ({ of: 'bloc', unit, doc, atTurn, read });
const ofSeat = (unit: string, doc: string, atTurn: boolean, read: Read): FigureInfo => ({ of: 'seat', unit, doc, atTurn, read });
const ofAll = (unit: string, doc: string, atTurn: boolean, read: Read): FigureInfo => ({ of: null, unit, doc, atTurn, read });

export const FIGURES = {
  'bloc-compute': ofBloc('thousand H100', 'Effective compute of a bloc.', true, (record, at) =>
    at.turns === undefined ? blocComputeK(at.of)(record) : (debriefAt(record, at)?.blocs[at.of]?.computeMilliH100e ?? 0) / 1e6,
  ),
  'bloc-efficiency': ofBloc(
    'doublings',
    'Recipe and work per chip of the best lab of a bloc, mean of the last three turns.',
    false,
    (record, { of }) => efficiency(of)(record),
  ),
  'bloc-domestic-share': ofBloc(
    'per cent',
    'Domestic share of the accelerators delivered, mean of the last three turns.',
    false,
    (record, { of }) => domesticCardsPercentLately(of)(record),
  ),
  'bloc-score': ofBloc('points', 'Score of a bloc.', true, (record, at) => blocAt(record, at)?.score ?? 0),
  'bloc-lead': ofBloc('points', 'Score of a bloc less that of the best other one.', true, (record, at) => {
    const others = sortedEntries(standingAt(record, at)?.blocs ?? {}).filter(([id]) => id !== at.of);
    return (blocAt(record, at)?.score ?? 0) - Math.max(0, ...others.map(([, row]) => row.score));
  }),
  'bloc-resilience': ofBloc(
    'points',
    'Share of compute that survives when the rivals cut all they can.',
    true,
    (record, at) => blocAt(record, at)?.resilience ?? 0,
  ),
  'bloc-best-model': ofBloc(
    'points',
    'Capability of the best public model of a bloc.',
    true,
    (record, at) => (blocAt(record, at)?.bestMilli ?? 0) / 1000,
  ),
  'bloc-lag': ofBloc(
    'months',
    'Time since the best public model of others was as good as that of the bloc is; quarters are interpolated.',
    true,
    (record, at) => lagMonths(record, at),
  ),
  'bloc-pressure': ofBloc('points', 'Pressure on a bloc.', true, (record, at) => blocAt(record, at)?.pressure ?? 0),
  'bloc-wins': ofBloc('share', '1 when the bloc wins.', false, (record, { of }) => flag(record.winningBloc === of)),
  'bloc-blamed': ofBloc('share', '1 when the bloc has lost by closing the strait.', false, (record, { of }) =>
    flag(record.blamedBloc === of),
  ),
  'seat-wins': ofSeat('share', '1 when the seat wins.', false, (record, { of }) => flag(record.winner === of)),
  'seat-score': ofSeat('points', 'Score of a seat.', true, (record, at) => standingAt(record, at)?.actors[at.of]?.score ?? 0),
  'seat-revenue': ofSeat(
    'million dollars',
    'Revenue of the last turn.',
    false,
    (record, { of }) => (record.state.actors[of]?.own.revenueKusd ?? 0) / 1000,
  ),
  'system-outcome': {
    of: 'system',
    unit: 'as its system has',
    doc: 'The outcome that must change when the system is switched off.',
    atTurn: false,
    read: (record, { ruleset, of }) => outcomeOfSystem(ruleset, controlledBloc(record, ruleset))[of as SystemId]?.(record) ?? 0,
  },
  'best-model': ofAll(
    'points',
    'Capability of the best public model.',
    false,
    (record, { ruleset }) => (bestModel({ ruleset, state: record.state }, {})?.capabilityMilli ?? 0) / 1000,
  ),
  'best-efficiency': ofAll('doublings', 'Recipe and work per chip of the best lab of all.', false, (record, { ruleset }) =>
    Math.max(...blocIds({ ruleset, state: record.state }).map((bloc) => efficiency(bloc)(record))),
  ),
  'underdog-reaches': ofAll(
    'share',
    'Some lab has come within 4 points of the best public model of others with one that cost a tenth of it, or less.',
    false,
    (record) => flag(underdogGapMilli(record) <= FRONTIER_MILLI),
  ),
  'underdog-gap': ofAll(
    'points',
    'Least distance to the best public model of one that cost a tenth of it, or less.',
    false,
    (record) => underdogGapMilli(record) / 1000,
  ),
  escalation: ofAll('points', 'The shared track.', true, (record, at) => standingAt(record, at)?.escalation ?? 0),
  strait: ofAll('share', '1 when the strait closed.', false, (record) => flag(record.ended === 'strait')),
  turns: ofAll('turns', 'Length of the match.', false, (record) => record.turns),
  unbalanced: ofAll(
    'accounts',
    'Accounts of money and chips, turn by turn, that the ledger does not explain, and labs that used compute they had not.',
    false,
    (_record, { unbalanced }) => unbalanced,
  ),
} as const satisfies Record<string, FigureInfo>;
export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as [FigureId, ...FigureId[]];

const MONTHS_PER_TURN = 3;

/** No lag where the bloc leads; never more than the time played. */
function lagMonths(record: MatchRecord, at: FigureAt): number {
  const rows = record.state.history.filter((row) => row.turn >= 0 && (at.turns === undefined || row.turn < at.turns));
  const othersBest = rows.map(({ blocs }) =>
    Math.max(0, ...sortedEntries(blocs).map(([id, { bestMilli }]) => (id === at.of ? 0 : bestMilli))),
  );
  const own = rows[rows.length - 1]?.blocs[at.of]?.bestMilli ?? 0;
  const reached = othersBest.findIndex((best) => best > own);
  if (reached === -1) return 0;
  const [before = own, after = own] = [othersBest[reached - 1], othersBest[reached]];
  const within = reached === 0 || after === before ? 1 : Math.max(0, (own - before) / (after - before));
  return MONTHS_PER_TURN * (rows.length - 1 - (reached - 1 + within));
}

/** Each model made in play against the best one that others had public when it came out. */
function underdogGapMilli(record: MatchRecord): number {
  const models = sortedValues(record.state.models);
  let least = NO_SUCH_MODEL_MILLI;
  for (const model of models) {
    if (model.turn < 0) continue;
    const leader = models
      .filter((other) => other.by !== model.by && other.releasedTurn <= model.releasedTurn)
      .reduce<Model | null>(
        (best, other) => (best === null || other.capabilityMilli > best.capabilityMilli ? other : best),
        null,
      );
    if (leader !== null && model.costKusd * CHEAPER <= leader.costKusd)
      least = Math.min(least, Math.max(0, leader.capabilityMilli - model.capabilityMilli));
  }
  return least;
}
