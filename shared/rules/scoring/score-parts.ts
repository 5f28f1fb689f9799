/** What scores are made of, read from the record of the match alone, so that the rules and "why?" say the same. */
import type { Standing } from '../../state/schema.ts';
import { clamp } from '../../util/exact-math.ts';
import { sortedEntries } from '../../util/ids.ts';
import { blocIds, type Ground, isLab, roleOf } from '../know.ts';
import { blamedBloc } from './blame.ts';

export const MEASURES = ['frontier', 'reach', 'resilience'] as const;
export type Measure = (typeof MEASURES)[number];
export type Means = Record<Measure, number>;

/** Weight of a turn's figures: the second half counts more. */
function weightOf({ ruleset, state }: Ground, at: number): number {
  const late = ruleset.scenarios[state.scenario]?.weights.lateWeightPermille ?? 1000;
  return at * 2 >= state.lengthTurns ? late / 1000 : 1;
}

/** Mean over the match so far, the second half weighing more. */
function mean(ground: Ground, read: (standing: Standing) => number): number {
  let sum = 0;
  let weights = 0;
  for (const standing of ground.state.history) {
    if (standing.turn < 0) continue;
    const weight = weightOf(ground, standing.turn);
    sum += weight * read(standing);
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** 100 at the frontier, 5 less for each point behind. */
function frontierOf(row: Standing, id: string): number {
  let best = 0;
  for (const bloc in row.blocs) best = Math.max(best, row.blocs[bloc]?.bestMilli ?? 0);
  const mine = row.actors[id]?.bestMilli ?? 0;
  return mine === 0 ? 0 : clamp(100 - (5 * (best - mine)) / 1000, 0, 100);
}

export function blocMeans(ground: Ground, bloc: string): Means {
  const of = (measure: Measure): number => mean(ground, (row) => row.blocs[bloc]?.[measure] ?? 0);
  return { frontier: of('frontier'), reach: of('reach'), resilience: of('resilience') };
}

/** Means behind a seat's score: a lab's own frontier and use, the bloc's for the others; `useNow` (per mille) where a row has none yet. */
export function seatMeans(
  ground: Ground,
  id: string,
  useNow = 0,
  means: Means = blocMeans(ground, ground.state.actors[id]?.bloc ?? ''),
): Means {
  if (!isLab(ground, id)) return means;
  const frontier = mean(ground, (row) => frontierOf(row, id));
  const reach = mean(ground, (row) => clamp((row.actors[id]?.usePermille ?? useNow) / 4, 0, 100));
  return { ...means, frontier, reach };
}

/** Share of each measure that a bloc has among all blocs, 0 to 1. */
export function blocShares(ground: Ground): { bloc: string; shares: Means }[] {
  const ids = blocIds(ground);
  const means = ids.map((bloc) => blocMeans(ground, bloc));
  const share = (measure: Measure, index: number): number => {
    let all = 0;
    for (const item of means) all += item[measure];
    return all === 0 ? 1 / ids.length : (means[index] as Means)[measure] / all;
  };
  return ids.map((bloc, index) => ({
    bloc,
    shares: { frontier: share('frontier', index), reach: share('reach', index), resilience: share('resilience', index) },
  }));
}

/** Bloc with the highest score, or null when it is shared. */
export function leadingBloc(standing: Standing): string | null {
  const ranked = sortedEntries(standing.blocs).sort((a, b) => b[1].score - a[1].score || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  return first === undefined || (second !== undefined && second[1].score === first[1].score) ? null : first[0];
}

/**
 * Points for how the match went for a bloc: those of the leading one. Where the strait has closed nobody gains them, and
 * the bloc that closed it loses them.
 */
export function outcomePoints({ ruleset, state }: Ground, standing: Standing, bloc: string): number {
  const points = ruleset.scenarios[state.scenario]?.weights.winningBlocPoints ?? 0;
  if (state.ended === 'strait') return blamedBloc(state) === bloc ? -points : 0;
  return leadingBloc(standing) === bloc ? points : 0;
}

export interface ScorePart {
  readonly measure: Measure | 'objective' | 'winning' | 'blamed' | 'par';
  /** What is weighed: a mean of 0 to 100, or a share of all blocs in per cent; null for points given as such. */
  readonly of: number | null;
  readonly weightPermille: number | null;
  readonly points: number;
}

/** Parts of a seat's score after a standing; they add up to it. Own aims are what the others leave. */
export function seatScoreParts(ground: Ground, standing: Standing, id: string): ScorePart[] {
  const scenario = ground.ruleset.scenarios[ground.state.scenario];
  const weights = scenario?.weights.role[roleOf(ground, id)];
  const score = standing.actors[id]?.score;
  if (scenario === undefined || weights === undefined || score === undefined) return [];
  const means = seatMeans(ground, id);
  const parts: ScorePart[] = MEASURES.map((measure) => ({
    measure,
    of: means[measure],
    weightPermille: weights[measure],
    points: (weights[measure] * means[measure]) / 1000,
  }));
  const outcome = outcomePoints(ground, standing, ground.state.actors[id]?.bloc ?? '');
  if (outcome !== 0) parts.push({ measure: outcome > 0 ? 'winning' : 'blamed', of: null, weightPermille: null, points: outcome });
  const par = (scenario.parPermille[id] ?? 0) / 10;
  if (par !== 0) parts.push({ measure: 'par', of: null, weightPermille: null, points: par });
  let known = 0;
  for (const part of parts) known += part.points;
  const points = score - known;
  const of = weights.objective === 0 ? 0 : (points * 1000) / weights.objective;
  return [...parts, { measure: 'objective', of, weightPermille: weights.objective, points }];
}

/** Parts of a bloc's score after a standing; they add up to it, with the scenario's par. */
export function blocScoreParts(ground: Ground, standing: Standing, bloc: string): ScorePart[] {
  const scenario = ground.ruleset.scenarios[ground.state.scenario];
  const shares = blocShares(ground).find((item) => item.bloc === bloc)?.shares;
  const score = standing.blocs[bloc]?.score;
  if (scenario === undefined || shares === undefined || score === undefined) return [];
  const weights = scenario.weights.bloc;
  const parts: ScorePart[] = MEASURES.map((measure) => ({
    measure,
    of: 100 * shares[measure],
    weightPermille: weights[measure],
    points: (weights[measure] * shares[measure]) / 10,
  }));
  let known = 0;
  for (const part of parts) known += part.points;
  return [...parts, { measure: 'par', of: null, weightPermille: null, points: score - known }];
}
