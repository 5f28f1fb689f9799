/**
 * Par from played games: the points that make equal bots win alike. Scores without par are kept as played, since par
 * changes no decision; the points of those who win too often are lowered until the shares of wins are even.
 */
import type { Scenario } from '../ruleset/schema/scenario.ts';
import type { BalanceGame } from './balance.ts';

const ROUNDS = 2000;
/** Points by which a share of wins that is wholly off moves par in the first round. */
const FIRST_STEP = 30;

/** Points to add to each competitor so that each wins equally often; scores by game. */
function evenPoints(scores: readonly Readonly<Record<string, number>>[], ids: readonly string[]): Record<string, number> {
  const points: Record<string, number> = {};
  let best: Record<string, number> = {};
  let bestMiss = Number.POSITIVE_INFINITY;
  for (const id of ids) points[id] = -scores.reduce((sum, game) => sum + (game[id] ?? 0), 0) / Math.max(1, scores.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const wins: Record<string, number> = {};
    for (const game of scores) {
      let first = ids[0] ?? '';
      for (const id of ids) if ((game[id] ?? 0) + (points[id] ?? 0) > (game[first] ?? 0) + (points[first] ?? 0)) first = id;
      wins[first] = (wins[first] ?? 0) + 1 / scores.length;
    }
    let miss = 0;
    for (const id of ids) miss += Math.abs((wins[id] ?? 0) - 1 / ids.length);
    if (miss < bestMiss) {
      bestMiss = miss;
      best = { ...points };
    }
    const step = FIRST_STEP / (1 + round / 20);
    for (const id of ids) points[id] = (points[id] ?? 0) - step * ((wins[id] ?? 0) - 1 / ids.length);
  }
  const mean = ids.reduce((sum, id) => sum + (best[id] ?? 0), 0) / Math.max(1, ids.length);
  return Object.fromEntries(ids.map((id) => [id, (best[id] ?? 0) - mean]));
}

/** Par of a scenario, per mille of 100 points, by bloc and seat. `blocOf` gives the bloc of a seat. */
export function suggestPar(
  scenario: Scenario,
  games: readonly BalanceGame[],
  blocOf: (seat: string) => string,
): Record<string, number> {
  const played = games.filter((game) => game.winner !== null);
  const par = (id: string): number => (scenario.parPermille[id] ?? 0) / 10;
  const bonus = scenario.weights.winningBlocPoints;
  const seats = [...scenario.seats].sort();
  const blocs = [...new Set(seats.map(blocOf))].sort();
  const leader = (scores: Readonly<Record<string, number>>): string =>
    blocs.reduce((first, bloc) => ((scores[bloc] ?? 0) > (scores[first] ?? 0) ? bloc : first), blocs[0] ?? '');
  const bare = (scores: Readonly<Record<string, number>>, ids: readonly string[]): Record<string, number> =>
    Object.fromEntries(ids.map((id) => [id, (scores[id] ?? 0) - par(id)]));
  const blocScores = played.map((game) => bare(game.blocScores, blocs));
  const blocPoints = evenPoints(blocScores, blocs);
  const seatScores = played.map((game, index) => {
    const scores = bare(game.scores, seats);
    const led = leader(game.blocScores);
    const leads = leader(
      Object.fromEntries(blocs.map((bloc) => [bloc, (blocScores[index]?.[bloc] ?? 0) + (blocPoints[bloc] ?? 0)])),
    );
    for (const seat of seats)
      scores[seat] = (scores[seat] ?? 0) + (blocOf(seat) === leads ? bonus : 0) - (blocOf(seat) === led ? bonus : 0);
    return scores;
  });
  const points = { ...blocPoints, ...evenPoints(seatScores, seats) };
  return Object.fromEntries(
    Object.keys(points)
      .sort()
      .map((id) => [id, Math.round(10 * (points[id] ?? 0))]),
  );
}
