/**
 * One turn while it is resolved: the new state being written and the ledger being kept. Phases and orders change
 * conserved stocks only through `pay`, `moveChips` and `useFlop`, so that nothing appears or vanishes unrecorded.
 */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Chip } from '../ruleset/schema/world.ts';
import type { DealOffer } from '../state/deal.ts';
import type { Cause, Entry, MessageRef, Phase } from '../state/ledger.ts';
import type { ActorState, MatchState, OpenActor, OwnActor } from '../state/schema.ts';
import { sortedKeys } from '../util/ids.ts';
import { draw, drawNormal } from '../util/keyed-random.ts';
import type { Given, Order } from './order-kind.ts';

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

/** A wish to buy: by contract, by order, or by the buyers of a bloc that nobody plays (`buyer` is then the bloc). */
export interface Bid {
  buyer: string;
  bloc: string;
  chip: Chip;
  units: number;
  priceKusd: number;
  tier: 'contract' | 'order' | 'background';
  cause: Cause;
}

/** What happened this turn that later phases read; dropped at its end. */
export interface Scratch {
  /** What is asked of each maker this turn, gathered once for production and trade. */
  bids: Bid[];
  /** Dies, stacks and packages that makers want for them, by maker. */
  inputWants: { logic: Record<string, number>; memory: Record<string, number>; packaging: Record<string, number> };
  /** What each bloc's chip budget would buy freely, thousandths of an H100. */
  freeDemandMilli: Record<string, number>;
  /** Laws' cost to a chipmaker's sales, thousand dollars. */
  lostSalesKusd: Record<string, number>;
  failedRuns: { actor: string }[];
  distillations: { by: string; of: string; found: boolean }[];
  learned: { actor: string; tech: string }[];
  escalation: { by: string | null; points: number; cause: Cause }[];
  quotaCostPermille: Record<string, number>;
  /** Share of each actor's compute that experiments and runs took this turn, per mille: the rest is free to serve. */
  boundPermille: Record<string, number>;
  ordersOverSupplyPermille: Record<string, number>;
}

export interface Turn {
  readonly ruleset: Ruleset;
  readonly state: MatchState;
  readonly ledger: Entry[];
  readonly given: readonly Given[];
  readonly signed: readonly DealOffer[];
  readonly seats: readonly string[];
  readonly scratch: Scratch;
  /** Keeps no ledger: for playing ahead in a stress test. */
  readonly silent: boolean;
  phase: Phase;
}

export function startTurn(
  ruleset: Ruleset,
  state: MatchState,
  given: readonly Given[],
  signed: readonly DealOffer[],
  silent = false,
): Turn {
  return {
    ruleset,
    state,
    ledger: [],
    given,
    signed,
    seats: sortedKeys(state.actors),
    phase: 'law',
    silent,
    scratch: {
      bids: [],
      inputWants: { logic: {}, memory: {}, packaging: {} },
      freeDemandMilli: {},
      lostSalesKusd: {},
      failedRuns: [],
      distillations: [],
      learned: [],
      escalation: [],
      quotaCostPermille: {},
      boundPermille: {},
      ordersOverSupplyPermille: {},
    },
  };
}

export function actor(turn: Turn, id: string): ActorState {
  const found = turn.state.actors[id];
  if (found === undefined) throw new RangeError(`no actor ${id} in this match`);
  return found;
}

export function own(turn: Turn, id: string): OwnActor {
  return actor(turn, id).own;
}

export function open(turn: Turn, id: string): OpenActor {
  return actor(turn, id).open;
}

/** Luck in [0, 1), decided by seed, turn and what it is about. */
export function luck(turn: Turn, ...keys: (string | number)[]): number {
  return draw(turn.state.hidden.seed, turn.state.turn, ...keys);
}

/** Luck with mean 0 and deviation 1. */
export function normalLuck(turn: Turn, ...keys: (string | number)[]): number {
  return drawNormal(turn.state.hidden.seed, turn.state.turn, ...keys);
}

/** Orders of one kind, as the registry gives them to the kind's `resolve`. */
export function givenOf<O extends Order>(turn: Turn, kind: O['kind']): Given<O>[] {
  return turn.given.filter((given) => given.order.kind === kind) as Given<O>[];
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
  const subject = (from.startsWith(ACTOR) ? from : to).slice(from.startsWith(ACTOR) || to.startsWith(ACTOR) ? ACTOR.length : 0);
  const seats: string[] = [];
  for (const [account, sign] of [
    [from, -1],
    [to, 1],
  ] as const) {
    if (!account.startsWith(ACTOR)) continue;
    const id = account.slice(ACTOR.length);
    const owner = own(turn, id);
    owner.cashKusd += sign * kusd;
    if (sign < 0) owner.spentKusd += kusd;
    seats.push(id);
  }
  return record(turn, { topic: 'money', subject, unit: 'kusd', amount: kusd, causes, audience: seats, ...extra }, { from, to });
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

export const byOrder = (ref: string, seat: string, amount?: number): Cause => ({
  kind: 'order',
  id: ref,
  by: seat,
  ...(amount === undefined ? {} : { amount }),
});
export const byRule = (id: string, amount?: number): Cause => ({ kind: 'rule', id, ...(amount === undefined ? {} : { amount }) });
/** An earlier entry as a cause; none where nothing was written. */
export const byEntry = (id: string | null): Cause[] => (id === null ? [] : [{ kind: 'entry', id }]);

/** Adds to a number in a record that may not hold the key yet. */
export function addTo(record: Record<string, number>, key: string, amount: number): void {
  record[key] = (record[key] ?? 0) + amount;
}
