/** Use and worth of technologies and orders: how often a seat chose one that it could choose, and how it fared with and without. */
import { mean } from 'simple-statistics';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { BalanceGame } from './balance.ts';
import { type Share, shareOf } from './balance-interval.ts';
import { type Choice, idsOf } from './balance-watch.ts';
import { markOf, type TechMark } from './tech-marks.ts';

export interface Used {
  readonly id: string;
  /** Mark of a technology, else null. */
  readonly mark: TechMark | null;
  /** Seats, game by game, that chose it at least once, of those that could. */
  readonly used: Share;
  /** Turns in which it was chosen, of those in which it could be. */
  readonly turns: Share;
  /** Games won by the seat's bloc, with and without it. */
  readonly blocWinsWith: Share;
  readonly blocWinsWithout: Share;
  /** Games won by the seat itself. */
  readonly winsWith: Share;
  readonly winsWithout: Share;
  /** Points that seats had more with it than without, each against its own mean; null where one side is empty. */
  readonly worthPoints: number | null;
}

/** One seat in one game in which the choice was open. */
interface Case {
  readonly used: boolean;
  readonly blocWon: boolean;
  readonly won: boolean;
  readonly points: number;
}

export function usesOf(ruleset: Ruleset, games: readonly BalanceGame[], what: 'techs' | 'orders'): Used[] {
  const ids = new Set(games.flatMap(({ watched }) => idsOf(watched?.[what] ?? {})));
  const seats = [...new Set(games.flatMap(({ scores }) => Object.keys(scores)))].sort();
  const usual = new Map(seats.map((seat) => [seat, mean(games.map(({ scores }) => scores[seat] ?? 0))]));
  return [...ids].sort().map((id) => {
    const cases: Case[] = [];
    const turns: Choice = { possible: 0, chosen: 0 };
    for (const game of games) {
      for (const seat of seats) {
        const choice = game.watched?.[what][seat]?.[id];
        if (choice === undefined) continue;
        turns.possible += choice.possible;
        turns.chosen += choice.chosen;
        cases.push({
          used: choice.chosen > 0,
          blocWon: game.winningBloc !== null && ruleset.actors[seat]?.bloc === game.winningBloc,
          won: game.winner === seat,
          points: (game.scores[seat] ?? 0) - (usual.get(seat) ?? 0),
        });
      }
    }
    return usedFrom(id, what === 'techs' ? markOf(ruleset, id) : null, cases, turns);
  });
}

function usedFrom(id: string, mark: TechMark | null, cases: readonly Case[], turns: Choice): Used {
  const withIt = cases.filter(({ used }) => used);
  const without = cases.filter(({ used }) => !used);
  const share = (list: readonly Case[], counts: (one: Case) => boolean): Share =>
    shareOf(list.filter(counts).length, list.length);
  const points = (list: readonly Case[]): number => mean(list.map((one) => one.points));
  return {
    id,
    mark,
    used: shareOf(withIt.length, cases.length),
    turns: shareOf(turns.chosen, turns.possible),
    blocWinsWith: share(withIt, ({ blocWon }) => blocWon),
    blocWinsWithout: share(without, ({ blocWon }) => blocWon),
    winsWith: share(withIt, ({ won }) => won),
    winsWithout: share(without, ({ won }) => won),
    worthPoints: withIt.length === 0 || without.length === 0 ? null : points(withIt) - points(without),
  };
}
