/** Checks the graph of technologies: no circles, and every one within reach of some actor. */
import type { Actor } from '../schema/actors.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Branch, Tech } from '../schema/technology.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type CheckedEntries, type CheckedEntry, sayInEntry } from './entries.ts';

export function checkTechnologies({ valid }: CheckedEntries, diagnostics: Diagnostic[]): void {
  const entries = valid.get('techs') ?? new Map<string, CheckedEntry>();
  const techs = new Map([...entries].map(([id, { value }]) => [id, value as Tech]));
  const inCircle = reportCircles(entries, techs, diagnostics);
  if (inCircle.size > 0 || (valid.get('actors')?.size ?? 0) === 0) return;
  const reached = reachedByAnyBloc(techs, valid);
  for (const [id, entry] of entries) {
    const tech = techs.get(id);
    if (!tech || reached.has(id) || tech.requires.some((other) => !reached.has(other))) continue;
    sayInEntry(entry, ['id'], diagnostics, 'M008', `nobody can ever reach "${id}"`, 'no actor has both its branch and its bloc');
  }
}

/** Says each circle once, at the requirement that closes it; returns all members. */
function reportCircles(
  entries: ReadonlyMap<string, CheckedEntry>,
  techs: ReadonlyMap<string, Tech>,
  diagnostics: Diagnostic[],
): Set<string> {
  const members = new Set<string>();
  const done = new Set<string>();
  const visit = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id);
    if (start >= 0) {
      const circle = trail.slice(start);
      const last = circle[circle.length - 1] ?? id;
      const entry = entries.get(last);
      const index = techs.get(last)?.requires.indexOf(id) ?? 0;
      for (const member of circle) members.add(member);
      if (entry)
        sayInEntry(
          entry,
          ['requires', index],
          diagnostics,
          'M007',
          `prerequisites go in a circle: ${[...circle, id].join(' -> ')}`,
        );
      return;
    }
    if (done.has(id)) return;
    for (const other of techs.get(id)?.requires ?? []) visit(other, [...trail, id]);
    done.add(id);
  };
  for (const id of [...techs.keys()].sort()) visit(id, []);
  return members;
}

/**
 * Technologies that some bloc can know: one of its actors has the branch, the bloc is allowed, and what is required is
 * known in the bloc. More generous than any one actor's path, so that what is reported is certain.
 */
function reachedByAnyBloc(techs: ReadonlyMap<string, Tech>, valid: CheckedEntries['valid']): Set<string> {
  const all = <T>(kind: 'actors' | 'branches' | 'scenarios') =>
    [...(valid.get(kind) ?? [])].map(([id, { value }]) => [id, value as T] as const);
  const actors = new Map(all<Actor>('actors'));
  const branches = new Map(all<Branch>('branches'));
  const known = new Set<string>();
  const key = (bloc: string, tech: string) => `${bloc} ${tech}`;
  for (const [, scenario] of all<Scenario>('scenarios')) {
    for (const [id, { techs: start }] of Object.entries(scenario.actors)) {
      for (const tech of start) known.add(key(actors.get(id)?.bloc ?? '', tech));
    }
  }
  for (let size = -1; size !== known.size; ) {
    size = known.size;
    for (const [id, tech] of techs) {
      const roles = branches.get(tech.branch)?.roles ?? [];
      for (const { bloc, role } of actors.values()) {
        const allowed = roles.includes(role) && (tech.blocs.length === 0 || tech.blocs.includes(bloc));
        if (allowed && tech.requires.every((other) => known.has(key(bloc, other)))) known.add(key(bloc, id));
      }
    }
  }
  return new Set([...known].map((pair) => pair.slice(pair.indexOf(' ') + 1)));
}
