/** Real training runs by the rules' arithmetic alone: hours, dollars, compute and level. */
import { capabilityOf } from '../../rules/capability.ts';
import { chipSpec, parameterOf } from '../../rules/know.ts';
import { newMatch } from '../../rules/new-match.ts';
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import { ECI_OFFSET } from './row.ts';
import type { HistoryScript } from './script.ts';

/** GPU-hours, dollars, FLOP and ECI of a run by the rules' arithmetic. */
export function reckonRun(
  ruleset: Ruleset,
  script: HistoryScript,
  run: HistoryScript['runs']['efficient'],
  techs = run.techs,
): { hours: number; usd: number; flop: number; eci: number } {
  const state = newMatch(ruleset, script.scenario, '0'.repeat(32));
  const ground = { ruleset, state };
  const chip = chipSpec(ground, run.chip);
  const owner = state.actors[run.actor];
  if (chip === null || owner === undefined) return { hours: 0, usd: 0, flop: 0, eci: 0 };
  owner.own.techs = Object.fromEntries(techs.map((tech) => [tech, 0]));
  const fresh = { ruleset, state: { ...state, actors: { ...state.actors } } };
  const quarters = run.days / 91.3125;
  const eflop = Math.floor(((run.units * chip.trainMilliH100e) / 1000) * quarters * parameterOf(ground, 'eflop-per-h100e-turn'));
  const hours = run.units * run.days * 24;
  const usd = ((run.units * chip.trainMilliH100e) / 1000) * quarters * parameterOf(ground, 'training-kusd-per-h100e-turn') * 1000;
  return { hours, usd, flop: eflop * 1e18, eci: capabilityOf(fresh, run.actor, eflop).milli / 1000 + ECI_OFFSET };
}
