/** Two worlds that were not: without controls, and with all of them from the start. */
import { at, domesticCardsPercentOfYear, type Games, inYear, lagMonths, over } from '../measures.ts';
import { between, type CheckDefinition, fixed } from './check.ts';

const SOURCE = 'section 8, counterfactual sanity: a judgement, no measurement';

const compute2025 = (games: Games): number => over(games, (rows) => at(rows, 2025, 4)?.followerCompute ?? Number.NaN);
const lag2025 = (games: Games): number => over(games, (rows) => lagMonths(rows, 2025, 4));
const domestic2026 = (games: Games): number => over(games, (rows) => domesticCardsPercentOfYear(rows, 2026));
const made2025 = (games: Games): number => over(games, (rows) => inYear(rows, 2025, (row) => row.followerMade));

export const noControls: CheckDefinition = {
  id: 'no-controls',
  what: 'compute in 2025 against history, lag in months, domestic share in 2026',
  target: 'x2 to 3; 2 to 5; under 20 %',
  tolerance: 'as given',
  source: SOURCE,
  judgement: true,
  measure: ({ games: { history, none } }) => {
    const times = compute2025(none) / compute2025(history);
    const [lag, domestic] = [lag2025(none), domestic2026(none)];
    return {
      targets: [between(2026, 4, times, 2, 3), between(2026, 4, lag, 2, 5), between(2026, 4, domestic, 0, 20)],
      result: `x${fixed(times, 2)}; ${fixed(lag)}; ${fixed(domestic, 0)} %`,
    };
  },
};

export const maximalControls: CheckDefinition = {
  id: 'maximal-controls',
  what: 'lag in months in 2025, domestic share in 2026, domestic volume against history',
  target: '12 to 20; over 65 %; -40 %',
  tolerance: 'volume within 15 points',
  source: SOURCE,
  judgement: true,
  measure: ({ games: { history, maximal } }) => {
    const times = made2025(maximal) / made2025(history);
    const [lag, domestic] = [lag2025(maximal), domestic2026(maximal)];
    return {
      targets: [between(2026, 4, lag, 12, 20), between(2026, 4, domestic, 65, 100), between(2026, 4, times, 0.45, 0.75)],
      result: `${fixed(lag)}; ${fixed(domestic, 0)} %; ${fixed(100 * (times - 1), 0)} %`,
    };
  },
};
