/** What a run is worth: effective compute to capability on the board, in milli-points (board points are ECI less 67). */
import { log2 } from '../util/exact-math.ts';
import { type Ground, parameterOf } from './know.ts';
import { statOf, statParts } from './stats.ts';

export interface CapabilityPart {
  readonly rule: string;
  readonly milli: number;
  readonly tech?: string;
}

/**
 * Capability of a run of `eflop` (10^18 FLOP) by an actor's recipe, as parts that add up; no luck in it.
 * A doubling is worth 4 points up to 10^25 FLOP and less beyond (facts.md section 6; ORDERS section 6).
 */
export function capabilityOf(ground: Ground, actor: string, eflop: number): { milli: number; parts: CapabilityPart[] } {
  const doubling = parameterOf(ground, 'milli-points-per-doubling');
  const parts: CapabilityPart[] = [{ rule: 'rule.capability.base', milli: parameterOf(ground, 'capability-at-1e24-milli') }];
  const knee = parameterOf(ground, 'flop-knee-eflop');
  const safe = Math.max(1, eflop);
  const below = log2(Math.min(safe, knee) / 1_000_000);
  const beyond = safe > knee ? log2(safe / knee) * parameterOf(ground, 'flop-beyond-knee') : 0;
  parts.push({ rule: 'rule.capability.compute', milli: Math.round(doubling * (below + beyond)) });
  for (const part of statParts(ground, actor, 'training-efficiency')) {
    parts.push({ rule: 'rule.capability.recipe', milli: Math.round(doubling * log2(part.value / 1000)), tech: part.tech });
  }
  for (const part of statParts(ground, actor, 'capability-bonus'))
    parts.push({ rule: 'rule.capability.bonus', milli: part.value, tech: part.tech });
  let milli = 0;
  for (const part of parts) milli += part.milli;
  return { milli, parts };
}

/** log2 of recipe times work per chip, in thousandths: how much an actor gets out of its chips. */
export function efficiencyMilli(ground: Ground, actor: string): number {
  const recipe = statOf(ground, actor, 'training-efficiency');
  const work = statOf(ground, actor, 'work-per-chip', ['fp8']);
  return Math.round(1000 * log2(recipe * work));
}
