/** Paths of the labs to their models, a mark a year: chips in use and work per chip. */
import type { KnownState } from '#shared/state/schema.ts';

const TURNS_A_YEAR = 4;
/** Labs shown: the two of each bloc that end with the most effective compute, and the player's own. */
const LABS_A_BLOC = 2;

export interface Mark {
  readonly turn: number;
  readonly h100e: number;
  readonly work: number;
}
export interface Path {
  readonly actor: string;
  readonly bloc: string;
  readonly marks: readonly Mark[];
}

/** Effective compute at the end of a path. */
const reached = (path: Path): number => {
  const last = path.marks[path.marks.length - 1];
  return last === undefined ? 0 : last.h100e * last.work;
};

export function workPaths(state: KnownState, seat: string | null): Path[] {
  const rows = state.debrief ?? [];
  const labs = [...new Set(rows.flatMap((row) => Object.keys(row.actors)))];
  const paths = labs
    .map((actor) => ({
      actor,
      bloc: state.actors[actor]?.bloc ?? '',
      marks: rows
        .filter((row, at) => row.turn % TURNS_A_YEAR === 0 || at === rows.length - 1)
        .map((row) => ({
          turn: row.turn,
          h100e: (row.actors[actor]?.trainMilliH100e ?? 0) / 1000,
          work: (row.actors[actor]?.efficiencyMilli ?? 0) / 1000,
        }))
        .filter(({ h100e, work }) => h100e >= 1 && work > 0),
    }))
    .filter(({ actor, marks }) => marks.length > 1 && state.history.some((row) => (row.actors[actor]?.bestMilli ?? 0) > 0))
    .sort((a, b) => reached(b) - reached(a));
  const shown = paths.filter(
    (path) => path.actor === seat || paths.filter(({ bloc }) => bloc === path.bloc).indexOf(path) < LABS_A_BLOC,
  );
  return shown.sort((a, b) => (a.bloc < b.bloc ? -1 : a.bloc > b.bloc ? 1 : reached(b) - reached(a)));
}
