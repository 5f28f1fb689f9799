/** The laws that stand when a scenario starts. */
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { Scenario } from '../../ruleset/schema/scenario.ts';
import type { MatchState } from '../../state/schema.ts';

export function placeLaws(ruleset: Ruleset, scenario: Scenario, state: MatchState): void {
  if (ruleset.systems.sanctions === false) return;
  for (const start of scenario.laws) {
    const law = ruleset.laws[start.law];
    const setting = law?.settings.find((item) => item.key === start.setting);
    const bloc = state.actors[start.by]?.bloc;
    if (law === undefined || setting === undefined || bloc === undefined) continue;
    const id = `${law.id}/${start.by}/${start.target}/start`;
    state.laws[id] = {
      id,
      law: law.id,
      lever: law.lever,
      by: start.by,
      bloc,
      target: start.target,
      chip: start.chip ?? null,
      setting,
      announcedTurn: -3,
      forceTurn: -1,
      untilTurn: law.durationTurns,
    };
  }
}
