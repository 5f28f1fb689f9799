/** A new match: the state from which a scenario starts. */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { ActorStart, Scenario } from '../ruleset/schema/scenario.ts';
import type { ActorState, MatchState, Model } from '../state/schema.ts';
import { cloneJson } from '../util/clone.ts';
import { floorInt, splitByLargestRemainder } from '../util/exact-math.ts';
import { sortedEntries, sortedKeys } from '../util/ids.ts';
import { quarterIndex } from '../util/quarter.ts';
import { BASE_QUARTER_INDEX } from './calendar.ts';
import { productLine } from './know.ts';
import { fabsPhase } from './phases/fabs.ts';
import { installPhase } from './phases/install.ts';
import { tradePhase } from './phases/trade.ts';
import { isRecipe } from './phases/training.ts';
import { keepScores } from './scoring/standing.ts';
import { startTurn } from './turn.ts';

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

function seatActors(ruleset: Ruleset, scenario: Scenario, state: MatchState): void {
  for (const [id, start] of sortedEntries(scenario.actors)) {
    const actor = ruleset.actors[id];
    if (actor === undefined) continue;
    state.actors[id] = newActor(actor.bloc, actor.role, start);
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
      techs: start.techs.filter((tech) => isRecipe({ ruleset }, tech)).sort(),
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

function placeBlocs(ruleset: Ruleset, scenario: Scenario, state: MatchState): void {
  for (const [id, start] of sortedEntries(scenario.blocs)) {
    state.blocs[id] = {
      open: { pressure: start.pressure, pressureBefore: start.pressure, deniedPermille: start.pressure * 10, commonsGauge: 0 },
      shared: {
        backgroundKusd: start.backgroundKusd,
        spentAheadKusd: 0,
        chips: { ...start.chips },
        computeMilliH100e: 0,
        domesticMilliH100e: 0,
        wantedMilliH100e: 0,
        gotMilliH100e: 0,
        domesticCardsPermille: 0,
        efficiencyMilli: 0,
      },
    };
  }
  for (const [id, start] of sortedEntries(scenario.lines)) {
    const line = ruleset.lines[id];
    if (line !== undefined)
      state.lines[id] = { bloc: line.bloc, units: start.units, yieldPermille: start.yieldPermille, cumulative: start.cumulative };
  }
  for (const [ally, byBloc] of sortedEntries(scenario.alignment)) state.alignment[ally] = { ...byBloc };
  for (const maker of sortedKeys(state.actors)) {
    const prices = state.actors[maker]?.open.pricesKusd;
    if (prices === undefined) continue;
    for (const chip of productLine({ ruleset, state }, maker)) prices[chip.id] = chip.priceKusd;
  }
}

function placeLaws(ruleset: Ruleset, scenario: Scenario, state: MatchState): void {
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

function openMarkets(ruleset: Ruleset, scenario: Scenario, state: MatchState, startQuarter: number): void {
  const quarters = startQuarter - BASE_QUARTER_INDEX;
  for (const [id, region] of sortedEntries(ruleset.regions)) {
    let demand = region.demandKusd;
    for (let n = 0; n < quarters; n += 1) demand = demand * (1 + region.growthPermille / 1000);
    state.market[id] = { demandKusd: floorInt(demand), use: {}, openUse: {} };
    const shares = sortedEntries(scenario.actors).filter(([actor]) => state.models[`${actor}/start`] !== undefined);
    const wanted = shares.map(([, start]) => start.usePermille[id] ?? 0);
    let total = 0;
    for (const share of wanted) total += share;
    const parts = total > 1000 ? splitByLargestRemainder(1000, wanted) : wanted;
    shares.forEach(([actor], index) => {
      const model = state.models[`${actor}/start`];
      const market = state.market[id];
      const share = parts[index] ?? 0;
      if (model === undefined || market === undefined || share === 0) return;
      if (model.open && !model.api) market.openUse[model.id] = share;
      else market.use[model.id] = share;
    });
  }
}

/** Measures compute and scores once, so that the first planning shows real figures and the race has a starting line. */
function firstMeasures(ruleset: Ruleset, state: MatchState): void {
  const turn = startTurn(ruleset, state, [], []);
  const kept = Object.fromEntries(sortedEntries(state.blocs).map(([id, bloc]) => [id, bloc.shared.backgroundKusd]));
  const chips = Object.fromEntries(sortedEntries(state.actors).map(([id, actor]) => [id, cloneJson(actor.own.chips)]));
  const blocChips = Object.fromEntries(sortedEntries(state.blocs).map(([id, bloc]) => [id, cloneJson(bloc.shared.chips)]));
  turn.state.turn = -1;
  installPhase(turn);
  for (const id of sortedKeys(state.actors)) {
    const actor = state.actors[id];
    if (actor !== undefined) {
      actor.own.chips = chips[id] ?? {};
      actor.own.spentKusd = 0;
    }
  }
  for (const id of sortedKeys(state.blocs)) {
    const bloc = state.blocs[id];
    if (bloc !== undefined) {
      bloc.shared.backgroundKusd = kept[id] ?? 0;
      bloc.shared.chips = blocChips[id] ?? {};
    }
  }
  keepScores(turn);
  state.turn = 0;
  state.flows = firstFlows(ruleset, state);
  const standing = state.history[0];
  if (standing !== undefined) standing.turn = -1;
  state.debrief = [];
}

/** Flows for the first map: what would be bought and delivered if nobody gave an order. */
function firstFlows(ruleset: Ruleset, state: MatchState): MatchState['flows'] {
  const ahead = startTurn(ruleset, cloneJson(state), [], [], true);
  fabsPhase(ahead);
  tradePhase(ahead);
  return ahead.state.flows;
}
