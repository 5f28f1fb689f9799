/** The actors of a scenario as they stand at its start, with the models and runs that they bring. */
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { ActorStart, Scenario } from '../../ruleset/schema/scenario.ts';
import type { ActorState, MatchState, Model } from '../../state/schema.ts';
import { sortedEntries } from '../../util/ids.ts';
import { isRecipe } from '../phases/training.ts';

export function seatActors(ruleset: Ruleset, scenario: Scenario, state: MatchState): void {
  for (const [id, start] of sortedEntries(scenario.actors)) {
    const actor = ruleset.actors[id];
    if (actor === undefined) continue;
    state.actors[id] = newActor(actor.bloc, actor.role, start);
    const recipe = start.techs.filter((tech) => isRecipe({ ruleset }, tech)).sort();
    if (start.run !== undefined)
      state.actors[id].own.run = { id: `${id}/first-run`, ...start.run, startedTurn: 0, endsTurn: 0, domesticEflop: 0 };
    if (start.model === undefined) continue;
    const model = start.model;
    const modelId = `${id}/start`;
    state.models[modelId] = {
      id: modelId,
      by: id,
      name: model.name,
      turn: -1,
      capabilityMilli: model.capabilityMilli,
      agentMilli: model.agentMilli,
      eflop: 0,
      costKusd: model.costKusd,
      open: model.open,
      api: model.api,
      pricePermille: model.pricePermille,
      techs: recipe,
      releasedTurn: -1,
    } satisfies Model;
  }
  for (const [tech, publishers] of sortedEntries(scenario.commons)) state.commons[tech] = [...publishers].sort();
}

function newActor(bloc: string, role: string, start: ActorStart): ActorState {
  const techs: Record<string, number> = {};
  for (const tech of [...start.techs].sort()) techs[tech] = 0;
  return {
    bloc,
    role,
    open: {
      trust: start.trust,
      capital: start.capital ?? null,
      enforcement: {},
      setAside: {},
      pricesKusd: {},
      subsidiesKusd: {},
      discounts: [],
      lobbying: {},
      lastReleaseTurn: start.model === undefined ? -1 : 0,
    },
    own: {
      cashKusd: start.cashKusd,
      talent: start.talent,
      talentArriving: 0,
      chips: { ...start.chips },
      greyChips: {},
      arriving: [],
      powerMw: { ...start.powerMw },
      builds: [],
      rentals: [],
      techs,
      programmes: {},
      run: null,
      savedEflop: 0,
      models: {},
      distilled: null,
      distilReadyTurn: 0,
      raiseReadyTurn: 0,
      investorSharePermille: 0,
      licences: {},
      engineers: {},
      trainMilliH100e: 0,
      serveMilliH100e: 0,
      rentedMilliH100e: 0,
      domesticMilliH100e: 0,
      usefulPermille: 0,
      powerNeededMw: 0,
      revenueKusd: start.revenueKusd,
      abroadRevenueKusd: 0,
      spentKusd: 0,
      usedServeMilliH100e: 0,
      incomeKusdPerTurn: start.incomeKusdPerTurn,
      intel: {},
      inventory: { ...start.inventory },
      designs: {},
      designing: [],
      offshoreDies: start.offshoreDies,
      memoryStacks: start.memoryStacks,
      softwarePermille: start.softwarePermille ?? 1000,
      reservations: [],
      wanted: {},
      madeByTurn: [],
      salesByTurnKusd: [],
      rivalSalesByTurnKusd: [],
      counters: {},
    },
  };
}
