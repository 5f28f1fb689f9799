/** A ruleset that was kept with a match, taken up by the rules of today: every place that keeps matches loads it so. */
import type { RulesetBody } from '../protocol/ruleset-body.ts';
import { completeRuleset } from '../ruleset/complete-ruleset.ts';
import { type Refused, refuse } from './reasons.ts';

/** Refused with the names of what it lacks where the match can't go on by it. */
export function takeUpRuleset(kept: RulesetBody): RulesetBody | Refused {
  const completed = completeRuleset(kept.ruleset);
  if ('lacks' in completed) return refuse('ruleset-lacks', { parameters: completed.lacks.join(', ') });
  return completed.ruleset === kept.ruleset ? kept : { ...kept, ruleset: completed.ruleset };
}
