/** Entries of the ledger: how they are written, and how later ones cite what caused them. */
import type { Cause, MessageRef } from '../state/ledger.ts';
import type { Turn } from './turn.ts';

/** What is written beside the number in an entry. */
export interface Note {
  topic: string;
  subject: string;
  unit: string;
  amount?: number;
  before?: number | null;
  after?: number | null;
  item?: string | null;
  causes?: Cause[];
  line?: MessageRef | null;
  /** Default `all`; a list of seats for what only they may read. */
  audience?: 'all' | string[];
  places?: string[];
  weight?: number;
}

/** Writes an entry and returns its id, to be cited as a cause by later ones. */
export function record(turn: Turn, note: Note, accounts: { from?: string; to?: string } = {}): string {
  if (turn.silent) return '';
  const id = `${turn.state.turn}.${turn.ledger.length + 1}`;
  turn.ledger.push({
    id,
    phase: turn.phase,
    topic: note.topic,
    subject: note.subject,
    unit: note.unit,
    amount: note.amount ?? (note.after ?? 0) - (note.before ?? 0),
    before: note.before ?? null,
    after: note.after ?? null,
    from: accounts.from ?? null,
    to: accounts.to ?? null,
    item: note.item ?? null,
    causes: note.causes ?? [],
    line: note.line ?? null,
    audience: note.audience ?? 'all',
    places: note.places ?? [],
    weight: note.weight ?? 0,
  });
  return id;
}

export const byOrder = (ref: string, seat: string, amount?: number): Cause => ({
  kind: 'order',
  id: ref,
  by: seat,
  ...(amount === undefined ? {} : { amount }),
});
export const byRule = (id: string, amount?: number): Cause => ({ kind: 'rule', id, ...(amount === undefined ? {} : { amount }) });
/** An earlier entry as a cause; none where nothing was written. */
export const byEntry = (id: string | null): Cause[] => (id === null ? [] : [{ kind: 'entry', id }]);
