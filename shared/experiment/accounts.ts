/** Conservation: stocks of a state by the names that the ledger gives their accounts, and sums of the ledger by account. */
import { eflopOf } from '../rules/compute.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Entry, Ledger } from '../state/ledger.ts';
import type { MatchState } from '../state/schema.ts';

/** Amount by account (money) or by account and chip. */
export type Sums = Map<string, number>;

const add = (sums: Sums, key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount);

/** Cash by account, thousand dollars. */
export function moneyOf(state: MatchState): Sums {
  return new Map(Object.entries(state.actors).map(([id, { own }]) => [`actor:${id}`, own.cashKusd]));
}

/** Accelerators by account and chip: installed, in store, on the way, and those of unplayed buyers. */
export function chipsOf(state: MatchState): Sums {
  const sums: Sums = new Map();
  for (const [id, { own }] of Object.entries(state.actors)) {
    for (const [chip, units] of Object.entries(own.chips)) add(sums, `actor:${id} ${chip}`, units);
    for (const [chip, units] of Object.entries(own.inventory)) add(sums, `actor:${id}/inventory ${chip}`, units);
    for (const { chip, units } of own.arriving) add(sums, `actor:${id}/arriving ${chip}`, units);
  }
  for (const [id, { shared }] of Object.entries(state.blocs))
    for (const [chip, units] of Object.entries(shared.chips)) add(sums, `bloc:${id} ${chip}`, units);
  return sums;
}

/** What the ledger's entries of a topic move in and out of each account; the world outside has accounts but no stocks. */
export function movedBy(ledger: Ledger, topic: 'money' | 'chips'): Sums {
  const sums: Sums = new Map();
  for (const entry of ledger) {
    if (entry.topic !== topic) continue;
    const item = topic === 'chips' ? ` ${entry.item}` : '';
    if (entry.from !== null) add(sums, `${entry.from}${item}`, -entry.amount);
    if (entry.to !== null) add(sums, `${entry.to}${item}`, entry.amount);
  }
  return sums;
}

/** Accounts whose stock did not change by what the ledger says, with both changes. */
export function unbalanced(before: Sums, after: Sums, moved: Sums): { account: string; stock: number; ledger: number }[] {
  return [...new Set([...before.keys(), ...after.keys(), ...moved.keys()])]
    .filter((account) => !account.startsWith('world:'))
    .sort()
    .map((account) => ({
      account,
      stock: (after.get(account) ?? 0) - (before.get(account) ?? 0),
      ledger: moved.get(account) ?? 0,
    }))
    .filter(({ stock, ledger }) => stock !== ledger);
}

/** Turn in which an entry was written: the last call settles several. */
const turnOf = (entry: Entry): number => Number(entry.id.split('.')[0]);

/** Actors that used more compute in a turn than their clusters do in it. */
export function overused(
  ruleset: Ruleset,
  before: MatchState,
  ledger: Ledger,
): { turn: number; actor: string; used: number; can: number }[] {
  const milli = new Map(Object.entries(before.actors).map(([id, { own }]) => [id, own.trainMilliH100e]));
  const found: ReturnType<typeof overused> = [];
  for (const turn of new Set(ledger.map(turnOf))) {
    const used = new Map<string, number>();
    for (const entry of ledger) {
      if (turnOf(entry) !== turn) continue;
      if (entry.line?.id === 'report.compute') milli.set(entry.subject, entry.after ?? 0);
      if (entry.topic === 'flop') used.set(entry.subject, (used.get(entry.subject) ?? 0) + entry.amount);
    }
    for (const [actor, eflop] of used) {
      const can = eflopOf({ ruleset }, milli.get(actor) ?? 0);
      if (eflop > can + 1) found.push({ turn, actor, used: eflop, can });
    }
  }
  return found;
}
