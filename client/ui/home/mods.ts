/** The mods that can be chosen for a new match, those that are, and the scenarios that come of it. */
import { computed, signal } from '@preact/signals';
import type { ModInfo } from '#shared/protocol/mod-info.ts';
import type { ScenarioInfo } from '#shared/protocol/scenario-info.ts';
import { fetchMods } from '../../net/http-api.ts';
import { addRulesetWords } from '../text/words.ts';
import { adoptRules, reach, scenarios, showFailure } from './lobby-data.ts';

export const mods = signal<readonly ModInfo[]>([]);
export const chosenMods = signal<readonly string[]>([]);

/** Scenarios of the base game, or with those that the chosen mods bring or change. */
export const scenariosWithMods = computed<readonly ScenarioInfo[]>(() => {
  const byId = new Map(scenarios.value.map((one) => [one.id, one]));
  for (const { id, scenarios: own } of mods.value)
    if (chosenMods.value.includes(id)) for (const one of own) byId.set(one.id, one);
  return [...byId.values()];
});

/** Asks the server which mods it has; without one, those that were built into the client. */
export async function loadMods(): Promise<void> {
  try {
    const found = reach.value === 'server' ? await fetchMods() : (await import('../../offline/installed-mods.ts')).builtMods();
    for (const { words } of found) addRulesetWords(words);
    mods.value = found;
    chosenMods.value = chosenMods.value.filter((id) => found.some((mod) => mod.id === id));
  } catch {
    mods.value = [];
  }
}

/** Takes a mod in or out; without a server only one goes at a time. */
export async function toggleMod(id: string): Promise<void> {
  const on = !chosenMods.value.includes(id);
  const others = reach.value === 'here' ? [] : chosenMods.value.filter((one) => one !== id);
  chosenMods.value = on ? [...others, id] : others;
  try {
    await adoptRules(chosenMods.value[0] ?? null, scenariosWithMods.value[0]?.rulesetHash);
  } catch (error) {
    showFailure(error);
  }
}
