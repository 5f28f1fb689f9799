/** What objectives measure, by metric of the catalogue. Counting metrics keep running counts in the actor's own state. */
import type { MetricId } from '../../ruleset/catalogue.ts';
import type { Objective } from '../../ruleset/schema/actors.ts';
import type { MatchState } from '../../state/schema.ts';
import { clamp } from '../../util/exact-math.ts';
import { sortedEntries, sortedKeys, sortedValues } from '../../util/ids.ts';
import { bestModel, bestModels, blocIds, blocOf, chipSpec, labsOf, leadMilli } from '../know.ts';
import { addTo, own, type Turn } from '../turn.ts';

/** Use of a lab in one region or, weighted by users, in the world, per mille. */
export function usePermille(
  ground: Pick<Turn, 'ruleset' | 'state'>,
  lab: string,
  kind: 'use' | 'openUse' | 'both',
  region?: string,
): number {
  let users = 0;
  let sum = 0;
  // Users and shares are whole numbers: their sums are exact, so that no order is needed.
  for (const id in ground.state.market) {
    if (region !== undefined && id !== region) continue;
    const market = ground.state.market[id] as MatchState['market'][string];
    const weight = ground.ruleset.regions[id]?.users ?? 1;
    users += weight;
    if (kind !== 'openUse') sum += weight * shareOf(ground.state.models, market.use, lab);
    if (kind !== 'use') sum += weight * shareOf(ground.state.models, market.openUse, lab);
  }
  return users === 0 ? 0 : sum / users;
}

/** Use of every lab in the world, both ways together, per mille. */
export function worldUse(ground: Pick<Turn, 'ruleset' | 'state'>): Map<string, number> {
  const use = new Map<string, number>();
  let users = 0;
  for (const id in ground.state.market) {
    const market = ground.state.market[id] as MatchState['market'][string];
    const weight = ground.ruleset.regions[id]?.users ?? 1;
    users += weight;
    for (const shares of [market.use, market.openUse]) {
      for (const model in shares) {
        const lab = ground.state.models[model]?.by;
        if (lab !== undefined) use.set(lab, (use.get(lab) ?? 0) + weight * (shares[model] ?? 0));
      }
    }
  }
  for (const [lab, sum] of use) use.set(lab, users === 0 ? 0 : sum / users);
  return use;
}

/** Use of all models of a lab together, per mille. */
function shareOf(models: MatchState['models'], use: Readonly<Record<string, number>>, lab: string): number {
  let share = 0;
  for (const model in use) if (models[model]?.by === lab) share += use[model] ?? 0;
  return share;
}

const shareAmongLabs = (turn: Turn, id: string, kind: 'use' | 'openUse'): number => {
  let all = 0;
  for (const lab of labsOf(turn)) all += usePermille(turn, lab, kind);
  return all === 0 ? 0 : (usePermille(turn, id, kind) * 1000) / all;
};

/** How near counts as near, milli-points, and how many times cheaper as cheap (ORDERS, objectives; T). */
const NEAR_LEADER_MILLI = 4000;
const CHEAPLY = 10;
const NEAR_BEST_OPEN_MILLI = 3000;

/** Adds this turn to the running counts. */
export function countObjectives(turn: Turn): void {
  const bestOf = bestModels(turn);
  const bestOpenOf = bestModels(turn, true);
  const ranked = labsOf(turn)
    .map((lab) => ({ lab, best: bestOf.get(lab) ?? null }))
    .filter((item) => item.best !== null)
    .sort((a, b) => (b.best?.capabilityMilli ?? 0) - (a.best?.capabilityMilli ?? 0) || (a.lab < b.lab ? -1 : 1));
  const leader = ranked[0]?.best ?? null;
  const bestOpen = bestModel(turn, { open: true });
  const leads = new Map(blocIds(turn).map((bloc) => [bloc, leadMilli(turn, bloc)]));
  for (const id of turn.seats) {
    const counters = own(turn, id).counters;
    addTo(counters, 'turns', 1);
    addTo(counters, 'mean-lead', leads.get(blocOf(turn, id)) ?? 0);
    const rank = ranked.findIndex((item) => item.lab === id);
    if (rank >= 0 && rank < 2) addTo(counters, 'top-two', 1);
    const mine = ranked[rank]?.best ?? null;
    if (
      mine !== null &&
      leader !== null &&
      leader.by !== id &&
      leader.capabilityMilli - mine.capabilityMilli <= NEAR_LEADER_MILLI &&
      mine.costKusd * CHEAPLY <= leader.costKusd
    )
      addTo(counters, 'near-leader-cheaply', 1);
    const myOpen = bestOpenOf.get(id);
    if (bestOpen !== null && myOpen !== undefined && bestOpen.capabilityMilli - myOpen.capabilityMilli <= NEAR_BEST_OPEN_MILLI)
      addTo(counters, 'near-best-open', 1);
  }
  for (const { of } of turn.scratch.distillations) addTo(own(turn, of).counters, 'distilled', 1);
}

const METRIC: Readonly<Record<MetricId, (turn: Turn, id: string) => number>> = {
  'mean-lead': (turn, id) => (own(turn, id).counters['mean-lead'] ?? 0) / Math.max(1, own(turn, id).counters.turns ?? 1) / 1000,
  'allies-below': (turn, id) =>
    sortedValues(turn.state.alignment).filter((byBloc) => (byBloc[blocOf(turn, id)] ?? 0) < 40).length,
  'revenue-path': (turn, id) => {
    const path = turn.ruleset.scenarios[turn.state.scenario]?.revenuePathKusd[id];
    const wanted = path?.[Math.min(turn.state.turn, path.length - 1)] ?? 0;
    return wanted === 0 ? 0 : (sum(own(turn, id).salesByTurnKusd.slice(-1)) * 1000) / wanted;
  },
  'rival-sales': (turn, id) => {
    const all = sum(own(turn, id).salesByTurnKusd);
    return all === 0 ? 0 : (sum(own(turn, id).rivalSalesByTurnKusd) * 1000) / all;
  },
  'paid-use': (turn, id) => shareAmongLabs(turn, id, 'use'),
  'open-use': (turn, id) => shareAmongLabs(turn, id, 'openUse'),
  'home-use': (turn, id) => usePermille(turn, id, 'both', turn.ruleset.blocs[blocOf(turn, id)]?.homeRegion),
  'top-two': (turn, id) => ((own(turn, id).counters['top-two'] ?? 0) * 1000) / Math.max(1, own(turn, id).counters.turns ?? 1),
  'top-three-regions': (turn, id) => {
    const regions = sortedKeys(turn.state.market);
    const top = regions.filter((region) => {
      const shares = labsOf(turn).map((lab) => ({ lab, share: usePermille(turn, lab, 'both', region) }));
      shares.sort((a, b) => b.share - a.share || (a.lab < b.lab ? -1 : 1));
      return shares.slice(0, 3).some((item) => item.lab === id);
    });
    return (top.length * 1000) / Math.max(1, regions.length);
  },
  'own-chips': (turn, id) => {
    let all = 0;
    let mine = 0;
    for (const [chipId, units] of sortedEntries(own(turn, id).chips)) {
      const chip = chipSpec(turn, chipId);
      if (chip === null) continue;
      all += units * chip.trainMilliH100e;
      if (chip.maker === id) mine += units * chip.trainMilliH100e;
    }
    return all === 0 ? 0 : (mine * 1000) / all;
  },
  distilled: (turn, id) => own(turn, id).counters.distilled ?? 0,
  'domestic-compute': (turn, id) => {
    const shared = turn.state.blocs[blocOf(turn, id)]?.shared;
    return shared === undefined || shared.computeMilliH100e === 0
      ? 0
      : (shared.domesticMilliH100e * 1000) / shared.computeMilliH100e;
  },
  'units-made': (turn, id) => {
    const made = own(turn, id).madeByTurn;
    return made.length === 0 ? 0 : (sum(made) * 4) / made.length;
  },
  'near-leader-cheaply': (turn, id) => own(turn, id).counters['near-leader-cheaply'] ?? 0,
  'abroad-revenue': (turn, id) =>
    own(turn, id).revenueKusd === 0 ? 0 : (own(turn, id).abroadRevenueKusd * 1000) / own(turn, id).revenueKusd,
  'near-best-open': (turn, id) => own(turn, id).counters['near-best-open'] ?? 0,
  'cloud-share': (turn, id) => {
    let all = 0;
    for (const lab of labsOf(turn, blocOf(turn, id))) all += own(turn, lab).trainMilliH100e;
    return all === 0 ? 0 : (own(turn, id).trainMilliH100e * 1000) / all;
  },
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Score of one aim, 0 to 100, linear between `zero` and `full`. */
export function objectiveScore(turn: Turn, id: string, objective: Objective): number {
  const length = objective.scalesWithTurns ? turn.state.lengthTurns / 24 : 1;
  const full = objective.full * length;
  const value = METRIC[objective.metric](turn, id);
  return full === objective.zero ? 0 : clamp((100 * (value - objective.zero)) / (full - objective.zero), 0, 100);
}
