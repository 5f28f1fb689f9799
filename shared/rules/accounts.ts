/**
 * Conserved stocks: money, chips, capital and compute move between accounts only here, so that nothing appears or
 * vanishes unrecorded.
 */
import type { Cause } from '../state/ledger.ts';
import type { OwnActor } from '../state/schema.ts';
import { byRule, type Note, record } from './entries.ts';
import { open, own, type Turn } from './turn.ts';

const ACTOR = 'actor:';
/** The actor that holds an account; null where it is outside. */
const holderOf = (account: string): string | null => (account.startsWith(ACTOR) ? account.slice(ACTOR.length) : null);

/**
 * Moves `kusd` ≥ 0 (whole thousands of dollars) between accounts; those named `actor:<id>` hold cash in the state,
 * `world:<name>` are outside. Cash may go below zero; what follows from that is decided in the money phase.
 */
export function pay(
  turn: Turn,
  from: string,
  to: string,
  kusd: number,
  causes: Cause[],
  extra: Partial<Note> = {},
): string | null {
  if (kusd <= 0) return null;
  if (!Number.isSafeInteger(kusd)) throw new RangeError(`not whole thousands of dollars: ${kusd}`);
  const payer = holderOf(from);
  const payee = holderOf(to);
  if (payer !== null) spend(own(turn, payer), kusd);
  if (payee !== null) own(turn, payee).cashKusd += kusd;
  if (turn.silent) return '';
  const seats = [payer, payee].filter((id) => id !== null);
  const subject = payer ?? payee ?? to;
  return record(turn, { topic: 'money', subject, unit: 'kusd', amount: kusd, causes, audience: seats, ...extra }, { from, to });
}

function spend(owner: OwnActor, kusd: number): void {
  owner.cashKusd -= kusd;
  owner.spentKusd += kusd;
}

/** Records that accelerators moved between accounts; the caller changes the stocks of the state it names. */
export function moveChips(
  turn: Turn,
  from: string,
  to: string,
  chip: string,
  units: number,
  causes: Cause[],
  extra: Partial<Note> = {},
): string | null {
  if (units <= 0) return null;
  if (!Number.isSafeInteger(units)) throw new RangeError(`not whole chips: ${units}`);
  if (turn.silent) return '';
  const seats = [from, to]
    .filter((account) => account.startsWith(ACTOR))
    .map((account) => account.slice(ACTOR.length).split('/')[0] ?? '');
  return record(
    turn,
    {
      topic: 'chips',
      subject: seats[seats.length - 1] ?? to,
      unit: 'chips',
      amount: units,
      item: chip,
      causes,
      audience: seats,
      ...extra,
    },
    { from, to },
  );
}

/** Takes political capital from a government, down to none. */
export function spendCapital(
  turn: Turn,
  government: string,
  points: number,
  causes: Cause[],
  audience: Note['audience'] = 'all',
): string | null {
  if (points <= 0) return null;
  const self = open(turn, government);
  const before = self.capital ?? 0;
  self.capital = Math.max(0, before - points);
  // Causes that name their parts must add up to what was there to take.
  const rest = self.capital - before + points;
  const parts = rest > 0 && causes[0]?.amount !== undefined ? [...causes, byRule('rule.no-capital', rest)] : causes;
  const note = { topic: 'capital', subject: government, unit: 'capital', before, after: self.capital, causes: parts, audience };
  return record(turn, note);
}

/** Records a use of compute by an actor, in 10^18 FLOP. */
export function useFlop(turn: Turn, id: string, use: string, eflop: number, causes: Cause[]): void {
  if (eflop <= 0) return;
  record(
    turn,
    { topic: 'flop', subject: id, unit: 'eflop', amount: eflop, causes, audience: [id] },
    { from: `actor:${id}/capacity`, to: `world:${use}` },
  );
}
