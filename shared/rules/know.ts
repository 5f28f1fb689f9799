/** Questions about a match that both the rules and a seat's view can answer: chips, makers, blocs, seats. */

import type { ParameterName } from '../ruleset/parameter-names.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Chip } from '../ruleset/schema/world.ts';
import type { KnownActor, KnownState, MatchState, OwnActor } from '../state/schema.ts';
import { contentIndex, contentKeys, sortedEntries, sortedKeys, sortedValues } from '../util/ids.ts';
import type { Known } from './order-kind.ts';

/** Ruleset and what is known: the part of `Turn` and `Known` that questions need. */
export interface Ground {
  readonly ruleset: Ruleset;
  readonly state: KnownState;
}

/** Ground on which all secrets are known. */
export interface FullGround extends Ground {
  readonly state: MatchState;
}

export function actorOf(ground: Ground, id: string): KnownActor {
  const found = ground.state.actors[id];
  if (found === undefined) throw new RangeError(`no actor ${id} in this match`);
  return found;
}

/** The seat's own secrets; a view always holds those of its seat. */
export function ownOf(known: Known): OwnActor {
  const found = actorOf(known, known.seat).own;
  if (found === undefined) throw new RangeError(`the view does not belong to ${known.seat}`);
  return found;
}

export const blocOf = (ground: Ground, actor: string): string => actorOf(ground, actor).bloc;
export const roleOf = (ground: Ground, actor: string): string => actorOf(ground, actor).role;

/** Specification of a chip of the ruleset or of a design made in play (the maker's own secret ones where known). */
export function chipSpec(ground: Ground, id: string): Chip | null {
  const listed = ground.ruleset.chips[id] ?? ground.state.designs[id];
  if (listed !== undefined) return listed;
  for (const actor of rosterOf(ground).ids) {
    const design = ground.state.actors[actor]?.own?.designs[id];
    if (design !== undefined) return design;
  }
  return null;
}

const chipsByMaker = contentIndex((chip: Chip) => chip.maker);

/** Who is who in a match: it never changes while it runs, so it is sorted once for each set of actors. */
interface Roster {
  readonly ids: readonly string[];
  readonly labs: readonly string[];
  readonly makers: readonly string[];
  /** Makers, and labs that make chips for themselves. */
  readonly chipmakers: readonly string[];
  readonly governments: readonly string[];
  readonly members: ReadonlyMap<string, readonly string[]>;
}
const rosters = new WeakMap<object, Roster>();

function rosterOf(ground: Ground): Roster {
  const found = rosters.get(ground.state.actors);
  if (found !== undefined) return found;
  const ids = sortedKeys(ground.state.actors);
  const members = new Map<string, string[]>();
  for (const id of ids) {
    const bloc = actorOf(ground, id).bloc;
    members.set(bloc, [...(members.get(bloc) ?? []), id]);
  }
  const roster: Roster = {
    ids,
    labs: ids.filter((id) => isLab(ground, id)),
    makers: ids.filter((id) => isMaker(ground, id)),
    chipmakers: ids.filter((id) => isMaker(ground, id) || chipsByMaker(ground.ruleset.chips, id).length > 0),
    governments: ids.filter((id) => hasCapital(ground, id)),
    members,
  };
  rosters.set(ground.state.actors, roster);
  return roster;
}

export const isFirm = (ground: Ground, id: string): boolean => !hasCapital(ground, id);
/** Governments hold political capital; nobody else does. */
export const hasCapital = (ground: Ground, id: string): boolean => actorOf(ground, id).open.capital !== null;
/** Labs are those that neither govern nor sell chips to others. */
export const isLab = (ground: Ground, id: string): boolean => isFirm(ground, id) && !isMaker(ground, id);

const sellerCache = new WeakMap<Ruleset, ReadonlySet<string>>();
/** Makers sell accelerators to others. */
export function isMaker(ground: Ground, id: string): boolean {
  let sellers = sellerCache.get(ground.ruleset);
  if (sellers === undefined) {
    const { chips, actors } = ground.ruleset;
    sellers = new Set(
      contentKeys(chips)
        .map((chip) => chips[chip]?.maker ?? '')
        .filter((maker) => actors[maker]?.ownChipsOnly === false),
    );
    sellerCache.set(ground.ruleset, sellers);
  }
  return sellers.has(id);
}

const ofBloc = (ground: Ground, ids: readonly string[], bloc: string | undefined): readonly string[] =>
  bloc === undefined ? ids : ids.filter((id) => blocOf(ground, id) === bloc);
/** Labs, makers and governments of the match, or of one bloc of it, in order of id. */
export const labsOf = (ground: Ground, bloc?: string): readonly string[] => ofBloc(ground, rosterOf(ground).labs, bloc);
export const makersOf = (ground: Ground): readonly string[] => rosterOf(ground).makers;
export const chipmakersOf = (ground: Ground): readonly string[] => rosterOf(ground).chipmakers;
export const governmentsOf = (ground: Ground, bloc?: string): readonly string[] =>
  ofBloc(ground, rosterOf(ground).governments, bloc);
/** All actors of a bloc, in order of id. */
export const membersOf = (ground: Ground, bloc: string): readonly string[] => rosterOf(ground).members.get(bloc) ?? [];
export const blocIds = (ground: Ground): string[] => sortedKeys(ground.state.blocs);
export const rivalBlocs = (ground: Ground, bloc: string): string[] => blocIds(ground).filter((id) => id !== bloc);

/**
 * Chips that a maker can build now, from its own secrets: the technology is known (or none is needed) and no newer chip
 * replaces it. Empty where the maker's secrets are not known; `onSale` is the public side.
 */
export function productLine(ground: Ground, maker: string): Chip[] {
  const own = actorOf(ground, maker).own;
  if (own === undefined) return [];
  const listed = chipsByMaker(ground.ruleset.chips, maker).filter(
    (chip) => chip.requires === null || own.techs[chip.requires] !== undefined,
  );
  for (const [, design] of sortedEntries(own.designs)) listed.push(design);
  const replaced = new Set(listed.map((chip) => chip.replaces));
  return listed.filter((chip) => !replaced.has(chip.id));
}

/** Chips that a maker offers to the world, by its public price list, in order of id. */
export function onSale(ground: Ground, maker: string): Chip[] {
  return sortedKeys(actorOf(ground, maker).open.pricesKusd)
    .map((id) => chipSpec(ground, id))
    .filter((chip): chip is Chip => chip !== null);
}

/** Price asked for a chip now, thousand dollars. */
export function priceOf(ground: Ground, chip: Chip): number {
  return ground.state.actors[chip.maker]?.open.pricesKusd[chip.id] ?? chip.priceKusd;
}

const parameterCache = new WeakMap<Ruleset, Map<string, number>>();
/** Parameter of the model by its name without the namespace; rulesets are complete once `completeRuleset` took them. */
export function parameterOf(ground: { readonly ruleset: Ruleset }, name: ParameterName): number {
  let values = parameterCache.get(ground.ruleset);
  if (values === undefined) {
    values = new Map(
      contentKeys(ground.ruleset.parameters).map((id) => [
        id.slice(id.indexOf(':') + 1),
        ground.ruleset.parameters[id]?.value ?? 0,
      ]),
    );
    parameterCache.set(ground.ruleset, values);
  }
  const found = values.get(name);
  if (found === undefined) throw new RangeError(`no parameter ${name}`);
  return found;
}

/** Best public model of a lab, of a bloc or of all; null where there is none. */
export function bestModel(
  ground: Ground,
  of: { actor?: string; bloc?: string; open?: boolean },
): KnownState['models'][string] | null {
  let best: KnownState['models'][string] | null = null;
  let bestId = '';
  for (const id in ground.state.models) {
    const model = ground.state.models[id] as KnownState['models'][string];
    if (best !== null && model.capabilityMilli < best.capabilityMilli) continue;
    // Of equals the first by id, as if all were looked at in that order.
    if (best !== null && model.capabilityMilli === best.capabilityMilli && id > bestId) continue;
    if (of.actor !== undefined && model.by !== of.actor) continue;
    if (of.bloc !== undefined && ground.state.actors[model.by]?.bloc !== of.bloc) continue;
    if (of.open !== undefined && model.open !== of.open) continue;
    best = model;
    bestId = id;
  }
  return best;
}

/** Best public model of every lab that has one, or every lab's best with open weights. */
export function bestModels(ground: Ground, open?: true): Map<string, KnownState['models'][string]> {
  const best = new Map<string, KnownState['models'][string]>();
  // In order of id: of equals the first stays.
  for (const model of sortedValues(ground.state.models)) {
    if (open !== undefined && !model.open) continue;
    const other = best.get(model.by);
    if (other === undefined || model.capabilityMilli > other.capabilityMilli) best.set(model.by, model);
  }
  return best;
}

/** Lead of a bloc's best public model over the best of all others, milli-points (negative when behind). */
export function leadMilli(ground: Ground, bloc: string): number {
  const mine = bestModel(ground, { bloc })?.capabilityMilli ?? 0;
  let others = 0;
  for (const rival of rivalBlocs(ground, bloc))
    others = Math.max(others, bestModel(ground, { bloc: rival })?.capabilityMilli ?? 0);
  return mine - others;
}
