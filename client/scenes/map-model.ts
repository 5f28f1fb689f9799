/** The map as one seat sees it: a pure reading of ruleset and view, without words and without Phaser. */

import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { SeatView } from '#shared/state/schema.ts';
import { sortedEntries } from '#shared/util/ids.ts';
import { lookOf } from '../map/looks.ts';
import type { MapModel } from '../map/types.ts';
import { arcsOf } from './model/arcs.ts';
import { barriersOf } from './model/barriers.ts';
import { nodesOf } from './model/nodes.ts';

export type { MapModel } from '../map/types.ts';

export interface MapModelOptions {
  /** Sites, routes and actors that the seat's draft touches. */
  draftPlaces?: readonly string[];
}

export function mapModel(ruleset: Ruleset, view: SeatView, options: MapModelOptions = {}): MapModel {
  const drafted = new Set(options.draftPlaces ?? []);
  return {
    nodes: nodesOf(ruleset, view, drafted),
    arcs: arcsOf(ruleset, view.state, drafted),
    barriers: barriersOf(ruleset, view.state),
    territories: sortedEntries(ruleset.blocs).map(([bloc, { countries, ...rest }]) => ({ bloc, countries, look: lookOf(rest) })),
  };
}
