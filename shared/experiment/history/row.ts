/** The figures of one played quarter that the checks of history compare. */
import { bestModel, blocOf } from '../../rules/know.ts';
import { successChance } from '../../rules/phases/training.ts';
import { startTurn } from '../../rules/turn.ts';
import type { Ledger } from '../../state/ledger.ts';
import { sortedValues } from '../../util/ids.ts';
import { blocInstalledMilli, cardsTo, inflow, installedMilli } from './chips-read.ts';
import type { HistoryGround } from './ground.ts';
import { cheapest, openDownloads, openUse } from './market-read.ts';
import type { HistoryScript } from './script.ts';

/** ECI is the board scale plus this. */
export const ECI_OFFSET = 67;

export interface HistoryRow {
  /** Index of the quarter that was played. */
  quarter: number;
  leaderEci: number;
  followerEci: number;
  /** Use of open weights in the world, by spending, per cent of all spending at the start. */
  leaderOpen: number;
  followerOpen: number;
  /**
   * Downloads of open weights in the quarter, on the same scale: developers make them, and their number goes with spending on AI
   * rather than with people online.
   */
  leaderDownloads: number;
  followerDownloads: number;
  /** Thousand accelerators made by the follower's maker. */
  followerMade: number;
  /** What cut the follower's production this turn, or null. */
  shortInput: string | null;
  /** Thousand H100 equivalents sold legally by the leader's maker to the follower's bloc. */
  legalInflow: number;
  /** True in the quarters of notice: a control on chips is announced and does not bite yet. */
  notice: boolean;
  /** Memory stacks bought ahead by the follower's maker, thousands. */
  memoryStock: number;
  /** Accelerators that reached the follower's bloc, legally or not, thousands. */
  cards: number;
  /** Those of them made there, thousands. */
  domesticCards: number;
  /** Chips in use at the leader's first lab, owned or rented, thousand H100 equivalents by rating. */
  leaderLabCompute: number;
  /** Chips in use in the follower's bloc, thousand H100 equivalents by rating. */
  followerCompute: number;
  leaderReasoning: boolean;
  followerReasoning: boolean;
  /** Lowest price of use at the level of the leader's first model; only its ratios mean something. */
  priceIndex: number;
  /** Chance that a run wholly on domestic chips succeeds. */
  domesticSuccess: number;
}

/** Inputs by the rule that names them as the shortest. */
const SHORT_INPUT: Readonly<Record<string, string>> = {
  'rule.short.logic': 'logic',
  'rule.short.memory': 'memory',
  'rule.short.packaging': 'packaging',
};

/** @param before How things stood when the quarter began; null in the first. */
export function rowOf(
  ground: HistoryGround,
  before: HistoryGround | null,
  script: HistoryScript,
  quarter: number,
  ledger: Ledger,
): HistoryRow {
  const { state } = ground;
  const eci = (bloc: string): number => (bestModel(ground, { bloc })?.capabilityMilli ?? 0) / 1000 + ECI_OFFSET;
  const made = ledger.filter(
    (entry) => entry.topic === 'chips' && entry.from === 'world:fabs' && entry.to === `actor:${script.followerMaker}/inventory`,
  );
  const short = made.flatMap((entry) => entry.causes).find((cause) => SHORT_INPUT[cause.id] !== undefined);
  const follower = state.actors[script.followerMaker];
  return {
    quarter,
    leaderEci: eci(script.leader),
    followerEci: eci(script.follower),
    leaderOpen: openUse(ground, script.leader),
    followerOpen: openUse(ground, script.follower),
    leaderDownloads: openDownloads(ground, before, script.leader),
    followerDownloads: openDownloads(ground, before, script.follower),
    followerMade: made.reduce((sum, entry) => sum + entry.amount, 0) / 1000,
    shortInput: short === undefined ? null : (SHORT_INPUT[short.id] ?? null),
    legalInflow: inflow(ground, script, ledger),
    notice: sortedValues(state.laws).some(
      (law) => law.lever === 'chip-threshold' && law.target === script.follower && law.forceTurn >= state.turn,
    ),
    memoryStock: (follower?.own.memoryStacks ?? 0) / 1000,
    ...cardsTo(ground, script, ledger),
    leaderLabCompute: installedMilli(ground, script.leaderLab) / 1e6,
    followerCompute: blocInstalledMilli(ground, script.follower) / 1e6,
    leaderReasoning: hasTech(ground, script.leader, script.reasoning),
    followerReasoning: hasTech(ground, script.follower, script.reasoning),
    priceIndex: cheapest(ground, script.priceLevelMilli),
    domesticSuccess: domesticChance(ground, script),
  };
}

const hasTech = (ground: HistoryGround, bloc: string, tech: string): boolean =>
  sortedValues(ground.state.models).some((model) => blocOf(ground, model.by) === bloc && model.techs.includes(tech));

/** Chance that a run wholly on domestic chips succeeds at the follower's first lab. */
function domesticChance({ ruleset, state }: HistoryGround, script: HistoryScript): number {
  const lab = Object.keys(state.actors)
    .sort()
    .find(
      (id) =>
        state.actors[id]?.bloc === script.follower && id !== script.followerMaker && state.actors[id]?.open.capital === null,
    );
  return lab === undefined ? 0 : successChance(startTurn(ruleset, state, [], [], true), lab, 1);
}
