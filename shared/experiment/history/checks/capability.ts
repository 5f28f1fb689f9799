/** The race in capability: the frontier, the gap and the lag behind it, and how soon reasoning is copied. */
import { arenaGap, at, copyMonths, lagMonths, meanLagMonths } from '../measures.ts';
import { around, aroundEach, between, type CheckDefinition, fixed, inHistory, type RealValues, valuesOf } from './check.ts';

export const gap: CheckDefinition = {
  id: 'H2',
  what: 'gap on the Arena scale, per cent',
  target: '6, 1.7, 2.5, 2.7 (2024 Q4, 2025 Q1, Q3, 2026 Q1)',
  tolerance: '1.5',
  source: 'H2: S6, S7, S21',
  measure: (ground) => {
    const reals: RealValues = [
      [2024, 4, 6],
      [2025, 1, 1.7],
      [2025, 3, 2.5],
      [2026, 1, 2.7],
    ];
    const targets = aroundEach(
      ground,
      reals,
      () => 1.5,
      (rows, year, quarter) => arenaGap(at(rows, year, quarter)),
    );
    return { targets, result: valuesOf(targets) };
  },
};

export const lag: CheckDefinition = {
  id: 'H3',
  what: 'lag of the follower in months: trough, 2025 Q3, 2025 Q4, mean since 2023',
  target: '1 to 4; 9; 12; 7',
  tolerance: '3 months; dip, then wider',
  source: 'H3: S4, S18, S19, S20',
  measure: (ground) => {
    const lagAt = (year: number, quarter: number): number => inHistory(ground, (rows) => lagMonths(rows, year, quarter));
    const trough = inHistory(ground, (rows) =>
      Math.min(lagMonths(rows, 2024, 3), lagMonths(rows, 2024, 4), lagMonths(rows, 2025, 1)),
    );
    const last = lagAt(2025, 4);
    const targets = [
      between(2024, 4, trough, 0, 7),
      around(2025, 3, lagAt(2025, 3), 9, 3),
      around(2025, 4, last, 12, 3),
      around(2025, 4, inHistory(ground, meanLagMonths), 7, 3),
    ];
    return { targets, result: valuesOf(targets), holds: last > trough };
  },
};

export const frontier: CheckDefinition = {
  id: 'H10',
  what: 'frontier ECI 2023 Q1, 2024 Q2, 2024 Q4, 2025 Q3, 2025 Q4',
  target: '125.9; 130; 142.8; 150.7; 154.4',
  tolerance: '2.5',
  source: 'H10: S4',
  measure: (ground) => {
    const reals: RealValues = [
      [2023, 1, 125.9],
      [2024, 2, 130],
      [2024, 4, 142.8],
      [2025, 3, 150.7],
      [2025, 4, 154.4],
    ];
    const targets = aroundEach(
      ground,
      reals,
      () => 2.5,
      (rows, year, quarter) => at(rows, year, quarter)?.leaderEci ?? Number.NaN,
    );
    return { targets, result: valuesOf(targets) };
  },
};

export const copying: CheckDefinition = {
  id: 'H11',
  what: 'months until reasoning is copied',
  target: '4',
  tolerance: '3 to 6 months',
  source: 'H11: S65',
  measure: (ground) => {
    const months = inHistory(ground, copyMonths);
    return { targets: [between(2025, 1, months, 3, 6)], result: fixed(months) };
  },
};
