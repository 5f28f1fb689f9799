/** The hash that a match pins: SHA-256 over the canonical text of the resolved rules. */
import { stableHash } from '../../util/stable-hash.ts';
import type { Ruleset } from '../schema/ruleset.ts';

export function hashRuleset(ruleset: Ruleset): string {
  return stableHash(ruleset);
}
