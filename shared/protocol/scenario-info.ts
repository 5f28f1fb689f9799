/** What the home page shows of each scenario of a ruleset, whether a server tells it or the client reads it itself. */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { sortedValues } from '../util/ids.ts';

export interface ScenarioInfo {
  readonly id: string;
  readonly seats: readonly string[];
  readonly turns: number;
  readonly suggestedSeat: string;
  readonly rulesetHash: string;
}

export function scenarioInfos(ruleset: Ruleset, rulesetHash: string): ScenarioInfo[] {
  return sortedValues(ruleset.scenarios).map(({ id, seats, turns, suggestedSeat }) => ({
    id,
    seats,
    turns,
    suggestedSeat,
    rulesetHash,
  }));
}
