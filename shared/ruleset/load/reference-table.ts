/** Which fields of which kind of content refer to entries of which kinds. One table, so that no reference goes unchecked. */
import type { ContentKind } from '../schema/ruleset.ts';

export interface Reference {
  /** Steps into the entry: `*` is any key or position, `@keys` the keys of the object reached. */
  readonly path: readonly string[];
  /** Kinds that may be meant. */
  readonly to: readonly ContentKind[];
}

const to = (path: string, ...kinds: ContentKind[]): Reference => ({ path: path.split('.'), to: kinds });

export const REFERENCES: Readonly<Record<ContentKind, readonly Reference[]>> = {
  blocs: [to('homeRegion', 'regions')],
  roles: [],
  actors: [to('bloc', 'blocs'), to('role', 'roles'), to('home', 'sites'), to('brandMilli.@keys', 'regions')],
  allies: [to('site', 'sites')],
  sites: [to('bloc', 'blocs'), to('region', 'regions')],
  routes: [to('from', 'sites'), to('to', 'sites'), to('serves', 'blocs'), to('maker', 'actors')],
  regions: [to('site', 'sites'), to('bloc', 'blocs'), to('affinityMilli.@keys', 'blocs')],
  lines: [to('site', 'sites'), to('bloc', 'blocs'), to('customers.*', 'actors')],
  chips: [to('maker', 'actors'), to('requires', 'techs'), to('replaces', 'chips'), to('cutDownOf', 'chips')],
  branches: [to('roles.*', 'roles')],
  techs: [to('branch', 'branches'), to('requires.*', 'techs'), to('blocs.*', 'blocs')],
  laws: [to('blocs.*', 'blocs'), to('requires', 'techs')],
  events: [],
  orders: [to('roles.*', 'roles'), to('requires', 'techs')],
  scenarios: [
    to('seats.*', 'actors'),
    to('suggestedSeat', 'actors'),
    to('actors.@keys', 'actors'),
    to('actors.*.chips.@keys', 'chips'),
    to('actors.*.powerMw.@keys', 'sites'),
    to('actors.*.techs.*', 'techs'),
    to('actors.*.usePermille.@keys', 'regions'),
    to('actors.*.inventory.@keys', 'chips'),
    to('blocs.@keys', 'blocs'),
    to('blocs.*.chips.@keys', 'chips'),
    to('lines.@keys', 'lines'),
    to('alignment.@keys', 'allies'),
    to('alignment.*.@keys', 'blocs'),
    to('laws.*.law', 'laws'),
    to('laws.*.by', 'actors'),
    to('laws.*.target', 'blocs', 'actors'),
    to('laws.*.chip', 'chips'),
    to('commons.@keys', 'techs'),
    to('commons.*.*', 'actors'),
    to('parPermille.@keys', 'blocs', 'actors'),
    to('revenuePathKusd.@keys', 'actors', 'roles', 'blocs'),
    to('weights.role.@keys', 'roles'),
  ],
  parameters: [],
};
