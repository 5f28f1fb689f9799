/** Situations on the real base ruleset, arranged for a test: who has what, what an order does, and why one is refused. */
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { type CheckedOrder, checkDraft } from '#shared/rules/check-draft.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import { type Resolution, resolve } from '#shared/rules/resolve.ts';
import { shareTech } from '#shared/rules/stats.ts';
import type { SystemId } from '#shared/ruleset/catalogue.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { DealOffer, Term } from '#shared/state/deal.ts';
import type { Entry, Ledger } from '#shared/state/ledger.ts';
import type { ActorState, LawState, MatchState } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';

export const { ruleset } = await loadBaseRuleset();
export const SEED = '00112233445566778899aabbccddeeff';

export const WASHINGTON = 'base:washington-gov';
export const BEIJING = 'base:beijing-gov';
export const NVIDIA = 'base:nvidia';
export const HUAWEI = 'base:huawei';
export const OPENAI = 'base:openai';
export const META = 'base:meta';
export const DEEPSEEK = 'base:deepseek';
export const QWEN = 'base:qwen';
export const WEST = 'base:washington';
export const EAST = 'base:beijing';

/** Value of a parameter of the model. */
export const parameter = (name: string): number => ruleset.parameters[`base:${name}`]?.value ?? Number.NaN;

type Change = (state: MatchState) => void;
/** A new match of a scenario, changed as the test needs it. */
export function match(scenario: string, change: Change = () => undefined): MatchState {
  const state = structuredClone(newMatch(ruleset, scenario, SEED));
  change(state);
  return state;
}
export const october = (change?: Change): MatchState => match('base:october-rule', change);

export function actorOf(state: MatchState, id: string): ActorState {
  const found = state.actors[id];
  if (found === undefined) throw new RangeError(`no actor ${id}`);
  return found;
}
export const ownOf = (state: MatchState, id: string): ActorState['own'] => actorOf(state, id).own;
export const capitalOf = (state: MatchState, id: string): number => actorOf(state, id).open.capital ?? Number.NaN;

/** Gives an actor technologies. */
export function teach(state: MatchState, id: string, ...techs: readonly string[]): void {
  for (const tech of techs) {
    ownOf(state, id).techs[`base:${tech}`] = 0;
    shareTech({ ruleset, state }, id, `base:${tech}`);
  }
}

/** Puts a law into force, as if it had been made before the match. */
export function enact(
  state: MatchState,
  law: string,
  setting: string,
  by: string,
  target: string,
  more: Partial<LawState> = {},
): LawState {
  const def = ruleset.laws[`base:${law}`];
  const found = def?.settings.find((item) => item.key === setting);
  if (def === undefined || found === undefined) throw new RangeError(`no law ${law} ${setting}`);
  const id = `${def.id}/${by}/${target}/test`;
  const made: LawState = {
    id,
    law: def.id,
    lever: def.lever,
    by,
    bloc: actorOf(state, by).bloc,
    target,
    chip: null,
    setting: found,
    announcedTurn: -3,
    forceTurn: -1,
    untilTurn: null,
    ...more,
  };
  state.laws[id] = made;
  return made;
}

/** The ruleset with one system switched off. */
export const without = (system: SystemId): Ruleset => ({ ...ruleset, systems: { ...ruleset.systems, [system]: false } });

export const knownTo = (state: MatchState, seat: string, rules = ruleset): Known => ({
  ruleset: rules,
  seat,
  state: viewFor(rules, state, seat).state,
});

/** Checks a draft and gives the last order's result. */
export function checked(state: MatchState, seat: string, orders: Order | readonly Order[], rules = ruleset): CheckedOrder {
  const found = checkDraft(knownTo(state, seat, rules), [orders].flat()).orders.at(-1);
  if (found === undefined) throw new RangeError('no order');
  return found;
}
/** Message id of the reason why the order (the last of several) is refused, or null where it is legal. */
export const reasonOf = (state: MatchState, seat: string, orders: Order | readonly Order[], rules = ruleset): string | null =>
  checked(state, seat, orders, rules).rejection?.id ?? null;

/** Plays a turn with these orders; throws where one is refused, so that a test never passes by a refusal. */
export function play(
  state: MatchState,
  orders: Record<string, Order[]> = {},
  deals: DealOffer[] = [],
  rules = ruleset,
): Resolution {
  const resolution = resolve(rules, state, { orders, deals });
  const refused = Object.values(resolution.refused).flat();
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return resolution;
}
/** The state after some quiet turns. */
export function later(state: MatchState, turns: number): MatchState {
  let now = state;
  for (let n = 0; n < turns; n += 1) now = play(now).state;
  return now;
}

/** Entries of which an order of this kind by this seat is a cause. */
export const causedBy = (ledger: Ledger, seat: string, kind: string): Entry[] =>
  ledger.filter((entry) =>
    entry.causes.some((cause) => cause.kind === 'order' && cause.by === seat && cause.id.split('/').at(-1) === kind),
  );
/** Entries whose line in the report is this message. */
export const lines = (ledger: Ledger, id: string): Entry[] => ledger.filter((entry) => entry.line?.id === id);
/** Thousand dollars that an account paid because of an order of this kind. */
export const paidFor = (ledger: Ledger, seat: string, kind: string): number =>
  causedBy(ledger, seat, kind)
    .filter((entry) => entry.topic === 'money' && entry.from === `actor:${seat}`)
    .reduce((sum, entry) => sum + entry.amount, 0);
/** Capital that a government spent because of an order of this kind, named by it or by what it made. */
export function capitalFor(ledger: Ledger, seat: string, kind: string): number {
  const made = causedBy(ledger, seat, kind);
  const cited = new Set(made.flatMap((entry) => entry.causes.filter((cause) => cause.kind === 'entry').map((cause) => cause.id)));
  const spent = ledger.filter((entry) => entry.topic === 'capital' && (made.includes(entry) || cited.has(entry.id)));
  return spent.reduce((sum, entry) => sum - entry.amount, 0);
}

export const deal = (from: string, to: string, turns: number, ...terms: Term[]): DealOffer => ({
  id: `${from}/${to}/${terms.map((term) => term.term).join()}`.slice(0, 60),
  from,
  to,
  turns,
  terms,
});
