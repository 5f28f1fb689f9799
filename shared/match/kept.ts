/** What a match keeps aside and reads back: refusals for the audit, and the turn that a rewind returns to. */
import type { Command, CommandResult } from '../protocol/commands.ts';
import type { MatchDeps } from './live.ts';
import type { AuditLine, TurnRow } from './match-store.ts';
import type { Refused } from './reasons.ts';

/** Notes a refused command, without holding up the answer to it. */
export function keepRefusal(
  { store, now, log, counts }: MatchDeps,
  matchId: string,
  person: string,
  command: Command,
  { rejection }: Refused,
): CommandResult {
  counts.refusals += 1;
  const line: AuditLine = { kind: 'refused', person, body: { command, reason: rejection } };
  store.audit(matchId, [line], now()).catch((error: unknown) => log.error({ err: error, match: matchId }, 'audit failed'));
  return { ok: false, reason: rejection };
}

/** State and ledger with which the planning of an earlier turn began; throws where the store has none. */
export async function turnBefore({ store }: MatchDeps, matchId: string, turn: number): Promise<TurnRow> {
  const row = await store.turn(matchId, turn);
  if (row === null) throw new Error(`turn ${turn} of match ${matchId} is not in the store`);
  return row;
}
