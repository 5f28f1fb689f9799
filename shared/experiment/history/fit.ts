/**
 * Fitting parameters to history: how far a set of parameters misses what was known to the end of 2024, and the next set
 * to try. Later figures take no part, so that they test the fit.
 */
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import { cloneJson } from '../../util/clone.ts';
import { clamp } from '../../util/exact-math.ts';
import { draw, drawBell, drawInt } from '../../util/keyed-random.ts';
import { quarterIndex } from '../../util/quarter.ts';
import type { Check, Target } from './checks/check.ts';

/** Last quarter whose figures are fitted. */
export const FITTED_UNTIL = quarterIndex(2024, 4);

/** Values by parameter id. */
export type ParameterSet = Readonly<Record<string, number>>;

/** A miss outside of the range counts in half-widths of it; inside, nearness to the middle counts a tenth. */
function missOf({ low, high, value }: Target): number {
  if (!Number.isFinite(value)) return 10;
  const half = Math.max(1e-9, (high - low) / 2);
  return (
    Math.min(10, Math.max(0, low - value, value - high) / half) + 0.1 * Math.min(1, Math.abs(value - (low + high) / 2) / half)
  );
}

/** Sum of the misses of all figures known at the end of 2024. */
export const lossOf = (checks: readonly Check[]): number =>
  checks
    .flatMap((check) => check.targets)
    .filter((target) => target.known <= FITTED_UNTIL)
    .reduce((sum, target) => sum + missOf(target), 0);

/** A copy of the ruleset with these parameters. */
export function withParameters(ruleset: Ruleset, values: ParameterSet): Ruleset {
  const copy = cloneJson(ruleset);
  for (const [id, value] of Object.entries(values)) {
    const parameter = copy.parameters[id];
    if (parameter !== undefined) parameter.value = value;
  }
  return copy;
}

/** Moves one to three parameters by a bell of a sixth of their range, inside of it; rounds to four digits of the range. */
export function nextSet(
  ruleset: Ruleset,
  ids: readonly string[],
  now: ParameterSet,
  seed: string,
  attempt: number,
): ParameterSet {
  const next: Record<string, number> = { ...now };
  const count = 1 + drawInt(3, seed, 'count', attempt);
  for (let index = 0; index < count; index += 1) {
    const id = ids[Math.floor(draw(seed, 'which', attempt, index) * ids.length)];
    const parameter = id === undefined ? undefined : ruleset.parameters[id];
    if (id === undefined || parameter === undefined) continue;
    const span = parameter.max - parameter.min;
    const moved = clamp(
      (next[id] ?? parameter.value) + (span / 6) * drawBell(seed, 'move', attempt, index),
      parameter.min,
      parameter.max,
    );
    const step = Number.isInteger(parameter.value) && span >= 10 ? Math.max(1, Math.round(span / 1000)) : span / 1000;
    next[id] = Number((Math.round(moved / step) * step).toPrecision(6));
  }
  return next;
}
