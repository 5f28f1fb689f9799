/** The base ruleset that was built into the client: what a match without a server is played by. */
import address from 'virtual:base-ruleset';
import type { NamedRuleset } from '#shared/protocol/ruleset-body.ts';
import { type ScenarioInfo, scenarioInfos } from '#shared/protocol/scenario-info.ts';

let loading: Promise<NamedRuleset> | null = null;

export function baseRuleset(): Promise<NamedRuleset> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<NamedRuleset> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the built-in ruleset can't be read: ${response.status}`);
  return (await response.json()) as NamedRuleset;
}

export async function baseScenarios(): Promise<ScenarioInfo[]> {
  const { ruleset, hash } = await baseRuleset();
  return scenarioInfos(ruleset, hash);
}
