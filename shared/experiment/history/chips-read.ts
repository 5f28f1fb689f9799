/** Chips of a played quarter: what stands where, what was delivered to whom, in thousands and by rating. */
import { blocOf, chipSpec } from '../../rules/know.ts';
import type { Ledger } from '../../state/ledger.ts';
import { sortedEntries } from '../../util/ids.ts';
import type { HistoryGround } from './ground.ts';
import type { HistoryScript } from './script.ts';

/** Rating of chips, thousandths of an H100. */
function ratingMilli(ground: HistoryGround, chips: Readonly<Record<string, number>>): number {
  let milli = 0;
  for (const [chip, units] of sortedEntries(chips)) milli += units * (chipSpec(ground, chip)?.trainMilliH100e ?? 0);
  return milli;
}

/** Chips of an actor, smuggled ones among them, and what it rents: hardware, before software and power. */
export function installedMilli(ground: HistoryGround, actor: string): number {
  const own = ground.state.actors[actor]?.own;
  return own === undefined ? 0 : ratingMilli(ground, own.chips) + own.rentedMilliH100e;
}

export function blocInstalledMilli(ground: HistoryGround, bloc: string): number {
  let milli = ratingMilli(ground, ground.state.blocs[bloc]?.shared.chips ?? {});
  for (const [id, actor] of sortedEntries(ground.state.actors)) if (actor.bloc === bloc) milli += installedMilli(ground, id);
  return milli;
}

/** Accelerators that reached the follower's bloc this turn, by sale or by smuggling, and those made there; thousands. */
export function cardsTo(ground: HistoryGround, script: HistoryScript, ledger: Ledger): { cards: number; domesticCards: number } {
  let cards = 0;
  let domesticCards = 0;
  for (const entry of ledger) {
    if (entry.topic !== 'chips' || entry.from === null || entry.to === null || entry.item === null) continue;
    const smuggled = entry.from.startsWith('bloc:') && !entry.to.startsWith('world:');
    if (!smuggled && !entry.from.endsWith('/inventory')) continue;
    if (buyerBloc(ground, entry.to) !== script.follower) continue;
    cards += entry.amount;
    if (blocOf(ground, chipSpec(ground, entry.item)?.maker ?? '') === script.follower) domesticCards += entry.amount;
  }
  return { cards: cards / 1000, domesticCards: domesticCards / 1000 };
}

/** Bloc that a ledger account of a buyer belongs to. */
const buyerBloc = (ground: HistoryGround, account: string): string =>
  account.startsWith('bloc:') ? account.slice(5) : blocOf(ground, account.slice('actor:'.length).split('/')[0] ?? '');

/** Chips that the leader's maker sold to buyers of the follower's bloc, thousand H100 equivalents. */
export function inflow(ground: HistoryGround, script: HistoryScript, ledger: Ledger): number {
  let milli = 0;
  for (const entry of ledger) {
    if (
      entry.topic !== 'chips' ||
      entry.from !== `actor:${script.leaderMaker}/inventory` ||
      entry.to === null ||
      entry.item === null
    )
      continue;
    if (buyerBloc(ground, entry.to) === script.follower)
      milli += entry.amount * (chipSpec(ground, entry.item)?.trainMilliH100e ?? 0);
  }
  return milli / 1e6;
}
