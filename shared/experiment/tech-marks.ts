/** Which technologies the goals of use leave aside, and on which side. */
import { followersOf } from '../rules/research.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';

/**
 * `start` and `long-shot` stand aside wholly. A `road` may be learned by all, since what lies behind it is reached over it
 * alone; that nobody takes it is a fault all the same.
 */
export type TechMark = 'start' | 'road' | 'long-shot';

/** The stated mark, else `road` where another technology needs it, else null. */
export const markOf = (ruleset: Ruleset, tech: string): TechMark | null =>
  ruleset.techs[tech]?.mark ?? (followersOf(ruleset, tech).length > 0 ? 'road' : null);
