/** Chips that reach the follower from abroad: what laws let in, the rush before they bite, and the compute of the leader's lab. */
import { at, inYear, noticeRush } from '../measures.ts';
import { aroundEach, between, type CheckDefinition, fixed, inHistory, type RealValues, valuesOf } from './check.ts';

export const legalInflow: CheckDefinition = {
  id: 'H6',
  what: 'legal inflow in 2023, 2024, 2025, thousand H100e',
  target: '145; 143; 80',
  tolerance: '25 %',
  source: 'H6: S2',
  measure: (ground) => {
    const reals: RealValues = [
      [2023, 4, 145],
      [2024, 4, 143],
      [2025, 4, 80],
    ];
    const targets = aroundEach(
      ground,
      reals,
      (real) => real * 0.25,
      (rows, year) => inYear(rows, year, (row) => row.legalInflow),
    );
    return { targets, result: valuesOf(targets, 0) };
  },
};

export const leadingLab: CheckDefinition = {
  id: 'H8',
  what: 'compute of the leading lab at year-ends 2023 to 2025, thousand H100e',
  target: '103; 386; 1,743',
  tolerance: '35 %',
  source: 'H8: S5',
  measure: (ground) => {
    const reals: RealValues = [
      [2023, 4, 103],
      [2024, 4, 386],
      [2025, 4, 1743],
    ];
    const targets = aroundEach(
      ground,
      reals,
      (real) => real * 0.35,
      (rows, year, quarter) => at(rows, year, quarter)?.leaderLabCompute ?? Number.NaN,
    );
    return { targets, result: valuesOf(targets, 0) };
  },
};

export const rush: CheckDefinition = {
  id: 'H14',
  what: 'most that imports rise in a quarter of notice, times',
  target: '2 to 4',
  tolerance: 'as given',
  source: 'H14: S2, S35',
  measure: (ground) => {
    const times = inHistory(ground, (rows) => noticeRush(rows, 2025));
    return { targets: [between(2024, 4, times, 2, 4)], result: fixed(times, 2) };
  },
};
