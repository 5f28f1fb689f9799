/** Series for the charts of the final score, read from the record of the match. */
import type { KnownState, Standing } from '#shared/state/schema.ts';
import { blocsOf } from '../world.ts';

export interface Series {
  key: string;
  /** Bloc or actor in whose colours it is drawn. */
  of: string;
  points: { turn: number; value: number }[];
  strong?: boolean;
}

/** Best public model of each lab, points. */
export function capabilityByActor(state: KnownState, seat: string | null): Series[] {
  const actors = new Set(
    state.history.flatMap((row) =>
      Object.entries(row.actors)
        .filter(([, one]) => one.bestMilli > 0)
        .map(([id]) => id),
    ),
  );
  const series = [...actors].map((actor) => ({
    key: actor,
    of: actor,
    points: state.history
      .filter((row) => (row.actors[actor]?.bestMilli ?? 0) > 0)
      .map((row) => ({ turn: row.turn, value: (row.actors[actor]?.bestMilli ?? 0) / 1000 })),
  }));
  const last = (one: Series): number => one.points[one.points.length - 1]?.value ?? 0;
  series.sort((a, b) => last(b) - last(a));
  const leaders = new Set<string>();
  return series.map((one) => {
    const bloc = state.actors[one.key]?.bloc ?? '';
    const first = !leaders.has(bloc);
    leaders.add(bloc);
    return { ...one, strong: first || one.key === seat };
  });
}

type BlocMeasure = 'frontier' | 'reach' | 'resilience' | 'score' | 'pressure';

export function blocMeasure(history: readonly Standing[], blocs: readonly string[], measure: BlocMeasure): Series[] {
  return blocs.map((bloc) => ({
    key: bloc,
    of: bloc,
    strong: true,
    points: history.map((row) => ({ turn: row.turn, value: row.blocs[bloc]?.[measure] ?? 0 })),
  }));
}

/** Share of domestic accelerators in what each bloc computes with, per cent; known once the match has ended. */
export function domesticComputePercent(state: KnownState): Series[] {
  const rows = state.debrief ?? [];
  return blocsOf(state).map((bloc) => ({
    key: bloc,
    of: bloc,
    strong: true,
    points: rows.map((row) => {
      const one = row.blocs[bloc];
      return {
        turn: row.turn,
        value: one === undefined || one.computeMilliH100e === 0 ? 0 : (100 * one.domesticMilliH100e) / one.computeMilliH100e,
      };
    }),
  }));
}

export const lastOf = (series: Series): number => series.points[series.points.length - 1]?.value ?? 0;

/** First turn in which one series is above the other to stay; null when it never is. */
export function crossing(a: Series, b: Series): number | null {
  let since: number | null = null;
  for (const [at, point] of a.points.entries()) {
    const above = point.value > (b.points[at]?.value ?? 0);
    if (above && since === null) since = point.turn;
    if (!above) since = null;
  }
  return since === null || since === a.points[0]?.turn ? null : since;
}

export interface Crossing {
  /** Where the lines meet, between two turns. */
  readonly x: number;
  readonly y: number;
  /** First turn in which the other line is above. */
  readonly turn: number;
}

/** Where the one that ends above overtook the other for good; null when it always was above, or where there are not two lines. */
export function lastCrossing(series: readonly Series[]): Crossing | null {
  const [first, second] = [...series].sort((a, b) => lastOf(b) - lastOf(a));
  if (first === undefined || second === undefined) return null;
  const turn = crossing(first, second);
  const at = first.points.findIndex((point) => point.turn === turn);
  const [a0, a1, b0, b1] = [first.points[at - 1], first.points[at], second.points[at - 1], second.points[at]];
  if (turn === null || a0 === undefined || a1 === undefined || b0 === undefined || b1 === undefined) return null;
  const part = (b0.value - a0.value) / (b0.value - a0.value + a1.value - b1.value);
  return { x: a0.turn + part * (a1.turn - a0.turn), y: a0.value + part * (a1.value - a0.value), turn };
}
