/** The seals of the map: every site, and the actors that are at home there. */

import type { Actor } from '#shared/ruleset/schema/actors.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { Site } from '#shared/ruleset/schema/world.ts';
import type { OwnActor, SeatView } from '#shared/state/schema.ts';
import { sortedEntries, sortedKeys } from '#shared/util/ids.ts';
import { lookOf } from '../../map/looks.ts';
import { project } from '../../map/projection.ts';
import type { MapNode } from '../../map/types.ts';

/** Sites that mean nothing on the map without an actor who lives there. */
const HOMES: readonly Site['kind'][] = ['government', 'lab', 'chipmaker'];

export function nodesOf(ruleset: Ruleset, view: SeatView, drafted: ReadonlySet<string>): MapNode[] {
  const residents = residentsBySite(ruleset, view);
  const own = view.state.actors[view.seat]?.own;
  return sortedEntries(ruleset.sites).flatMap(([id, site]) => {
    const actors = residents.get(id) ?? [];
    if (actors.length === 0) return HOMES.includes(site.kind) ? [] : [siteNode(ruleset, view, id, site, own, drafted)];
    return actors.map((actor) => homeNode(ruleset, view, id, site, actor, actors.length > 1, drafted));
  });
}

function residentsBySite(ruleset: Ruleset, view: SeatView): Map<string, Actor[]> {
  const bySite = new Map<string, Actor[]>();
  for (const id of sortedKeys(view.state.actors)) {
    const actor = ruleset.actors[id];
    if (actor) bySite.set(actor.home, [...(bySite.get(actor.home) ?? []), actor]);
  }
  return bySite;
}

function homeNode(
  ruleset: Ruleset,
  view: SeatView,
  siteId: string,
  site: Site,
  actor: Actor,
  shared: boolean,
  drafted: ReadonlySet<string>,
): MapNode {
  return {
    id: shared ? actor.id : siteId,
    site: siteId,
    actor: actor.id,
    kind: site.kind,
    at: project(site.lon, site.lat),
    look: lookOf(ruleset.blocs[actor.bloc]),
    initials: actor.initials,
    label: { id: `actor.${actor.id}`, params: {} },
    side: site.label.side,
    rank: actor.id === view.seat ? 0 : site.label.rank,
    state: isShut(view, site) ? 'shut' : 'default',
    you: actor.id === view.seat,
    drafted: drafted.has(siteId) || drafted.has(actor.id),
    aligned: true,
    power: null,
    use: [],
  };
}

function siteNode(
  ruleset: Ruleset,
  view: SeatView,
  id: string,
  site: Site,
  own: OwnActor | undefined,
  drafted: ReadonlySet<string>,
): MapNode {
  const usedMw = own?.powerMw[id] ?? 0;
  const building = own?.builds.some((build) => build.site === id) ?? false;
  return {
    id,
    site: id,
    actor: null,
    kind: site.kind,
    at: project(site.lon, site.lat),
    look: lookOf(site.bloc === null ? null : ruleset.blocs[site.bloc]),
    initials: null,
    label: { id: `site.${id}`, params: {} },
    side: site.label.side,
    rank: site.label.rank,
    state: isShut(view, site) ? 'shut' : building && usedMw === 0 ? 'building' : 'default',
    you: false,
    drafted: drafted.has(id),
    aligned: site.bloc !== null,
    power: site.power ? { usedMw, limitMw: powerLimitMw(site.power, view.state.turn, usedMw) } : null,
    use: site.kind === 'demand' ? useOf(ruleset, view, id) : [],
  };
}

/** The strait is closed: what lies on it and belongs to no bloc stands still. */
function isShut({ state }: SeatView, { kind, bloc }: Site): boolean {
  return state.ended === 'strait' && bloc === null && (kind === 'foundry' || kind === 'packaging');
}

/** Whose models the people of a market use, by bloc. */
function useOf(ruleset: Ruleset, { state }: SeatView, site: string): MapNode['use'] {
  const permilleByBloc = new Map<string, number>();
  for (const [id, region] of sortedEntries(ruleset.regions)) {
    if (region.site !== site) continue;
    for (const [model, permille] of sortedEntries(state.market[id]?.use ?? {})) {
      const bloc = ruleset.actors[state.models[model]?.by ?? model]?.bloc;
      if (bloc !== undefined) permilleByBloc.set(bloc, (permilleByBloc.get(bloc) ?? 0) + permille);
    }
  }
  return [...permilleByBloc]
    .map(([bloc, permille]) => ({ look: lookOf(ruleset.blocs[bloc]), permille }))
    .sort((a, b) => b.permille - a.permille);
}

/** What the site may hold this turn; technologies may have raised it, so it is never under what stands. */
function powerLimitMw(power: NonNullable<Site['power']>, turn: number, usedMw: number): number {
  return Math.max(usedMw, power.limitMw + power.growthMwPerTurn * turn);
}
