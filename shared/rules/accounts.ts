/**
 * Conserved stocks: money, chips, capital and compute move between accounts only here, so that nothing appears or
 * vanishes unrecorded.
 */
import type { Cause } from '../state/ledger.ts';
import { byRule, type Note, record } from './entries.ts';
import { open, own, type Turn } from './turn.ts';

const ACTOR = 'actor:';

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
  spend(turn, from, kusd);
  receive(turn, to, kusd);
  if (turn.silent) return '';
  const subject = (from.startsWith(ACTOR) ? from : to).slice(from.startsWith(ACTOR) || to.startsWith(ACTOR) ? ACTOR.length : 0);
  const seats: string[] = [];
  for (const account of [from, to]) if (account.startsWith(ACTOR)) seats.push(account.slice(ACTOR.length));
  return record(turn, { topic: 'money', subject, unit: 'kusd', amount: kusd, causes, audience: seats, ...extra }, { from, to });
}

function spend(turn: Turn, account: string, kusd: number): void {
  if (!account.startsWith(ACTOR)) return;
  const owner = own(turn, account.slice(ACTOR.length));
  owner.cashKusd -= kusd;
  owner.spentKusd += kusd;
}

function receive(turn: Turn, account: string, kusd: number): void {
  if (account.startsWith(ACTOR)) own(turn, account.slice(ACTOR.length)).cashKusd += kusd;
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
