/** Who won: the bloc with the higher score, or nobody when the strait closed. */
import type { KnownState, Standing } from '#shared/state/schema.ts';

export interface Outcome {
  bloc: string | null;
  score: number;
  otherScore: number;
}

export function outcomeOf(row: Standing | undefined, ended: KnownState['ended']): Outcome {
  const ranked = Object.entries(row?.blocs ?? {}).sort((a, b) => b[1].score - a[1].score);
  const [first, second] = ranked;
  if (first === undefined || ended === 'strait') return { bloc: null, score: 0, otherScore: 0 };
  return { bloc: first[0], score: Math.round(first[1].score), otherScore: Math.round(second?.[1].score ?? 0) };
}

/** Seats by final score, best first. */
export function finalTable(row: Standing | undefined): { seat: string; score: number }[] {
  return Object.entries(row?.actors ?? {})
    .map(([seat, one]) => ({ seat, score: one.score }))
    .sort((a, b) => b.score - a.score || (a.seat < b.seat ? -1 : 1));
}
