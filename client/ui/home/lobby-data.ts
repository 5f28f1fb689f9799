/** What the home page shows: scenarios with their ruleset's names, open matches and one's own. */
import { signal } from '@preact/signals';
import type { RulesetBody } from '#shared/protocol/ruleset-body.ts';
import type { ScenarioInfo } from '#shared/protocol/scenario-info.ts';
import {
  fetchMatches,
  fetchRuleset,
  fetchScenarios,
  joinMatch,
  type ListedMatch,
  type MatchWish,
  Refused,
} from '../../net/http-api.ts';
import { createAt, type Place } from '../../net/places.ts';
import { keepMatch, type OwnMatch, ownMatch, ownMatches } from '../../net/tokens.ts';
import { goToMatch } from '../route.ts';
import { addRulesetWords } from '../text/words.ts';
import { t } from '../text.ts';
import { showToast } from '../toasts.ts';
import { ruleset } from '../world.ts';
import { ownName } from './person.ts';

export const scenarios = signal<readonly ScenarioInfo[]>([]);
export const openMatches = signal<readonly ListedMatch[] | null>(null);
export const mine = signal<readonly OwnMatch[]>([]);
/** Whether the server answers; `here` plays in this browser alone. */
export const reach = signal<'asking' | Place>('asking');
/** True while a match is being made or joined. */
export const busy = signal(false);

/** The shortest scenario, from which a newcomer starts. */
export function shortest(): ScenarioInfo | undefined {
  return [...scenarios.value].sort((a, b) => a.turns - b.turns)[0];
}

export function showFailure(error: unknown): void {
  showToast('error', t(error instanceof Refused ? error.reason : { id: 'ui.error.server', params: { status: 0 } }));
}

/** Asks the server; where none answers, the scenarios are those that were built into the client. */
export async function loadHome(): Promise<void> {
  mine.value = ownMatches().filter((match) => !match.ended);
  try {
    scenarios.value = await fetchScenarios();
    const hash = shortest()?.rulesetHash;
    if (hash !== undefined) adopt(await fetchRuleset(hash));
    reach.value = 'server';
  } catch {
    await loadOwnRules();
  }
}

async function loadOwnRules(): Promise<void> {
  try {
    const { baseRuleset, baseScenarios } = await import('../../offline/base-ruleset.ts');
    adopt(await baseRuleset());
    scenarios.value = await baseScenarios();
    reach.value = 'here';
  } catch (error) {
    showFailure(error);
  }
}

/** Shows names and seats by the rules of a mod, or of the base game again. */
export async function adoptRules(mod: string | null, hash: string | undefined): Promise<void> {
  if (reach.value === 'server') {
    if (hash !== undefined) adopt(await fetchRuleset(hash));
  } else if (mod === null) await loadOwnRules();
  else adopt(await (await import('../../offline/installed-mods.ts')).rulesetOfMod(mod));
}

function adopt({ ruleset: world, locales }: RulesetBody): void {
  addRulesetWords(locales);
  ruleset.value = world;
}

export async function loadOpenMatches(): Promise<void> {
  try {
    openMatches.value = (await fetchMatches()).filter((match) => match.status !== 'ended');
  } catch {
    openMatches.value ??= [];
  }
}

async function guarded(work: () => Promise<void>): Promise<void> {
  if (busy.value) return;
  busy.value = true;
  try {
    await work();
  } catch (error) {
    showFailure(error);
  } finally {
    busy.value = false;
  }
}

const keep = (matchId: string, token: string, scenario: string, seat: string | null, place: Place): void =>
  keepMatch({ matchId, token, scenario, seat, name: ownName(), seenMs: Date.now(), ended: false, place });

/** Where a match is made when nobody says where. */
export const usualPlace = (): Place => (reach.value === 'here' ? 'here' : 'server');

/** Creates a match and opens it. */
export function create(settings: MatchWish, seat: string | null, start: boolean, place: Place = usualPlace()): Promise<void> {
  return guarded(async () => {
    const made = await createAt(place, { settings, seat, name: ownName(), start });
    keep(made.matchId, made.token, settings.scenario, seat, place);
    goToMatch(made.matchId);
  });
}

/** Joins a match without choosing a seat yet, or comes back to it. */
export function join(matchId: string, scenario: string, seat: string | null = null): Promise<void> {
  return guarded(async () => {
    const known = ownMatch(matchId);
    const { token } = await joinMatch(matchId, { name: ownName(), seat, ...(known === undefined ? {} : { token: known.token }) });
    keep(matchId, token, scenario, seat ?? known?.seat ?? null, 'server');
    goToMatch(matchId);
  });
}
