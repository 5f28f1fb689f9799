/** The one job of all experiments: a game of an arm is played and its figures are read; the same on every machine. */
import type { BotLevel } from '../protocol/commands.ts';
import { newMatch } from '../rules/new-match.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MatchState } from '../state/schema.ts';
import { sortedEntries } from '../util/ids.ts';
import { deriveSeed } from '../util/keyed-random.ts';
import { chipsOf, moneyOf, movedBy, overused, unbalanced } from './accounts.ts';
import { idsOf, watchGame } from './balance-watch.ts';
import { ALL_SEATS, type Change, changedOrders, changedRuleset } from './change.ts';
import type { FigureSpec } from './experiment-file.ts';
import { FIGURES, type FigureInfo } from './figure-catalogue.ts';
import { playHistory } from './history/play.ts';
import type { HistoryRow } from './history/row.ts';
import type { HistoryScript, WorldOrders } from './history/script.ts';
import { type PlayedTurn, playMatch } from './simulate.ts';

/** Everything that decides a group's games but the number of the game: plain data that travels to any worker. */
export interface JobGroup {
  readonly arm: string;
  readonly scenario: string;
  readonly series: string;
  readonly maxTurns: number | null;
  readonly change: Change;
  readonly figures: Readonly<Record<string, FigureSpec>>;
  /** Also count how often technologies and orders were possible and used. */
  readonly watch: boolean;
}

/** By id: seats that could choose something at all and seats that did; turns in which they could and turns in which they did. */
export type UseCounts = Record<string, [seats: number, seatsUsing: number, turns: number, turnsUsing: number]>;

export interface JobResult {
  readonly seed: string;
  readonly hash: string;
  readonly turns: number;
  readonly ended: string;
  readonly winner: string | null;
  readonly winningBloc: string | null;
  readonly values: Record<string, number>;
  readonly use?: { readonly techs: UseCounts; readonly orders: UseCounts };
  readonly rows?: readonly HistoryRow[];
}

export interface JobWorld {
  /** The rules with the group's mods. */
  readonly ruleset: Ruleset;
  /** Only for groups that play a world of history: the script, and what makes that world. */
  readonly history: { readonly script: HistoryScript; readonly world: WorldOrders } | null;
}

export function playJob({ ruleset: given, history }: JobWorld, group: JobGroup, index: number): JobResult {
  const { change } = group;
  const scenario = change.scenario ?? group.scenario;
  const ruleset = changedRuleset(given, scenario, change);
  const series = change.luck === 'own' ? `${group.series}/${group.arm}` : group.series;
  const seed = deriveSeed(`${series}/${index}`, 'pair');
  if (history !== null) {
    const { rows } = playHistory(ruleset, history.script, seed, history.world);
    return { seed, hash: '', turns: rows.length, ended: 'time', winner: null, winningBloc: null, values: {}, rows };
  }
  const counting = Object.values(group.figures).some(({ figure }) => figure === 'unbalanced');
  const books = keepBooks(ruleset, newMatch(ruleset, scenario, seed), change.unrecorded ?? []);
  const watcher = group.watch ? watchGame(ruleset, scenario, seed) : null;
  const record = playMatch(ruleset, {
    scenario,
    seed,
    bots: botsOf(ruleset, scenario, change),
    change: changedOrders(change),
    maxTurns: change.maxTurns ?? group.maxTurns ?? undefined,
    onTurn: (played) => {
      if (counting) books.onTurn(played);
      watcher?.onTurn(played);
    },
  });
  const values: Record<string, number> = {};
  for (const [name, { figure, of = '', turn }] of sortedEntries(group.figures)) {
    const info: FigureInfo = FIGURES[figure];
    values[name] = info.read(record, { ruleset, of, turns: turn, unbalanced: books.unbalanced() });
  }
  const { hash, turns, ended, winner, winningBloc } = record;
  const watched = watcher?.watched();
  const use = watched === undefined ? {} : { use: { techs: countsOf(watched.techs), orders: countsOf(watched.orders) } };
  return { seed, hash, turns, ended, winner, winningBloc, values, ...use };
}

function botsOf(ruleset: Ruleset, scenario: string, { bots = {} }: Change): Record<string, BotLevel> {
  const all = bots[ALL_SEATS] ?? 'normal';
  return Object.fromEntries((ruleset.scenarios[scenario]?.seats ?? []).map((seat) => [seat, bots[seat] ?? all]));
}

function countsOf(bySeat: Parameters<typeof idsOf>[0]): UseCounts {
  const counts: UseCounts = {};
  for (const id of idsOf(bySeat)) {
    const seats = Object.values(bySeat).flatMap((choices) => choices[id] ?? []);
    const sum = (key: 'possible' | 'chosen'): number => seats.reduce((total, choice) => total + choice[key], 0);
    counts[id] = [seats.length, seats.filter(({ chosen }) => chosen > 0).length, sum('possible'), sum('chosen')];
  }
  return counts;
}

/** Adds up, turn by turn, the accounts that the ledger does not explain. */
function keepBooks(
  ruleset: Ruleset,
  start: MatchState,
  unrecorded: readonly string[],
): { onTurn: (played: PlayedTurn) => void; unbalanced: () => number } {
  let before = start;
  let count = 0;
  const onTurn = ({ resolution: { state, ledger: written } }: PlayedTurn): void => {
    const ledger = written.filter(({ topic }) => !unrecorded.some((one) => one === topic));
    count += unbalanced(moneyOf(before), moneyOf(state), movedBy(ledger, 'money')).length;
    count += unbalanced(chipsOf(before), chipsOf(state), movedBy(ledger, 'chips')).length;
    count += overused(ruleset, before, ledger).length;
    before = state;
  };
  return { onTurn, unbalanced: () => count };
}
