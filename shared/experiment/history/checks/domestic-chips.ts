/** Chips that the follower makes itself: how many, what share of all, and whether runs on them succeed. */
import { at, domesticCardsPercentOfYear, inYear } from '../measures.ts';
import { around, between, type CheckDefinition, fixed, inHistory, valuesOf } from './check.ts';

export const packages: CheckDefinition = {
  id: 'H5',
  what: 'domestic packages in 2024, 2025, 2026, thousands; quarters of 2026 short of memory',
  target: '200 to 507; 800; 600 to 1,100; memory binds',
  tolerance: 'in range; growth x1.6 to 4, x0.4 to 1.4',
  source: 'H5: S29, S34 to S38',
  measure: (ground) => {
    const made = (year: number): number => inHistory(ground, (rows) => inYear(rows, year, (row) => row.followerMade));
    const [made2024, made2025, made2026] = [made(2024), made(2025), made(2026)];
    const shorts = inHistory(ground, (rows) => inYear(rows, 2026, (row) => (row.shortInput === 'memory' ? 1 : 0)));
    return {
      targets: [
        between(2024, 4, made2024, 200, 507),
        between(2025, 4, made2025, 600, 1000),
        between(2026, 4, made2026, 600, 1100),
        between(2025, 4, made2025 / made2024, 1.6, 4),
        between(2026, 4, made2026 / made2025, 0.4, 1.4),
        between(2026, 4, shorts, 2, 4),
      ],
      result: `${[made2024, made2025, made2026].map((thousands) => fixed(thousands, 0)).join('; ')}; ${shorts}`,
    };
  },
};

export const share: CheckDefinition = {
  id: 'H7',
  what: 'domestic share of cards in 2023 H1, 2025, 2026, per cent',
  target: '10; 41; 55 to 80',
  tolerance: '8 points',
  source: 'H7: S29',
  measure: (ground) => {
    const percent = (year: number, quarters: number): number =>
      inHistory(ground, (rows) => domesticCardsPercentOfYear(rows, year, quarters));
    const targets = [
      around(2023, 2, percent(2023, 2), 10, 8),
      around(2025, 4, percent(2025, 4), 41, 8),
      between(2026, 4, percent(2026, 4), 55 - 8, 80 + 8),
    ];
    return { targets, result: valuesOf(targets, 0) };
  },
};

export const success: CheckDefinition = {
  id: 'H13',
  what: 'success of a run on domestic chips in 2025 Q2, 2026 Q3, 2026 Q4, per cent',
  target: '30; 70; rising to 90 in 2027',
  tolerance: '15 points',
  source: 'H13: S62, S64, S66b',
  measure: (ground) => {
    const percent = (year: number, quarter: number): number =>
      inHistory(ground, (rows) => 100 * (at(rows, year, quarter)?.domesticSuccess ?? Number.NaN));
    const [in2025, in2026] = [percent(2025, 2), percent(2026, 3)];
    return {
      targets: [around(2025, 2, in2025, 30, 15), around(2026, 3, in2026, 70, 15)],
      result: [in2025, in2026, percent(2026, 4)].map((value) => fixed(value, 0)).join('; '),
    };
  },
};
