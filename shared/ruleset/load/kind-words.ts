/** What one entry of each kind of content is called in diagnostics. */
import type { ContentKind } from '../schema/ruleset.ts';

export const KIND_WORDS: Readonly<Record<ContentKind, string>> = {
  blocs: 'bloc',
  roles: 'role',
  actors: 'actor',
  allies: 'ally',
  sites: 'site',
  routes: 'route',
  regions: 'region',
  lines: 'line',
  chips: 'chip',
  branches: 'branch',
  techs: 'technology',
  laws: 'law',
  events: 'event',
  orders: 'order',
  scenarios: 'scenario',
  parameters: 'parameter',
};
