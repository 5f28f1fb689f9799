/** Plays the script of history on a ruleset and keeps, turn by turn, the figures that the checks compare. */
import { bestModel, blocOf, chipSpec } from '../../rules/know.ts';
import type { Order } from '../../rules/order-kind.ts';
import { successChance } from '../../rules/phases/training.ts';
import { statOf } from '../../rules/stats.ts';
import { startTurn } from '../../rules/turn.ts';
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { Ledger } from '../../state/ledger.ts';
import type { MatchState } from '../../state/schema.ts';
import { sortedEntries, sortedValues } from '../../util/ids.ts';
import { quarterIndex } from '../../util/quarter.ts';
import { playMatch } from '../simulate.ts';
import type { HistoryScript } from './script.ts';

/** ECI is the board scale plus this. */
export const ECI_OFFSET = 67;

export interface HistoryRow {
  /** Index of the quarter that was played. */
  quarter: number;
  leaderEci: number;
  followerEci: number;
  /** Shares of open use in the world, per cent. */
  leaderOpen: number;
  followerOpen: number;
  /** Thousand accelerators made by the follower's maker. */
  followerMade: number;
  /** What cut the follower's production this turn, or null. */
  shortInput: string | null;
  /** Thousand H100 equivalents sold legally by the leader's maker to the follower's bloc. */
  legalInflow: number;
  /** Memory stacks bought ahead by the follower's maker, thousands. */
  memoryStock: number;
  /** Domestic share of accelerators delivered to the follower's bloc, per cent. */
  domesticShare: number;
  leaderLabCompute: number;
  followerCompute: number;
  leaderReasoning: boolean;
  followerReasoning: boolean;
  /** Lowest price of use at the level of the leader's first model, against the start. */
  priceIndex: number;
  /** Chance that a run wholly on domestic chips succeeds. */
  domesticSuccess: number;
}

export interface PlayedHistory {
  rows: HistoryRow[];
  refused: { quarter: number; seat: string; order: Order; reason: string }[];
}

export function playHistory(ruleset: Ruleset, script: HistoryScript, seed: string, orders = script.orders): PlayedHistory {
  const rows: HistoryRow[] = [];
  const refused: PlayedHistory['refused'] = [];
  const scenario = ruleset.scenarios[script.scenario];
  const start = scenario === undefined ? 0 : quarterIndex(scenario.startYear, scenario.startQuarter);
  const change = (turn: number, seat: string, own: Order[]): Order[] => {
    const kinds = script.scripted[seat] ?? [];
    const given = orders
      .filter((item) => item.seat === seat && quarterIndex(item.year, item.quarter) === start + turn)
      .map((item) => item.order);
    return [...given, ...own.filter((order) => !kinds.includes(order.kind))];
  };
  playMatch(ruleset, {
    scenario: script.scenario,
    seed,
    bots: Object.fromEntries(Object.keys(ruleset.actors).map((id) => [id, script.bots])),
    change,
    maxTurns: script.turns,
    onTurn: ({ turn, resolution }) => {
      rows.push(rowOf(ruleset, script, start + turn, resolution.state, resolution.ledger));
      for (const [seat, list] of sortedEntries(resolution.refused)) {
        for (const { order, reason } of list) {
          if ((script.scripted[seat] ?? []).includes(order.kind))
            refused.push({ quarter: start + turn, seat, order, reason: reason.id });
        }
      }
    },
  });
  return { rows, refused };
}

/** Inputs by the rule that names them as the shortest. */
const SHORT_INPUT: Readonly<Record<string, string>> = {
  'rule.short.logic': 'logic',
  'rule.short.memory': 'memory',
  'rule.short.packaging': 'packaging',
};

function rowOf(ruleset: Ruleset, script: HistoryScript, quarter: number, state: MatchState, ledger: Ledger): HistoryRow {
  const ground = { ruleset, state };
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
    leaderOpen: openShare(ground, script.leader),
    followerOpen: openShare(ground, script.follower),
    followerMade: made.reduce((sum, entry) => sum + entry.amount, 0) / 1000,
    shortInput: short === undefined ? null : (SHORT_INPUT[short.id] ?? null),
    legalInflow: inflow(ground, script, ledger),
    memoryStock: (follower?.own.memoryStacks ?? 0) / 1000,
    domesticShare: (state.blocs[script.follower]?.shared.domesticCardsPermille ?? 0) / 10,
    leaderLabCompute: (state.actors[script.leaderLab]?.own.trainMilliH100e ?? 0) / 1e6,
    followerCompute: (state.blocs[script.follower]?.shared.computeMilliH100e ?? 0) / 1e6,
    leaderReasoning: hasTech(ground, script.leader, script.reasoning),
    followerReasoning: hasTech(ground, script.follower, script.reasoning),
    priceIndex: cheapest(ground, script.priceLevelMilli),
    domesticSuccess: chanceOf(ruleset, state, script),
  };
}

type Ground = { ruleset: Ruleset; state: MatchState };

function openShare(ground: Ground, bloc: string): number {
  let sum = 0;
  let users = 0;
  for (const [region, market] of sortedEntries(ground.state.market)) {
    const weight = ground.ruleset.regions[region]?.users ?? 1;
    users += weight;
    for (const [model, share] of sortedEntries(market.openUse)) {
      const by = ground.state.models[model]?.by;
      if (by !== undefined && blocOf(ground, by) === bloc) sum += share * weight;
    }
  }
  return users === 0 ? 0 : sum / users / 10;
}

/** Chips that the leader's maker sold to buyers of the follower's bloc, thousand H100 equivalents. */
function inflow(ground: Ground, script: HistoryScript, ledger: Ledger): number {
  let milli = 0;
  for (const entry of ledger) {
    if (
      entry.topic !== 'chips' ||
      entry.from !== `actor:${script.leaderMaker}/inventory` ||
      entry.to === null ||
      entry.item === null
    )
      continue;
    const buyer = entry.to.startsWith('bloc:')
      ? entry.to.slice(5)
      : blocOf(ground, entry.to.slice('actor:'.length).split('/')[0] ?? '');
    if (buyer === script.follower) milli += entry.amount * (chipSpec(ground, entry.item)?.trainMilliH100e ?? 0);
  }
  return milli / 1e6;
}

const hasTech = (ground: Ground, bloc: string, tech: string): boolean =>
  sortedValues(ground.state.models).some((model) => blocOf(ground, model.by) === bloc && model.techs.includes(tech));

/** Lowest price of a public model of at least `milli` capability, against the going rate at the start's serving cost. */
function cheapest(ground: Ground, milli: number): number {
  let lowest = Infinity;
  for (const model of sortedValues(ground.state.models)) {
    if (model.capabilityMilli < milli) continue;
    const price = (model.open ? 340 : model.pricePermille) / 1000;
    lowest = Math.min(
      lowest,
      price / statOf(ground, model.by, 'serving-efficiency') / statOf(ground, model.by, 'training-efficiency'),
    );
  }
  return lowest;
}

function chanceOf(ruleset: Ruleset, state: MatchState, script: HistoryScript): number {
  const lab = Object.keys(state.actors)
    .sort()
    .find(
      (id) =>
        state.actors[id]?.bloc === script.follower && id !== script.followerMaker && state.actors[id]?.open.capital === null,
    );
  return lab === undefined ? 0 : successChance(startTurn(ruleset, state, [], [], true), lab, 1);
}
