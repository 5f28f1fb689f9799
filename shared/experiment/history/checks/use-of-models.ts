/** The market of models: who leads in open weights, and how fast the price of a level falls. */
import { quarterIndex } from '../../../util/quarter.ts';
import { openCrossing, openRatio, yearlyPriceFall } from '../measures.ts';
import { between, type CheckDefinition, fixed, inHistory } from './check.ts';

const spelled = (quarter: number): string =>
  Number.isFinite(quarter) ? `${Math.floor(quarter / 4)} Q${Math.floor(quarter % 4) + 1}` : 'never';

export const openWeights: CheckDefinition = {
  id: 'H4',
  what: 'open weights: the follower passes the leader; cumulative ratio in 2026 Q1',
  target: '2025 Q2 to Q4; 1.3 to 1.9',
  tolerance: 'as given',
  source: 'H4: S24, S25',
  measure: (ground) => {
    const crossing = inHistory(ground, openCrossing);
    const ratio = inHistory(ground, openRatio);
    return {
      targets: [between(2025, 4, crossing, quarterIndex(2025, 2), quarterIndex(2025, 4)), between(2026, 1, ratio, 1.3, 1.9)],
      result: `${spelled(crossing)}; ${fixed(ratio, 2)}`,
    };
  },
};

export const priceFall: CheckDefinition = {
  id: 'H12',
  what: 'yearly fall of the price at the level of the first model',
  target: '40',
  tolerance: 'times or by 3',
  source: 'H12: S16',
  measure: (ground) => {
    const fall = inHistory(ground, (rows) => yearlyPriceFall(rows, 2025));
    return { targets: [between(2025, 4, fall, 40 / 3, 40 * 3)], result: fixed(fall) };
  },
};
