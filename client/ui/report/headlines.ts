/**
 * Which lines of a report are its headlines: what changed something, for the world or for the reader. What was only begun, went as
 * it always goes, or is told by another line stays among all lines.
 */
import type { Entry } from '#shared/state/ledger.ts';

/** So many fit beside each other and are read in twenty seconds; in a quiet turn a few lesser ones say what there was. */
export const MOST_HEADLINES = 10;
const FEW_HEADLINES = 4;

/** A line counts by the weight that the rules give it, by how near it is to the reader, and by how much it changed. */
const HEADLINE = 8;
const NEAR = { own: 3, shared: 2, side: 1, far: 0 } as const;
/** Of many lines of one kind the weightiest stand for all. What one bloc's score gains the other's loses. */
const MOST_OF_A_KIND = 3;
const MOST_OF: Readonly<Record<string, number>> = { 'report.standing': 1 };
/** Lighter than this is never a headline of a quiet turn. */
const LEAST_WEIGHT = 4;

/** Lines that say what was begun, went on, or was done as it was ordered. */
const ROUTINE =
  /^report\.(.+\.started|research\.progress|training|reserved|revenue|rented|raised|set-aside|subsidised|lobby\..+)$/;
/** Done after quarters of waiting. */
const DONE = /^report\.built$/;
/** By so much of what it was a figure has changed a little, or much. */
const SOME = 0.08;
const MUCH = 0.2;

/** Lines that say how a track moved, every turn. */
const MOVES = /^report\.(pressure|escalation)\.(up|down)$/;
const STEADY_POINTS = 3;

/** True where a track that moves every turn has hardly moved. */
export function isSteady({ line, before, after }: Entry): boolean {
  return line !== null && MOVES.test(line.id) && before !== null && after !== null && Math.abs(after - before) < STEADY_POINTS;
}

/** By how much a figure that was there before has changed: 0 to 2. */
function effectOf({ before, after }: Entry): number {
  if (before === null || after === null || before === 0) return 0;
  const share = Math.abs(after - before) / Math.max(Math.abs(before), Math.abs(after));
  return share >= MUCH ? 2 : share >= SOME ? 1 : 0;
}

/** The same change told twice: of one figure, or by the same sentence with another number. */
function sameNews(one: Entry, other: Entry): boolean {
  if (one.subject !== other.subject) return false;
  const moved = one.before !== null && one.after !== null && one.before !== one.after;
  if (moved && one.topic === other.topic && one.before === other.before && one.after === other.after)
    return MOVES.test(one.line?.id ?? '') || MOVES.test(other.line?.id ?? '');
  const names = ({ line }: Entry): string =>
    Object.values(line?.params ?? {})
      .filter((value) => typeof value === 'string')
      .join();
  return one.line?.id === other.line?.id && one.item === other.item && names(one) === names(other);
}

/** Of lines that tell the same, the one that says most: a step that was reached before the move to it, the larger figure. */
function withoutRepeats(entries: readonly Entry[]): Entry[] {
  const says = (entry: Entry): number => (MOVES.test(entry.line?.id ?? '') ? -1 : Math.abs(entry.amount));
  return entries.filter((one, at) =>
    entries.every((other, place) => {
      if (one === other || !sameNews(one, other)) return true;
      return says(one) === says(other) ? at < place : says(one) > says(other);
    }),
  );
}

function fewOfAKind(ranked: readonly Entry[]): Entry[] {
  const seen = new Map<string, number>();
  return ranked.filter(({ line }) => {
    const kind = line?.id ?? '';
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= (MOST_OF[kind] ?? MOST_OF_A_KIND);
  });
}

/** How near a line is to the reader: the own seat's, told to few, about the own bloc or naming the seat, or of others. */
function nearness(entry: Entry, seat: string | null, bloc: string | null): keyof typeof NEAR {
  if (seat === null) return 'far';
  if (entry.subject === seat || entry.audience.length === 1) return 'own';
  if (entry.audience !== 'all') return 'shared';
  const named = entry.subject === bloc || Object.values(entry.line?.params ?? {}).includes(seat);
  return named || entry.causes.some(({ by }) => by === seat) ? 'side' : 'far';
}

/** The headlines of the lines that a reader may read, in the order in which they happened. */
export function headlinesOf(readable: readonly Entry[], seat: string | null, bloc: string | null): Entry[] {
  const rank = (entry: Entry): number => {
    const near = nearness(entry, seat, bloc);
    if (near === 'far') return entry.weight;
    return entry.weight + NEAR[near] + Math.max(effectOf(entry), DONE.test(entry.line?.id ?? '') ? 1 : 0);
  };
  const news = withoutRepeats(readable.filter((entry) => !ROUTINE.test(entry.line?.id ?? '') && !isSteady(entry)));
  const ranked = fewOfAKind([...news].sort((a, b) => rank(b) - rank(a) || Math.abs(b.amount) - Math.abs(a.amount)));
  const great = ranked.filter((entry) => rank(entry) >= HEADLINE).slice(0, MOST_HEADLINES);
  const lesser = ranked.filter((entry) => !great.includes(entry) && entry.weight >= LEAST_WEIGHT);
  const kept = new Set([...great, ...lesser.slice(0, Math.max(0, FEW_HEADLINES - great.length))]);
  return kept.size === 0 ? readable.slice(0, FEW_HEADLINES) : news.filter((entry) => kept.has(entry));
}
