/** What the map shows, free of any drawing library: the scene, the list view and the tests read the same model. */
import type { Bloc } from '#shared/ruleset/schema/actors.ts';
import type { Route, Site } from '#shared/ruleset/schema/world.ts';
import type { MessageRef } from '#shared/state/ledger.ts';
import type { MapPoint } from './projection.ts';

/** How a bloc looks; colour is never alone. */
export type Look = Pick<Bloc, 'colourDay' | 'colourNight' | 'shape' | 'pattern'>;
export type MapMode = 'day' | 'night';
export type Side = Site['label']['side'];
/** What can be switched on and off on the map. */
export type MapLayer = 'chips' | 'memory' | 'tools' | 'power' | 'market';

/** A seal on the map: a site, or one of several actors at home on one site. */
export interface MapNode {
  /** Id of the site, or of the actor where several share a site. */
  id: string;
  site: string;
  actor: string | null;
  kind: Site['kind'];
  at: MapPoint;
  look: Look;
  initials: string | null;
  label: MessageRef;
  side: Side;
  /** 0 shows first and largest, 4 last. */
  rank: number;
  state: 'default' | 'building' | 'shut';
  you: boolean;
  drafted: boolean;
  /** True for a site of a bloc. */
  aligned: boolean;
  /** Power of the own data centres here and the most that may stand, megawatts; null where none can. */
  power: { usedMw: number; limitMw: number } | null;
  /** For a market: use of the blocs' models, per mille, largest first. */
  use: { look: Look; permille: number }[];
}

/** A flow along a route. Widths are CSS pixels at zoom 1. */
export interface MapArc {
  id: string;
  kind: Route['kind'];
  from: string;
  to: string;
  points: MapPoint[];
  look: Look;
  /** H100 equivalents last turn; 0 where the rules do not count. */
  wanted: number;
  delivered: number;
  wantedPx: number;
  deliveredPx: number;
  state: 'idle' | 'open' | 'short' | 'closed';
  /** Units found and taken on the way. */
  seized: number;
  drafted: boolean;
  wantedLabel: MessageRef | null;
  deliveredLabel: MessageRef | null;
}

export type BarrierState = 'announced' | 'in-force' | 'closed' | 'lifted';

/** A law at a route, with the words of its callout. */
export interface BarrierLaw {
  id: string;
  state: BarrierState;
  /** Its name, and the name with what it is set to. */
  name: MessageRef;
  title: MessageRef;
  text: MessageRef;
}

/** Jaws around an arc. */
export interface MapBarrier {
  /** Id of the route. */
  id: string;
  state: BarrierState;
  /** Share of what was wanted that gets through, per mille. */
  sharePermille: number;
  laws: BarrierLaw[];
}

/** Countries in a bloc's colour, by ISO 3166 numeric code. */
export interface Territory {
  bloc: string;
  countries: string[];
  look: Look;
}

export interface MapModel {
  nodes: MapNode[];
  arcs: MapArc[];
  barriers: MapBarrier[];
  territories: Territory[];
}
