/** What the figures of a played quarter are read from. */
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { MatchState } from '../../state/schema.ts';

export interface HistoryGround {
  readonly ruleset: Ruleset;
  readonly state: MatchState;
}
