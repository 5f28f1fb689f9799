/** What every engine is asked: whole matches between bots, seed by seed, and the hash of each. Uses no platform API. */
import { playMatch } from '#shared/experiment/simulate.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';

export function matchHashes(ruleset: Ruleset, scenario: string, seeds: readonly string[]): string[] {
  return seeds.map((seed) => playMatch(ruleset, { scenario, seed }).hash);
}
