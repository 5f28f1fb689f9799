/** How far a branch spreads when chance is drawn anew: the middle of many games, turn by turn and at the end. */
import { type Band, middleBand } from '../experiment/band.ts';
import type { Standing } from '../state/schema.ts';
import type { OpenBranch } from './open-branch.ts';

/** What a game shows of both histories, from the changed turn on. */
export interface BranchGame {
  readonly original: readonly BlocRows[];
  readonly branch: readonly BlocRows[];
}
export type BlocRows = Pick<Standing, 'turn' | 'blocs'>;
export type BlocFigure = keyof Standing['blocs'][string];

export interface TurnBand extends Band {
  readonly turn: number;
}

/** Plays one game of an open branch and keeps what a band is made of. */
export function branchGame(open: OpenBranch, game: number): BranchGame {
  const rows = (states: readonly { readonly history: readonly Standing[] }[]): BlocRows[] =>
    (states[states.length - 1]?.history ?? [])
      .filter(({ turn }) => turn >= open.request.turn)
      .map(({ turn, blocs }) => ({ turn, blocs }));
  const { original, branch } = open.play(game);
  return { original: rows(original.states), branch: rows(branch.states) };
}

/** The branch's figure of a bloc, turn by turn; a game that ended early stays where it ended. */
export function bandOf(games: readonly BranchGame[], bloc: string, figure: BlocFigure): TurnBand[] {
  const turns = [...new Set(games.flatMap(({ branch }) => branch.map(({ turn }) => turn)))].sort((a, b) => a - b);
  return turns.map((turn) => ({ turn, ...middleBand(games.map(({ branch }) => figureAt(branch, turn, bloc, figure))) }));
}

/** What the change makes of a bloc's figure at the end: both histories of a game have the same luck. */
export function effectBand(games: readonly BranchGame[], bloc: string, figure: BlocFigure): Band {
  const last = (rows: readonly BlocRows[]): number => figureAt(rows, Number.POSITIVE_INFINITY, bloc, figure);
  return middleBand(games.map(({ original, branch }) => last(branch) - last(original)));
}

function figureAt(rows: readonly BlocRows[], turn: number, bloc: string, figure: BlocFigure): number {
  let found = 0;
  for (const row of rows) if (row.turn <= turn) found = row.blocs[bloc]?.[figure] ?? found;
  return found;
}
