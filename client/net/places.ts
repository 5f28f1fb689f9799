/** Where matches are made and kept: on the server that this page came from, or in this browser. */
import type { NamedRuleset } from '#shared/protocol/ruleset-body.ts';
import { createMatch, type MatchWish } from './http-api.ts';
import type { MatchClient } from './match-client.ts';
import { ownMatches } from './tokens.ts';

export type Place = 'server' | 'here';

export interface WantedMatch {
  settings: MatchWish;
  seat: string | null;
  name: string;
  start: boolean;
}

export interface MadeMatch {
  matchId: string;
  code: string;
  token: string;
}

/** Rules that were built into the client: the base game's, or with one mod. */
async function builtRules([mod]: readonly string[]): Promise<NamedRuleset> {
  if (mod !== undefined) return (await import('../offline/installed-mods.ts')).rulesetOfMod(mod);
  return (await import('../offline/base-ruleset.ts')).baseRuleset();
}

export async function createAt(place: Place, wanted: WantedMatch): Promise<MadeMatch> {
  if (place === 'server') return createMatch(wanted);
  const { askHost } = await import('../offline/host.ts');
  void navigator.storage?.persist?.();
  const listed = ownMatches().filter((match) => match.place === 'here');
  await askHost({ do: 'keep-only', matchIds: listed.map(({ matchId }) => matchId) });
  return askHost<MadeMatch>({ do: 'create', ...wanted, base: await builtRules(wanted.settings.mods ?? []) });
}

export async function openAt(place: Place, matchId: string, token: string): Promise<MatchClient> {
  if (place === 'here') return (await import('../offline/local-match.ts')).localMatch(matchId);
  return (await import('./remote-match.ts')).remoteMatch(location.origin, matchId, token);
}
