/** The mods that were built into the client: what can be chosen, and the rules of one of them together with the base game. */
import built from 'virtual:mods';
import type { ModInfo } from '#shared/protocol/mod-info.ts';
import type { NamedRuleset } from '#shared/protocol/ruleset-body.ts';

export const builtMods = (): readonly ModInfo[] => built.map(({ info }) => info);

/** Without a server rules are not put together here: one mod at a time. */
export async function rulesetOfMod(id: string): Promise<NamedRuleset> {
  const found = built.find(({ info }) => info.id === id);
  if (found === undefined) throw new Error(`the mod ${id} is not built into the client`);
  const response = await fetch(found.address);
  if (!response.ok) throw new Error(`the rules of the mod ${id} can't be read: ${response.status}`);
  return (await response.json()) as NamedRuleset;
}
