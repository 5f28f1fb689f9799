/** The balance of a scenario as measured in games between equal bots, and what of it lies outside the goals. */
import { mean, median } from 'simple-statistics';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { contentKeys } from '../util/ids.ts';
import { type BalanceFlag, balanceFlags } from './balance-flags.ts';
import { type Share, shareOf } from './balance-interval.ts';
import { type Used, usesOf } from './balance-use.ts';
import type { WatchedGame } from './balance-watch.ts';

/** What the report needs of one game. */
export interface BalanceGame {
  readonly turns: number;
  readonly winner: string | null;
  readonly winningBloc: string | null;
  readonly scores: Readonly<Record<string, number>>;
  readonly blocScores: Readonly<Record<string, number>>;
  readonly ended: string;
  readonly watched?: WatchedGame;
}

export interface Wins {
  readonly id: string;
  readonly wins: Share;
  readonly meanScore: number;
}

/** A lab's score in the same games played with open and with closed weights. */
export interface StyleDuel {
  readonly lab: string;
  readonly openWins: Share;
}

export interface BalanceReport {
  readonly scenario: string;
  readonly level: string;
  readonly games: number;
  readonly blocs: readonly Wins[];
  readonly seats: readonly Wins[];
  /** Share of wins that a seat would have if all were equal. */
  readonly fairShare: number;
  readonly techs: readonly Used[];
  readonly orders: readonly Used[];
  readonly meanTurns: number;
  /** Points between the first and second bloc at the end. */
  readonly margin: { readonly mean: number; readonly median: number; readonly within: Share };
  /** Games in which the bloc that led at half-time did not win. */
  readonly comebacks: Share;
  /** Games that ended because the strait closed. */
  readonly straits: Share;
  /** Orders within 80 % of the best, per seat and turn; share of turns that had at least two. */
  readonly tempo: { readonly mean: number; readonly real: Share; readonly bySeat: readonly { id: string; mean: number }[] };
  readonly styles: readonly StyleDuel[];
  readonly flags: readonly BalanceFlag[];
}

/** Bloc margins up to this many points count as close. */
export const CLOSE_POINTS = 3;
const average = (values: readonly number[]): number => (values.length === 0 ? 0 : mean([...values]));

export function balanceReport(
  ruleset: Ruleset,
  scenario: string,
  level: string,
  games: readonly BalanceGame[],
  styles: readonly StyleDuel[] = [],
): BalanceReport {
  const seats = [...(ruleset.scenarios[scenario]?.seats ?? [])].sort();
  const blocs = contentKeys(ruleset.blocs).filter((bloc) => seats.some((seat) => ruleset.actors[seat]?.bloc === bloc));
  const margins = games.map(({ blocScores }) => {
    const [first = 0, second = 0] = Object.values(blocScores).sort((a, b) => b - a);
    return first - second;
  });
  const led = games.filter(({ watched, ended }) => ended !== 'strait' && typeof watched?.leaderAtHalf === 'string');
  const near = games.flatMap(({ watched }) => Object.values(watched?.near ?? {}).flat());
  const report = {
    scenario,
    level,
    games: games.length,
    blocs: blocs.map((id) => ({
      id,
      wins: shareOf(games.filter(({ winningBloc }) => winningBloc === id).length, games.length),
      meanScore: average(games.map(({ blocScores }) => blocScores[id] ?? 0)),
    })),
    seats: seats.map((id) => ({
      id,
      wins: shareOf(games.filter(({ winner }) => winner === id).length, games.length),
      meanScore: average(games.map(({ scores }) => scores[id] ?? 0)),
    })),
    fairShare: seats.length === 0 ? 0 : 1 / seats.length,
    techs: usesOf(ruleset, games, 'techs'),
    orders: usesOf(ruleset, games, 'orders'),
    meanTurns: average(games.map(({ turns }) => turns)),
    margin: {
      mean: average(margins),
      median: margins.length === 0 ? 0 : median(margins),
      within: shareOf(margins.filter((points) => points <= CLOSE_POINTS).length, margins.length),
    },
    comebacks: shareOf(led.filter(({ watched, winningBloc }) => winningBloc !== watched?.leaderAtHalf).length, led.length),
    straits: shareOf(games.filter(({ ended }) => ended === 'strait').length, games.length),
    tempo: {
      mean: average(near),
      real: shareOf(near.filter((count) => count >= 2).length, near.length),
      bySeat: seats.map((id) => ({ id, mean: average(games.flatMap(({ watched }) => watched?.near[id] ?? [])) })),
    },
    styles,
  };
  return { ...report, flags: balanceFlags(report) };
}
