/** Ids as typed on the command line: in full, or without the namespace where that is unambiguous. */
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';

/** A wrong call: the message goes to the caller and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function scenarioId(ruleset: Ruleset, typed: string): string {
  return fullId(Object.keys(ruleset.scenarios), typed, 'scenario');
}

export function seatId(seats: readonly string[], typed: string): string {
  return fullId(seats, typed, 'seat');
}

function fullId(known: readonly string[], typed: string, what: string): string {
  if (known.includes(typed)) return typed;
  const matching = known.filter((id) => id.slice(id.indexOf(':') + 1) === typed);
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  const choices = [...known].sort().join(', ');
  if (matching.length > 1) throw new UsageError(`The ${what} "${typed}" is ambiguous: ${matching.join(', ')}.`);
  throw new UsageError(`There is no ${what} "${typed}". Choose one of: ${choices}.`);
}
