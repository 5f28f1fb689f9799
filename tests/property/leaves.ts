/**
 * Every value of a state with the audience that its schema declares, read anew from the schema and the meaning of each
 * audience, so that it can be held against what `viewFor` gives away.
 */
import type { z } from 'zod';
import { type Audience, audienceOf } from '#shared/state/audience.ts';
import { type MatchState, matchStateSchema } from '#shared/state/schema.ts';
import { cloneJson } from '#shared/util/clone.ts';

export type Path = readonly (string | number)[];

export interface Place {
  readonly path: Path;
  /** A number, string, boolean or null; otherwise an entry of a record or a list. */
  readonly leaf: boolean;
  /** True for an entry of a record or list, which may be there or not. */
  readonly optional: boolean;
  /** Audiences declared on the way to it, each with the path of the field that declares it. */
  readonly declared: readonly { readonly audience: Audience; readonly at: Path }[];
}

interface Def {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
}

/** All places of a state, outermost first. */
export function placesOf(state: MatchState): Place[] {
  const places: Place[] = [];
  const visit = (schema: z.ZodType | undefined, value: unknown, above: Place, optional: boolean, path: Path): void => {
    const def = (schema?.def ?? {}) as unknown as Def;
    const audience = schema === undefined ? undefined : audienceOf(schema);
    const leaf = value === null || typeof value !== 'object';
    const declared = audience === undefined ? above.declared : [...above.declared, { audience, at: path }];
    const place = { path, leaf, optional, declared };
    if (def.innerType !== undefined) {
      visit(def.innerType, value, place, optional, path);
      return;
    }
    places.push(place);
    if (leaf) return;
    for (const [key, item] of Object.entries(value))
      visit(def.shape?.[key] ?? def.valueType ?? def.element, item, place, def.shape === undefined, [
        ...path,
        Array.isArray(value) ? Number(key) : key,
      ]);
  };
  visit(matchStateSchema, state, { path: [], leaf: false, optional: false, declared: [] }, false, []);
  return places;
}

/** Whether a seat (or a spectator: null) may see a place by what is declared on the way to it. */
export function maySee(state: MatchState, seat: string | null, { declared }: Place): boolean {
  const actor = seat === null ? undefined : state.actors[seat];
  return declared.every(({ audience, at }) => {
    if (audience === 'public') return true;
    if (audience === 'hidden') return false;
    if (audience === 'ended') return state.ended !== 'no';
    const [section, id] = at.map(String) as [keyof MatchState, string];
    if (audience === 'owner' && section === 'actors') return id === seat;
    if (audience === 'bloc' && section === 'blocs') return actor?.bloc === id;
    if (audience === 'bloc' && section === 'lines') {
      const bloc = state.lines[id]?.bloc ?? null;
      return bloc === null || actor?.bloc === bloc;
    }
    if (audience === 'parties' && section === 'deals') return seat !== null && state.deals[id]?.parties.includes(seat) === true;
    throw new Error(`nobody said who holds ${at.join('.')} (${audience})`);
  });
}

type Container = Record<string | number, unknown>;

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Container | undefined)?.[key], root);
}

export function setAt(root: unknown, path: Path, value: unknown): void {
  (valueAt(root, path.slice(0, -1)) as Container)[path[path.length - 1] as string] = value;
}

/** Another value of the same type. */
export function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return `${value ?? 'something'}~`;
}

/** Changes every leaf that a seat may not see and adds a copy to every list and record of such. */
export function withAllHiddenChanged(state: MatchState, seat: string | null): { state: MatchState; changes: number } {
  const changed = cloneJson(state);
  const hidden = placesOf(state).filter((place) => !maySee(state, seat, place));
  for (const { path, leaf } of hidden) if (leaf) setAt(changed, path, another(valueAt(state, path)));
  for (const { path, optional } of hidden) {
    if (!optional) continue;
    const holder = valueAt(changed, path.slice(0, -1)) as Record<string, unknown> | unknown[];
    const copy = cloneJson(valueAt(changed, path));
    if (Array.isArray(holder)) holder.push(copy);
    else holder[`${path[path.length - 1]}~`] = copy;
  }
  return { state: changed, changes: hidden.length };
}
