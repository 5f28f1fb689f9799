/** Makes a ruleset that was kept by older rules fit for the rules of today, or says what it lacks. */
import { NEUTRAL_PARAMETERS, PARAMETER_NAMES, type ParameterName } from './parameter-names.ts';
import type { Ruleset } from './schema/ruleset.ts';

export type CompletedRuleset = { readonly ruleset: Ruleset } | { readonly lacks: readonly ParameterName[] };

/** Id of a parameter that no mod brought. */
const idOf = (name: ParameterName): string => `rules:${name}`;

/** The ruleset itself where it has all parameters; else with neutral ones added, where every missing one has such a value. */
export function completeRuleset(ruleset: Ruleset): CompletedRuleset {
  const known = new Set(Object.keys(ruleset.parameters).map((id) => id.slice(id.indexOf(':') + 1)));
  const missing = PARAMETER_NAMES.filter((name) => !known.has(name));
  if (missing.length === 0) return { ruleset };
  const lacks = missing.filter((name) => NEUTRAL_PARAMETERS[name] === undefined);
  if (lacks.length > 0) return { lacks };
  const parameters = { ...ruleset.parameters };
  for (const name of missing) {
    const neutral = NEUTRAL_PARAMETERS[name];
    if (neutral === undefined) continue;
    const { value, unit, doc, since } = neutral;
    const source = `Neutral value: the match began before version ${since} of the rules.`;
    parameters[idOf(name)] = { id: idOf(name), value, unit, min: value, max: value, doc, source, confidence: 'high' };
  }
  return { ruleset: { ...ruleset, parameters } };
}
