/** What every engine is asked: whole matches between bots, seed by seed, and the hash of each. Uses no platform API. */
import { playMatch } from '#shared/experiment/simulate.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { exp, ln, pow } from '#shared/util/exact-math.ts';
import { draw, drawBell, drawNormal } from '#shared/util/keyed-random.ts';
import { stableHash } from '#shared/util/stable-hash.ts';

const SAMPLES = 5000;

export function matchHashes(ruleset: Ruleset, scenario: string, seeds: readonly string[]): string[] {
  return seeds.map((seed) => playMatch(ruleset, { scenario, seed }).hash);
}

/** Hash over every bit of functions whose last digits the whole numbers of a match would hide. */
export function arithmeticHash(): string {
  const values: number[] = [];
  for (let n = 1; n <= SAMPLES; n += 1) {
    const x = draw('arithmetic', n) * 40;
    values.push(ln(x + 1e-9), exp(x - 20), pow(x + 0.01, 1.7), drawNormal('arithmetic', n), drawBell('arithmetic', n));
  }
  return stableHash(values);
}
