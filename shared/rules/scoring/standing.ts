/** The standing after a turn: frontier, reach and resilience, and the scores of blocs and seats against par. */
import type { Standing } from '../../state/schema.ts';
import { clamp, floorInt, roundHalfUp } from '../../util/exact-math.ts';
import { sortedEntries } from '../../util/ids.ts';
import { efficiencyMilli } from '../capability.ts';
import { record } from '../entries.ts';
import { bestModel, bestModels, blocIds, blocOf, isLab, labsOf, leadMilli } from '../know.ts';
import { own, type Turn } from '../turn.ts';
import { objectiveScore, worldUse } from './metrics.ts';
import { blocMeans, blocShares, type Means, outcomePoints, seatMeans } from './score-parts.ts';
import { stressTests } from './stress-test.ts';

/** One decimal, so that scores print the same everywhere. */
const tenth = (value: number): number => roundHalfUp(value * 10) / 10;

/** Resilience as it stood, 0 to 1 by bloc: where a turn is only sketched, the stress test is left out. */
function lastResilience(turn: Turn): Record<string, number> {
  const last = turn.state.history[turn.state.history.length - 1];
  return Object.fromEntries(sortedEntries(last?.blocs ?? {}).map(([bloc, row]) => [bloc, row.resilience / 100]));
}

export function keepScores(turn: Turn): void {
  const blocs: Standing['blocs'] = {};
  const on = turn.ruleset.systems.scoring !== false;
  const survives = !on ? {} : turn.silent ? lastResilience(turn) : stressTests(turn);
  const useOf = worldUse(turn);
  for (const bloc of blocIds(turn)) {
    let reach = 0;
    for (const lab of labsOf(turn, bloc)) reach += (useOf.get(lab) ?? 0) / 10;
    blocs[bloc] = {
      bestMilli: bestModel(turn, { bloc })?.capabilityMilli ?? 0,
      frontier: on ? tenth(clamp(50 + (2.5 * leadMilli(turn, bloc)) / 1000, 0, 100)) : 0,
      reach: on ? tenth(reach) : 0,
      resilience: on ? tenth(100 * (survives[bloc] ?? 0)) : 0,
      score: 0,
      pressure: turn.state.blocs[bloc]?.open.pressure ?? 0,
    };
  }
  const standing: Standing = { turn: turn.state.turn, escalation: turn.state.escalation, blocs, actors: {} };
  turn.state.history.push(standing);
  scoreBlocs(turn, standing);
  const means = new Map(blocIds(turn).map((bloc) => [bloc, blocMeans(turn, bloc)]));
  const bestOf = bestModels(turn);
  for (const id of turn.seats) {
    const best = bestOf.get(id);
    const use = useOf.get(id) ?? 0;
    standing.actors[id] = {
      bestMilli: best?.capabilityMilli ?? 0,
      costKusd: best?.costKusd ?? 0,
      usePermille: floorInt(clamp(use, 0, 1000)),
      score:
        on && turn.scored.includes(id)
          ? tenth(seatScore(turn, standing, id, seatMeans(turn, id, use, means.get(blocOf(turn, id)))))
          : 0,
    };
  }
  for (const bloc of blocIds(turn)) noteEfficiency(turn, bloc);
  if (turn.silent) return;
  reportStanding(turn, standing);
  keepDebrief(turn);
}

/** Bloc scores: shares of the three figures among all blocs, 0 to 100, plus the scenario's par. */
function scoreBlocs(turn: Turn, standing: Standing): void {
  const scenario = turn.ruleset.scenarios[turn.state.scenario];
  if (scenario === undefined || turn.ruleset.systems.scoring === false) return;
  const weights = scenario.weights.bloc;
  for (const { bloc, shares } of blocShares(turn)) {
    const raw = weights.frontier * shares.frontier + weights.reach * shares.reach + weights.resilience * shares.resilience;
    const row = standing.blocs[bloc];
    if (row !== undefined) row.score = tenth(clamp((raw + (scenario.parPermille[bloc] ?? 0)) / 10, 0, 100));
  }
}

function seatScore(turn: Turn, standing: Standing, id: string, { frontier, reach, resilience }: Means): number {
  const scenario = turn.ruleset.scenarios[turn.state.scenario];
  const self = turn.state.actors[id];
  const actor = turn.ruleset.actors[id];
  if (scenario === undefined || self === undefined || actor === undefined) return 0;
  const weights = scenario.weights.role[self.role];
  if (weights === undefined) return 0;
  let objective = 0;
  for (const aim of actor.objectives) objective += (aim.weightPermille / 1000) * objectiveScore(turn, id, aim);
  const own =
    (weights.frontier * frontier + weights.reach * reach + weights.resilience * resilience + weights.objective * objective) /
    1000;
  const par = (scenario.parPermille[id] ?? 0) / 10;
  return own + par + outcomePoints(turn, standing, self.bloc);
}

/** Seats from first to last: score, then the bloc's resilience, then the cheaper model, then id. */
export function rankSeats(standing: Standing, blocOfSeat: (id: string) => string): string[] {
  const resilience = (id: string): number => standing.blocs[blocOfSeat(id)]?.resilience ?? 0;
  const cost = (id: string): number => standing.actors[id]?.costKusd ?? 0;
  return sortedEntries(standing.actors)
    .map(([id]) => id)
    .sort(
      (a, b) =>
        (standing.actors[b]?.score ?? 0) - (standing.actors[a]?.score ?? 0) ||
        resilience(b) - resilience(a) ||
        cost(a) - cost(b) ||
        (a < b ? -1 : 1),
    );
}

function reportStanding(turn: Turn, standing: Standing): void {
  const before = turn.state.history[turn.state.history.length - 2];
  for (const bloc of blocIds(turn)) {
    const was = before?.blocs[bloc];
    const now = standing.blocs[bloc];
    if (now === undefined) continue;
    for (const figure of ['frontier', 'reach', 'resilience', 'score'] as const) {
      record(turn, {
        topic: figure,
        subject: bloc,
        unit: 'points',
        before: was?.[figure] ?? null,
        after: now[figure],
        amount: now[figure] - (was?.[figure] ?? 0),
        causes: [{ kind: 'rule', id: `rule.${figure}` }],
        line: figure === 'score' ? { id: 'report.standing', params: { bloc, score: now.score } } : null,
        weight: figure === 'score' ? 4 : 0,
      });
    }
  }
  const leaders = rankSeats(standing, (id) => blocOf(turn, id));
  const first = leaders[0];
  const last = before === undefined ? undefined : rankSeats(before, (id) => blocOf(turn, id))[0];
  if (first !== undefined && last !== undefined && first !== last) {
    record(turn, {
      topic: 'rank',
      subject: first,
      unit: 'rank',
      before: null,
      after: 1,
      causes: [{ kind: 'rule', id: 'rule.score' }],
      line: { id: 'report.new-leader', params: { actor: first, was: last } },
      weight: 6,
    });
  }
}

function noteEfficiency(turn: Turn, bloc: string): void {
  const shared = turn.state.blocs[bloc]?.shared;
  if (shared === undefined) return;
  shared.efficiencyMilli = 0;
  for (const lab of labsOf(turn, bloc)) shared.efficiencyMilli = Math.max(shared.efficiencyMilli, efficiencyMilli(turn, lab));
}

function keepDebrief(turn: Turn): void {
  const row: (typeof turn.state.debrief)[number] = { turn: turn.state.turn, actors: {}, blocs: {} };
  for (const id of turn.seats) {
    const mine = own(turn, id);
    row.actors[id] = {
      trainMilliH100e: mine.trainMilliH100e,
      efficiencyMilli: isLab(turn, id) ? efficiencyMilli(turn, id) : 0,
      cashKusd: mine.cashKusd,
      talent: mine.talent,
      domesticMilliH100e: mine.domesticMilliH100e,
    };
  }
  for (const bloc of blocIds(turn)) {
    const shared = turn.state.blocs[bloc]?.shared;
    if (shared === undefined) continue;
    row.blocs[bloc] = {
      computeMilliH100e: shared.computeMilliH100e,
      domesticMilliH100e: shared.domesticMilliH100e,
      efficiencyMilli: shared.efficiencyMilli,
      domesticCardsPermille: shared.domesticCardsPermille,
    };
  }
  turn.state.debrief.push(row);
}
