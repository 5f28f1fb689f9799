/** What the home page shows of an installed mod: who made it, its own words, and the rules that it makes with the base game. */
import type { Locales } from '../ruleset/load/texts.ts';
import type { Manifest, Ruleset } from '../ruleset/schema/ruleset.ts';
import { type ScenarioInfo, scenarioInfos } from './scenario-info.ts';

export interface ModInfo {
  readonly id: string;
  readonly version: string;
  readonly credits: readonly string[];
  /** By language, the mod's `mod.<id>` and `mod.<id>.text`; its title where it has no words of its own. */
  readonly words: Locales;
  /** Scenarios of the base game and the mod together, with the hash of their rules. */
  readonly scenarios: readonly ScenarioInfo[];
}

export function modInfo(
  { id, version, credits, title }: Pick<Manifest, 'id' | 'version' | 'credits' | 'title'>,
  { ruleset, locales, hash }: { ruleset: Ruleset; locales: Locales; hash: string },
): ModInfo {
  const name = `mod.${id}`;
  const words: Locales = { en: { [name]: title } };
  for (const language of Object.keys(locales)) {
    const own = Object.entries(locales[language] ?? {}).filter(([key]) => key === name || key === `${name}.text`);
    if (own.length > 0) words[language] = { ...words[language], ...Object.fromEntries(own) };
  }
  return { id, version, credits, words, scenarios: scenarioInfos(ruleset, hash) };
}
