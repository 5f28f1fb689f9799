/** `replay FILE`: plays a match again from its log; with `--verify` compares every turn with the record. */
import { refuseReplay, replayLog, standingTurns, type Verdict, verifyLog } from '#shared/replay/replay.ts';
import { readLog } from './match-log.ts';
import { rulesetWith } from './mods.ts';

export interface ReplayOptions {
  readonly verify?: boolean;
  readonly json?: boolean;
  readonly mod?: readonly string[];
}

/** Exit code: 0 when all is well, 1 when a turn differs or the log belongs to other rules. */
export async function replay(file: string, { verify = false, json = false, mod = [] }: ReplayOptions): Promise<number> {
  const log = await readLog(file);
  const ruleset = await rulesetWith(mod);
  if (verify) return report(verifyLog(ruleset, log), json);
  const refusal = refuseReplay(ruleset, log);
  if (refusal !== null) return report({ ok: false, turn: null, reason: refusal, parts: [], differences: [] }, json);
  const { hashes } = replayLog(ruleset, log);
  const turns = standingTurns(log).map(({ turn }, index) => ({ turn: turn + 1, hash: hashes[index + 1] ?? '' }));
  if (json) process.stdout.write(`${JSON.stringify({ turns })}\n`);
  else for (const { turn, hash } of turns) process.stdout.write(`turn ${turn}  ${hash}\n`);
  return 0;
}

function report(verdict: Verdict, json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify(verdict)}\n`);
  else process.stdout.write(`${inWords(verdict)}\n`);
  return verdict.ok ? 0 : 1;
}

function inWords(verdict: Verdict): string {
  if (verdict.ok) return `All ${verdict.turns} turns agree with the record (${verdict.hash.slice(0, 12)}).`;
  const { reason, turn, parts } = verdict;
  const { log, here, expected, found } = reason.params;
  if (reason.id === 'reject.replay-engine') return `Refused: the log was written by engine ${log}, this is engine ${here}.`;
  if (reason.id === 'reject.replay-ruleset') return `Refused: the log was played with ruleset ${log}, this is ruleset ${here}.`;
  if (reason.id === 'reject.replay-gap') return `The log is not whole: turn ${Number(expected) + 1} is missing.`;
  const where = parts.length === 0 ? '' : `\nIt differs in: ${parts.join(', ')}.`;
  return `Turn ${(turn ?? 0) + 1} differs: the record has ${expected}, the replay ${found}.${where}`;
}
