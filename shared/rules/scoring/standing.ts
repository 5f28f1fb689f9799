/** The standing after a turn: frontier, reach and resilience, bloc scores against par, and the score of each seat. */
import type { Standing } from '../../state/schema.ts';
import { clamp, floorInt, roundHalfUp } from '../../util/exact-math.ts';
import { sortedEntries } from '../../util/ids.ts';
import { efficiencyMilli } from '../capability.ts';
import { bestModel, blocIds, blocOf, isLab, labsOf, leadMilli } from '../know.ts';
import { own, record, type Turn } from '../turn.ts';
import { objectiveScore, usePermille } from './metrics.ts';
import { stressTests } from './stress-test.ts';

/** One decimal, so that scores print the same everywhere. */
const tenth = (value: number): number => roundHalfUp(value * 10) / 10;

export function keepScores(turn: Turn): void {
  const blocs: Standing['blocs'] = {};
  const on = turn.ruleset.systems.scoring !== false;
  const survives = on ? stressTests(turn) : {};
  for (const bloc of blocIds(turn)) {
    let reach = 0;
    for (const lab of labsOf(turn, bloc)) reach += usePermille(turn, lab, 'both') / 10;
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
  for (const id of turn.seats) {
    const best = bestModel(turn, { actor: id });
    standing.actors[id] = {
      bestMilli: best?.capabilityMilli ?? 0,
      costKusd: best?.costKusd ?? 0,
      usePermille: floorInt(clamp(usePermille(turn, id, 'both'), 0, 1000)),
      score: on ? tenth(seatScore(turn, standing, id)) : 0,
    };
  }
  reportStanding(turn, standing);
  keepDebrief(turn);
}

/** Weight of a turn's figures: the second half counts more. */
function weightOf(turn: Turn, at: number): number {
  const late = turn.ruleset.scenarios[turn.state.scenario]?.weights.lateWeightPermille ?? 1000;
  return at * 2 >= turn.state.lengthTurns ? late / 1000 : 1;
}

/** Mean over the match so far, the second half weighing more. */
function mean(turn: Turn, read: (standing: Standing) => number): number {
  let sum = 0;
  let weights = 0;
  for (const standing of turn.state.history) {
    if (standing.turn < 0) continue;
    const weight = weightOf(turn, standing.turn);
    sum += weight * read(standing);
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** Bloc scores: shares of the three figures among all blocs, 0 to 100, plus the scenario's par. */
function scoreBlocs(turn: Turn, standing: Standing): void {
  const scenario = turn.ruleset.scenarios[turn.state.scenario];
  if (scenario === undefined || turn.ruleset.systems.scoring === false) return;
  const weights = scenario.weights.bloc;
  const ids = blocIds(turn);
  const means = ids.map((bloc) => ({
    frontier: mean(turn, (row) => row.blocs[bloc]?.frontier ?? 0),
    reach: mean(turn, (row) => row.blocs[bloc]?.reach ?? 0),
    resilience: mean(turn, (row) => row.blocs[bloc]?.resilience ?? 0),
  }));
  const share = (read: (item: (typeof means)[number]) => number, index: number): number => {
    let all = 0;
    for (const item of means) all += read(item);
    return all === 0 ? 1 / ids.length : read(means[index] as (typeof means)[number]) / all;
  };
  ids.forEach((bloc, index) => {
    const raw =
      weights.frontier * share((item) => item.frontier, index) +
      weights.reach * share((item) => item.reach, index) +
      weights.resilience * share((item) => item.resilience, index);
    const row = standing.blocs[bloc];
    if (row !== undefined) row.score = tenth(clamp((raw + (scenario.parPermille[bloc] ?? 0)) / 10, 0, 100));
  });
}

function seatScore(turn: Turn, standing: Standing, id: string): number {
  const scenario = turn.ruleset.scenarios[turn.state.scenario];
  const self = turn.state.actors[id];
  const actor = turn.ruleset.actors[id];
  if (scenario === undefined || self === undefined || actor === undefined) return 0;
  const weights = scenario.weights.role[self.role];
  if (weights === undefined) return 0;
  const bloc = self.bloc;
  const lab = isLab(turn, id);
  const frontier = lab ? mean(turn, (row) => frontierOf(row, id)) : mean(turn, (row) => row.blocs[bloc]?.frontier ?? 0);
  const reach = lab
    ? mean(turn, (row) => clamp((row.actors[id]?.usePermille ?? usePermille(turn, id, 'both')) / 4, 0, 100))
    : mean(turn, (row) => row.blocs[bloc]?.reach ?? 0);
  const resilience = mean(turn, (row) => row.blocs[bloc]?.resilience ?? 0);
  let objective = 0;
  for (const aim of actor.objectives) objective += (aim.weightPermille / 1000) * objectiveScore(turn, id, aim);
  const own =
    (weights.frontier * frontier + weights.reach * reach + weights.resilience * resilience + weights.objective * objective) /
    1000;
  return own + (leadingBloc(standing) === bloc ? scenario.weights.winningBlocPoints : 0);
}

/** 100 at the frontier, 5 less for each point behind. */
function frontierOf(row: Standing, id: string): number {
  let best = 0;
  for (const [, bloc] of sortedEntries(row.blocs)) best = Math.max(best, bloc.bestMilli);
  const mine = row.actors[id]?.bestMilli ?? 0;
  return mine === 0 ? 0 : clamp(100 - (5 * (best - mine)) / 1000, 0, 100);
}

/** Bloc with the highest score, or null when it is shared. */
export function leadingBloc(standing: Standing): string | null {
  const ranked = sortedEntries(standing.blocs).sort((a, b) => b[1].score - a[1].score || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  return first === undefined || (second !== undefined && second[1].score === first[1].score) ? null : first[0];
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
    let best = 0;
    for (const lab of labsOf(turn, bloc)) best = Math.max(best, efficiencyMilli(turn, lab));
    shared.efficiencyMilli = best;
    row.blocs[bloc] = {
      computeMilliH100e: shared.computeMilliH100e,
      domesticMilliH100e: shared.domesticMilliH100e,
      efficiencyMilli: best,
      domesticCardsPermille: shared.domesticCardsPermille,
    };
  }
  turn.state.debrief.push(row);
}
