/** Which entries of a ledger are lines of the report, by how much the reader wants to see, and what causes stand behind one. */
import type { Cause, Entry } from '#shared/state/ledger.ts';

export type Level = 'headlines' | 'mine' | 'all';
export const LEVELS: readonly Level[] = ['headlines', 'mine', 'all'];
export const HEADLINE_WEIGHT = 4;
/** So many fit beside each other and are read in twenty seconds. */
export const MOST_HEADLINES = 10;

/** True where a line is about the seat: only it may read it, it is the subject, or it stands behind it. */
export function concerns(entry: Entry, seat: string | null, bloc: string | null): boolean {
  if (seat === null) return false;
  if (entry.audience !== 'all') return entry.audience.includes(seat);
  if (entry.subject === seat || entry.subject === bloc) return true;
  return entry.causes.some((cause) => cause.by === seat) || Object.values(entry.line?.params ?? {}).includes(seat);
}

/** Who else reads a line: message of all, of some, or of the reader alone. */
export function seenBy(entry: Entry): string {
  if (entry.audience === 'all') return 'ui.report.public';
  return entry.audience.length === 1 ? 'ui.report.only-you' : 'ui.report.not-public';
}

/** Lines that say how a track moved, every turn. */
const MOVES = /^report\.(pressure|escalation)\.(up|down)$/;
const STEADY_POINTS = 3;

/** True where a track that moves every turn has hardly moved. */
export function isSteady({ line, before, after }: Entry): boolean {
  return line !== null && MOVES.test(line.id) && before !== null && after !== null && Math.abs(after - before) < STEADY_POINTS;
}

export function linesOf(entries: readonly Entry[], level: Level, seat: string | null, bloc: string | null): Entry[] {
  const readable = entries.filter((entry) => entry.line !== null && entry.weight > 0);
  if (level === 'all') return readable;
  if (level === 'mine') return readable.filter((entry) => concerns(entry, seat, bloc));
  const heavy = readable.filter((entry) => entry.weight >= HEADLINE_WEIGHT && !isSteady(entry));
  if (heavy.length === 0) return readable.slice(0, MOST_HEADLINES);
  const rank = (entry: Entry): number => entry.weight * 2 + (concerns(entry, seat, bloc) ? 3 : 0);
  const kept = new Set([...heavy].sort((a, b) => rank(b) - rank(a)).slice(0, MOST_HEADLINES));
  return heavy.filter((entry) => kept.has(entry));
}

export interface ChainStep {
  /** Entry of this step, or the cause at its root. */
  entry: Entry | null;
  cause: Cause | null;
  depth: number;
  /** Unit of the cause's part: that of the entry it stands behind. */
  unit: string;
}

const MOST_STEPS = 9;
const MOST_DEPTH = 5;

/** From the roots to the line: every cause once, causes before what they caused. */
export function chainOf(line: Entry, byId: ReadonlyMap<string, Entry>): ChainStep[] {
  const steps: ChainStep[] = [];
  const seen = new Set<string>([line.id]);
  const walk = (entry: Entry, depth: number): void => {
    for (const cause of entry.causes) {
      if (steps.length >= MOST_STEPS) return;
      const key = cause.kind === 'entry' ? cause.id : `${cause.kind}:${cause.id}:${cause.by ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const behind = cause.kind === 'entry' ? byId.get(cause.id) : undefined;
      if (behind !== undefined && depth < MOST_DEPTH) walk(behind, depth + 1);
      steps.push({ entry: behind ?? null, cause, depth, unit: entry.unit });
    }
  };
  walk(line, 0);
  return [...steps, { entry: line, cause: null, depth: 0, unit: line.unit }];
}

/** Parts of a line's figure when the causes that say their part make it up; null otherwise. */
export function partsOf(entry: Entry): { cause: Cause; amount: number }[] | null {
  const parts = entry.causes.flatMap((cause) => (cause.amount === undefined ? [] : [{ cause, amount: cause.amount }]));
  if (parts.length === 0) return null;
  if (parts.length === entry.causes.length) return parts;
  const change = entry.before === null || entry.after === null ? null : entry.after - entry.before;
  const sum = parts.reduce((all, { amount }) => all + amount, 0);
  return Math.abs(sum - entry.amount) < 1 || (change !== null && Math.abs(sum - change) < 1) ? parts : null;
}

/** Turn of an entry, from its id `turn.number`. */
export const turnOf = (id: string): number => Number(id.split('.')[0]);
