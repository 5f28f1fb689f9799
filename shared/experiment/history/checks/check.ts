/** What a check of history is: a figure of the played world, the range it must fall into, and where the range comes from. */
import type { Ruleset } from '../../../ruleset/schema/ruleset.ts';
import { quarterIndex } from '../../../util/quarter.ts';
import { type Games, over, type Rows } from '../measures.ts';
import type { HistoryScript } from '../script.ts';

/** A figure of a check with the range that it must fall into. */
export interface Target {
  /** Quarter at whose end the real figure was known: figures to the end of 2024 are for fitting, later ones test the fit. */
  known: number;
  low: number;
  high: number;
  value: number;
}

/** The played worlds, each over many seeds. */
export interface HistoryGames {
  history: Games;
  none: Games;
  maximal: Games;
}

export interface CheckGround {
  readonly ruleset: Ruleset;
  readonly script: HistoryScript;
  readonly games: HistoryGames;
}

export interface CheckWords {
  readonly id: string;
  /** What is compared, in words. */
  readonly what: string;
  readonly target: string;
  readonly tolerance: string;
  /** Row of the facts sheet, with the numbers of its addresses. */
  readonly source: string;
  /** True where the target is a judgement on a world that was not; absent where it was measured in the one that was. */
  readonly judgement?: boolean;
}

export interface Measured {
  readonly targets: Target[];
  readonly result: string;
  /** What must hold beside the ranges. */
  readonly holds?: boolean;
}

export interface CheckDefinition extends CheckWords {
  readonly measure: (ground: CheckGround) => Measured;
}

export interface Check extends CheckWords {
  readonly result: string;
  readonly passed: boolean;
  readonly targets: readonly Target[];
}

export const inside = (target: Target): boolean => target.value >= target.low && target.value <= target.high;

export function runCheck({ measure, ...words }: CheckDefinition, ground: CheckGround): Check {
  const { targets, result, holds = true } = measure(ground);
  return { ...words, result, targets, passed: holds && targets.every(inside) };
}

/** Median over the seeds of history as it was. */
export const inHistory = ({ games }: CheckGround, read: (rows: Rows) => number): number => over(games.history, read);

/** A figure with its real value and tolerance, known at the end of a quarter. */
export const around = (year: number, quarter: number, value: number, real: number, tolerance: number): Target =>
  between(year, quarter, value, real - tolerance, real + tolerance);

/** Real values by the end of a quarter: year, quarter, value. */
export type RealValues = readonly (readonly [year: number, quarter: number, real: number])[];

/** A figure at each of these quarters; the tolerance may grow with the real value. */
export const aroundEach = (
  ground: CheckGround,
  reals: RealValues,
  tolerance: (real: number) => number,
  read: (rows: Rows, year: number, quarter: number) => number,
): Target[] =>
  reals.map(([year, quarter, real]) =>
    around(
      year,
      quarter,
      inHistory(ground, (rows) => read(rows, year, quarter)),
      real,
      tolerance(real),
    ),
  );

/** A figure with its range, known at the end of a quarter. */
export const between = (year: number, quarter: number, value: number, low: number, high: number): Target => ({
  known: quarterIndex(year, quarter),
  low,
  high,
  value,
});

export const fixed = (value: number, digits = 1): string => (Number.isFinite(value) ? value.toFixed(digits) : 'never');
export const valuesOf = (targets: readonly Target[], digits = 1): string =>
  targets.map((target) => fixed(target.value, digits)).join('; ');
