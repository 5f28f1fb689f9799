/** The ruleset on screen, and short ways to what is asked of it most. */
import { signal } from '@preact/signals';
import type { Actor, Bloc } from '#shared/ruleset/schema/actors.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { KnownState } from '#shared/state/schema.ts';

/** The ruleset of the match, or of the home page's scenarios; null until it has loaded. */
export const ruleset = signal<Ruleset | null>(null);

export function actorOf(id: string | null | undefined): Actor | undefined {
  return id === null || id === undefined ? undefined : ruleset.value?.actors[id];
}

/** The bloc of that id, or the bloc of an actor of that id. */
export function blocOf(id: string | null | undefined): Bloc | undefined {
  if (id === null || id === undefined) return undefined;
  const world = ruleset.value;
  return world?.blocs[world.actors[id]?.bloc ?? id] ?? world?.blocs[id];
}

/** Custom properties that colour an element as a bloc by day and by night. */
export function blocColours(id: string | null | undefined): Record<string, string> {
  const bloc = blocOf(id);
  return bloc === undefined ? {} : { '--bloc-day': bloc.colourDay, '--bloc-night': bloc.colourNight };
}

/** Blocs of a match in the order in which its seats are listed. */
export function blocsOf(state: KnownState): string[] {
  const seated = state.seats.map((seat) => state.actors[seat]?.bloc ?? '');
  return [...new Set([...seated, ...Object.keys(state.blocs)])].filter((bloc) => state.blocs[bloc] !== undefined);
}
