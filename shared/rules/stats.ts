/** Statistics: what technologies add up to for an actor. Scales multiply, additions add; all from the ruleset's data. */
import { STATS, type StatId } from '../ruleset/catalogue.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Effect, Tech } from '../ruleset/schema/technology.ts';
import { clamp } from '../util/exact-math.ts';
import { sortedValues } from '../util/ids.ts';
import { actorOf, blocOf, type FullGround, type Ground, membersOf } from './know.ts';

interface Indexed {
  readonly tech: Tech;
  readonly effect: Effect;
}
const indexes = new WeakMap<Ruleset, Map<StatId, Indexed[]>>();

function indexOf(ruleset: Ruleset): Map<StatId, Indexed[]> {
  const found = indexes.get(ruleset);
  if (found !== undefined) return found;
  const index = new Map<StatId, Indexed[]>();
  for (const tech of sortedValues(ruleset.techs)) {
    for (const effect of tech.effects) {
      const list = index.get(effect.stat) ?? [];
      list.push({ tech, effect });
      index.set(effect.stat, list);
    }
  }
  indexes.set(ruleset, index);
  return index;
}

/** What an actor knows by itself, and through its bloc. */
interface Learned {
  readonly actor: string;
  readonly mine: Readonly<Record<string, number>> | undefined;
  readonly shared: Readonly<Record<string, string>> | undefined;
}

function learnedBy(ground: Ground, actor: string): Learned {
  const self = actorOf(ground, actor);
  return { actor, mine: self.own?.techs, shared: ground.state.blocs[self.bloc]?.shared?.techs };
}

/** Actor by which a technology helps: the one itself, a member of its bloc, or null. */
function helper({ actor, mine, shared }: Learned, { tech, effect }: Indexed): string | null {
  if (mine?.[tech.id] !== undefined) return actor;
  return effect.scope === 'bloc' || tech.sharedInBloc ? (shared?.[tech.id] ?? null) : null;
}

/** Notes for the bloc what a member has learned, where it helps all of them; they see it, though not the member's secrets. */
export function shareTech(ground: FullGround, actor: string, techId: string): void {
  const tech = ground.ruleset.techs[techId];
  const shared = ground.state.blocs[ground.state.actors[actor]?.bloc ?? '']?.shared;
  if (tech === undefined || shared === undefined || !helpsBloc(tech)) return;
  shared.techs[techId] ??= actor;
}

const helpsBloc = (tech: Tech): boolean => tech.sharedInBloc || tech.effects.some((effect) => effect.scope === 'bloc');

export interface StatPart {
  readonly tech: string;
  readonly by: string;
  readonly value: number;
}

/** The technologies behind a statistic and what each does, in order of id. */
export function statParts(ground: Ground, actor: string, stat: StatId, tags: readonly string[] = []): StatPart[] {
  const parts: StatPart[] = [];
  const learned = learnedBy(ground, actor);
  for (const indexed of indexOf(ground.ruleset).get(stat) ?? []) {
    if (indexed.effect.chipTag !== undefined && !tags.includes(indexed.effect.chipTag)) continue;
    const by = helper(learned, indexed);
    if (by !== null) parts.push({ tech: indexed.tech.id, by, value: indexed.effect.value });
  }
  return parts;
}

/** What was reckoned for a set of actors: by actor, then statistic and chip tags; and the best of each bloc. */
interface Reckoned {
  readonly actors: Map<string, Map<string, number>>;
  readonly highest: Map<string, Map<StatId, number>>;
  readonly lowest: Map<string, Map<StatId, number>>;
}
const reckoned = new WeakMap<object, Reckoned>();

function reckonedOf(actors: object): Reckoned {
  let found = reckoned.get(actors);
  if (found === undefined) {
    found = { actors: new Map(), highest: new Map(), lowest: new Map() };
    reckoned.set(actors, found);
  }
  return found;
}

/** The figures of one actor or bloc. */
function figuresOf<K>(all: Map<string, Map<K, number>>, id: string): Map<K, number> {
  let figures = all.get(id);
  if (figures === undefined) {
    figures = new Map();
    all.set(id, figures);
  }
  return figures;
}

/**
 * To be called when an actor has learned a technology: what it may have changed is reckoned anew. What is kept of others
 * may be shared with copies in which nobody has learned it, so that it is not changed.
 */
export function forgetStats(ground: FullGround, actor: string, techId: string): void {
  const found = reckoned.get(ground.state.actors);
  if (found === undefined) return;
  const bloc = blocOf(ground, actor);
  const tech = ground.ruleset.techs[techId];
  const helped = tech === undefined || helpsBloc(tech) ? membersOf(ground, bloc) : [actor];
  reckoned.set(ground.state.actors, {
    actors: without(found.actors, helped),
    highest: without(found.highest, [bloc]),
    lowest: without(found.lowest, [bloc]),
  });
}

function without<V>(all: ReadonlyMap<string, V>, ids: readonly string[]): Map<string, V> {
  const rest = new Map(all);
  for (const id of ids) rest.delete(id);
  return rest;
}

/** To be called for a copy of a set of actors in which everybody knows the same technologies: what is reckoned holds for it too. */
export function keepStats(actors: object, copy: object): void {
  const found = reckoned.get(actors);
  if (found !== undefined) reckoned.set(copy, found);
}

/** Value of a statistic for an actor: a factor for scales (1 is none), else a sum in the statistic's unit. */
export function statOf(ground: Ground, actor: string, stat: StatId, tags: readonly string[] = []): number {
  const values = figuresOf(reckonedOf(ground.state.actors).actors, actor);
  const key = tags.length === 0 ? stat : `${stat}|${tags.join()}`;
  const found = values.get(key);
  if (found !== undefined) return found;
  const value = reckon(ground, actor, stat, tags);
  values.set(key, value);
  return value;
}

function reckon(ground: Ground, actor: string, stat: StatId, tags: readonly string[]): number {
  const info = STATS[stat];
  let value = info.how === 'scale' ? 1 : 0;
  const learned = learnedBy(ground, actor);
  for (const indexed of indexOf(ground.ruleset).get(stat) ?? []) {
    const { effect } = indexed;
    if ((effect.chipTag !== undefined && !tags.includes(effect.chipTag)) || helper(learned, indexed) === null) continue;
    value = info.how === 'scale' ? (value * effect.value) / 1000 : value + effect.value;
  }
  return info.how === 'scale' ? clamp(value, 0.01, 1000) : clamp(value, info.min, info.max * 10);
}

/** Best value of a statistic among the members of a bloc (highest for additions and gains, lowest for losses). */
export function blocStat(ground: Ground, bloc: string, stat: StatId, best: 'highest' | 'lowest' = 'highest'): number {
  const values = figuresOf(reckonedOf(ground.state.actors)[best], bloc);
  const found = values.get(stat);
  if (found !== undefined) return found;
  const info = STATS[stat];
  let value: number = info.how === 'scale' ? 1 : 0;
  for (const id of membersOf(ground, bloc)) {
    if (ground.state.actors[id]?.own === undefined) continue;
    const mine = statOf(ground, id, stat);
    value = best === 'highest' ? Math.max(value, mine) : Math.min(value, mine);
  }
  values.set(stat, value);
  return value;
}
