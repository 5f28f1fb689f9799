/** A ruleset as it is sent, stored and built into the client: the rules' numbers and the words that name them. */
import type { Locales } from '../ruleset/load/texts.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';

export interface RulesetBody {
  readonly ruleset: Ruleset;
  readonly locales: Locales;
}

/** With the hash that names it. */
export interface NamedRuleset extends RulesetBody {
  readonly hash: string;
}
