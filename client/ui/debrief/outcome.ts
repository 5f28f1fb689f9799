/** Who won: the bloc with the higher score, or nobody when the strait closed. */
import type { KnownState, Standing } from '#shared/state/schema.ts';

export interface Outcome {
  bloc: string | null;
  score: number;
  otherScore: number;
}

/** Less than this between two scores is level. */
const LEAST_LEAD = 0.05;

export function outcomeOf(row: Standing | undefined, ended: KnownState['ended']): Outcome {
  const ranked = Object.entries(row?.blocs ?? {}).sort((a, b) => b[1].score - a[1].score);
  const [first, second] = ranked;
  if (first === undefined || ended === 'strait') return { bloc: null, score: 0, otherScore: 0 };
  const [score, otherScore] = told(first[1].score, second?.[1].score ?? 0);
  return { bloc: first[0], score, otherScore };
}

/** Two scores as they are said: whole, unless only a decimal tells them apart; what adds up to 100 still does. */
export function told(score: number, other: number): [number, number] {
  const [whole, otherWhole] = [Math.round(score), Math.round(other)];
  const close = whole === otherWhole && Math.abs(score - other) >= LEAST_LEAD;
  const shown = close ? Math.round(score * 10) / 10 : whole;
  if (Math.abs(score + other - 100) < 0.01) return [shown, Math.round((100 - shown) * 10) / 10];
  return [shown, close ? Math.round(other * 10) / 10 : otherWhole];
}

/** Seats by final score, best first. */
export function finalTable(row: Standing | undefined): { seat: string; score: number }[] {
  return Object.entries(row?.actors ?? {})
    .map(([seat, one]) => ({ seat, score: one.score }))
    .sort((a, b) => b.score - a.score || (a.seat < b.seat ? -1 : 1));
}
