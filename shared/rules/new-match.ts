/** A new match: the state from which a scenario starts. */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MatchState } from '../state/schema.ts';
import { quarterIndex } from '../util/quarter.ts';
import { seatActors } from './start/actors.ts';
import { placeBlocs } from './start/blocs.ts';
import { placeLaws } from './start/laws.ts';
import { openMarkets } from './start/markets.ts';
import { firstMeasures } from './start/measures.ts';

/** Starts `scenarioId`; `seed` is 32 hexadecimal digits. Throws a RangeError for an unknown scenario. */
export function newMatch(ruleset: Ruleset, scenarioId: string, seed: string): MatchState {
  const scenario = ruleset.scenarios[scenarioId];
  if (scenario === undefined) throw new RangeError(`no scenario ${scenarioId}`);
  const startQuarter = quarterIndex(scenario.startYear, scenario.startQuarter);
  const state: MatchState = {
    scenario: scenarioId,
    turn: 0,
    startQuarter,
    lengthTurns: scenario.turns,
    seats: [...scenario.seats],
    ended: 'no',
    hidden: { seed },
    actors: {},
    blocs: {},
    lines: {},
    designs: {},
    models: {},
    laws: {},
    alignment: {},
    commons: {},
    market: {},
    flows: {},
    seizures: {},
    escalation: scenario.escalation,
    escalationBy: {},
    truces: [],
    deals: {},
    events: {},
    freeTalent: 200,
    priceShiftPermille: 0,
    history: [],
    debrief: [],
  };
  seatActors(ruleset, scenario, state);
  placeBlocs(ruleset, scenario, state);
  placeLaws(ruleset, scenario, state);
  openMarkets(ruleset, scenario, state, startQuarter);
  firstMeasures(ruleset, state);
  return state;
}
