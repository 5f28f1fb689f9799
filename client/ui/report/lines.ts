/** Which entries of a ledger are lines of the report, by how much the reader wants to see, and what causes stand behind one. */
import type { Cause, Entry } from '#shared/state/ledger.ts';
import { headlinesOf } from './headlines.ts';

export type Level = 'headlines' | 'mine' | 'all';
export const LEVELS: readonly Level[] = ['headlines', 'mine', 'all'];

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

export function linesOf(entries: readonly Entry[], level: Level, seat: string | null, bloc: string | null): Entry[] {
  const readable = entries.filter((entry) => entry.line !== null && entry.weight > 0);
  if (level === 'all') return readable;
  if (level === 'mine') return readable.filter((entry) => concerns(entry, seat, bloc));
  return headlinesOf(readable, seat, bloc);
}

export interface ChainStep {
  /** Entry of this step, or the cause at its root. */
  entry: Entry | null;
  cause: Cause | null;
  depth: number;
  /** Entry that it stands behind; its part is in that entry's unit. */
  of: Entry;
}

const MOST_STEPS = 12;
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
      steps.push({ entry: behind ?? null, cause, depth, of: entry });
    }
  };
  walk(line, 0);
  return [...steps, { entry: line, cause: null, depth: 0, of: line }];
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
