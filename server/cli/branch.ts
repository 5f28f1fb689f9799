/** `branch FILE`: changes orders in one turn of a recorded match, plays on, and sets both histories side by side. */

import { branchMatch } from '#shared/replay/branch.ts';
import type { CauseDifference } from '#shared/replay/branch-causes.ts';
import { type BranchSummary, summaryOf } from '#shared/replay/branch-summary.ts';
import { branchFault } from '#shared/replay/open-branch.ts';
import { refuseReplay } from '#shared/replay/replay.ts';
import { faultInWords, readChanges, type TypedChanges } from './branch-changes.ts';
import { counted } from './counted.ts';
import { readLog } from './match-log.ts';
import { rulesetWith } from './mods.ts';
import { UsageError } from './names.ts';

export interface BranchOptions extends TypedChanges {
  readonly turn: string;
  readonly mod: readonly string[];
  readonly bots?: boolean;
  readonly games: string;
  readonly json?: boolean;
}

const MOST_GAMES = 10_000;
const TOP_CAUSES = 20;

export async function branch(file: string, options: BranchOptions): Promise<void> {
  const log = await readLog(file);
  const ruleset = await rulesetWith(options.mod);
  const refusal = refuseReplay(ruleset, log);
  if (refusal !== null) throw new UsageError(`The log belongs to other rules than these (${refusal.id}).`);
  const turn = numberFrom(options.turn, '--turn', Number.MAX_SAFE_INTEGER) - 1;
  const games = numberFrom(options.games, '--games', MOST_GAMES);
  const changes = readChanges(ruleset.scenarios[log.header.scenario]?.seats ?? [], options);
  const request = { turn, changes, mode: options.bots ? 'behavioural' : 'mechanical', games } as const;
  const fault = branchFault(ruleset, log, request);
  if (fault !== null) throw new UsageError(faultInWords(fault));
  const result = summaryOf(branchMatch(ruleset, log, request));
  process.stdout.write(options.json ? `${inJson(result)}\n` : inWords(result));
}

function numberFrom(typed: string, option: string, most: number): number {
  const value = Number(typed);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new UsageError(`${option} must be a whole number${most === MOST_GAMES ? ` from 1 to ${most}` : ' from 1'}.`);
  return value;
}

/** As JSON; turns count from 1. */
const inJson = ({ turn, botsFrom, ...rest }: BranchSummary): string =>
  JSON.stringify({ ...rest, turn: turn + 1, botsFrom: botsFrom === null ? null : botsFrom + 1 });

function inWords(result: BranchSummary): string {
  const { turn, mode, games, ownLuck, botsFrom, original, branch: branched, refused, causes, blocs, seats } = result;
  const lines = [
    `Branch from turn ${turn + 1}, ${mode === 'mechanical' ? 'others keep their orders' : 'bots play on'}, ${counted(games, 'game')}; ${ownLuck ? "the first has the match's own luck" : 'luck is new, since the match is not over'}.`,
  ];
  if (botsFrom !== null && mode === 'mechanical') lines.push(`Bots play from turn ${botsFrom + 1} on, where the record ends.`);
  for (const [seat, list] of Object.entries(refused))
    for (const { order, reason } of list) lines.push(`Refused: ${seat} ${order.kind} (${reason.id}).`);
  const same = original.hashes.findIndex((hash, index) => hash !== branched.hashes[index]);
  lines.push(same < 0 ? 'Both histories are the same.' : `The histories part in turn ${same}.`, '', 'Final score');
  for (const [id, { control, treated, effect, low, high, games: played }] of [
    ...Object.entries(blocs),
    ...Object.entries(seats),
  ]) {
    const interval = played > 1 ? `  [${low.toFixed(1)}, ${high.toFixed(1)}]` : '';
    lines.push(`  ${id.padEnd(24)} ${control.toFixed(1)} -> ${treated.toFixed(1)}  (${signed(effect, 1)})${interval}`);
  }
  if (causes.length > 0)
    lines.push('', `What differs, by cause (first ${Math.min(TOP_CAUSES, causes.length)} of ${causes.length})`);
  for (const cause of causes.slice(0, TOP_CAUSES)) lines.push(`  ${causeLine(cause)}`);
  return `${lines.join('\n')}\n`;
}

function causeLine({ topic, subject, unit, cause, original, branch: branched, difference }: CauseDifference): string {
  const by = cause.by === null ? '' : ` of ${cause.by}`;
  const figures = `${plain(original)} -> ${plain(branched)} ${unit} (${signed(difference, 0)})`;
  return `${topic} of ${subject}: ${figures} by ${cause.kind} ${cause.id}${by}`;
}

const plain = (value: number): string => String(Math.round(value * 10) / 10);
const signed = (value: number, digits: number): string => `${value > 0 ? '+' : ''}${value.toFixed(digits)}`;
