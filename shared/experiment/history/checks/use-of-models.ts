/** The market of models: who leads in open weights, and how fast the price of a level falls. */
import { quarterIndex } from '../../../util/quarter.ts';
import { downloadsCrossing, downloadsRatio, openCrossing, yearlyPriceFall } from '../measures.ts';
import { between, type CheckDefinition, fixed, inHistory } from './check.ts';

const spelled = (quarter: number): string =>
  Number.isFinite(quarter) ? `${Math.floor(quarter / 4)} Q${Math.floor(quarter % 4) + 1}` : 'never';

/**
 * The facts sheet dates the crossing of monthly downloads to the summer of 2025. Its source (S24) says total downloads, and by
 * the sheet's own shares the follower led over the twelve months to August 2025. So two crossings have to fall into its span: that
 * of use and that of total downloads.
 */
export const openWeights: CheckDefinition = {
  id: 'H4',
  what: 'open weights: the follower passes the leader in use; in total downloads; ratio of those in 2026 Q1',
  target: '2025 Q2 to Q4; 2025 Q2 to Q4; 1.3 to 1.9',
  tolerance: 'as given',
  source: 'H4: S24, S25',
  measure: (ground) => {
    const use = inHistory(ground, openCrossing);
    const downloads = inHistory(ground, downloadsCrossing);
    const ratio = inHistory(ground, downloadsRatio);
    const inSpan = (crossing: number) => between(2025, 4, crossing, quarterIndex(2025, 2), quarterIndex(2025, 4));
    return {
      targets: [inSpan(use), inSpan(downloads), between(2026, 1, ratio, 1.3, 1.9)],
      result: `${spelled(use)}; ${spelled(downloads)}; ${fixed(ratio, 2)}`,
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
