/** Plays one phase of a turn alone, on a state and with figures of the model that the test states, so that they can be reckoned by hand. */
import { TURN } from '#shared/rules/resolve.ts';
import { startTurn, type Turn } from '#shared/rules/turn.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { DealOffer } from '#shared/state/deal.ts';
import type { Entry, Phase } from '#shared/state/ledger.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { ruleset } from '../situation.ts';

export interface PhaseOptions {
  readonly rules?: Ruleset;
  readonly signed?: readonly DealOffer[];
  /** What earlier phases left for this one. */
  readonly before?: (turn: Turn) => void;
}

/** Plays the phase on a copy of the state; gives the turn with its state and ledger. */
export function phase(name: Phase, state: MatchState, options: PhaseOptions = {}): Turn {
  const [, play] = TURN.find(([id]) => id === name) ?? [];
  if (play === undefined) throw new RangeError(`no phase ${name}`);
  const turn = startTurn(options.rules ?? ruleset, structuredClone(state), [], options.signed ?? []);
  turn.phase = name;
  options.before?.(turn);
  play(turn);
  return turn;
}

/** The base ruleset with other values of parameters, and without events. */
export function figures(values: Readonly<Record<string, number>>): Ruleset {
  const parameters = { ...ruleset.parameters };
  for (const [name, value] of Object.entries(values)) {
    const found = parameters[`base:${name}`];
    if (found === undefined) throw new RangeError(`no parameter ${name}`);
    parameters[`base:${name}`] = { ...found, value };
  }
  return { ...ruleset, parameters, events: {} };
}

/** Entries of a topic about a subject. */
export const about = (turn: Turn, topic: string, subject?: string): Entry[] =>
  turn.ledger.filter((entry) => entry.topic === topic && (subject === undefined || entry.subject === subject));
/** What moved between two accounts. */
export const moved = (turn: Turn, from: string, to: string): number =>
  turn.ledger.filter((entry) => entry.from === from && entry.to === to).reduce((sum, entry) => sum + entry.amount, 0);
export const lineIds = (turn: Turn): string[] => turn.ledger.flatMap((entry) => (entry.line === null ? [] : [entry.line.id]));
