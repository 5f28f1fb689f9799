/** `simulate`: bots play matches among themselves; each game's seed is derived from the given one and its number. */
import { writeFile } from 'node:fs/promises';
import { type BotLevel, botLevelSchema } from '#shared/protocol/commands.ts';
import { rulesetWith } from './mods.ts';
import { scenarioId, seatId, UsageError } from './names.ts';
import { type Game, playGames } from './play-games.ts';
import { Progress } from './progress.ts';

export interface SimulateOptions {
  readonly scenario: string;
  readonly games: string;
  readonly seed: string;
  readonly bots: string;
  readonly set: readonly string[];
  readonly mod: readonly string[];
  readonly json?: boolean;
  readonly log?: string;
}

const MOST_GAMES = 100_000;

export async function simulate(options: SimulateOptions): Promise<void> {
  const ruleset = await rulesetWith(options.mod);
  const scenario = scenarioId(ruleset, options.scenario);
  const count = Number(options.games);
  if (!Number.isInteger(count) || count < 1 || count > MOST_GAMES)
    throw new UsageError(`--games must be a number from 1 to ${MOST_GAMES}.`);
  const bots = levels(ruleset.scenarios[scenario]?.seats ?? [], options);
  const progress = new Progress('games', count);
  const played = await playGames({ scenario, seed: options.seed, bots, mods: options.mod }, count, () => progress.step());
  progress.end();
  const [first] = played;
  if (options.log !== undefined && first !== undefined) await writeFile(options.log, `${JSON.stringify(first.log, null, 1)}\n`);
  const games = played.map(({ log: _, ...game }) => game);
  if (options.json) process.stdout.write(`${JSON.stringify({ games })}\n`);
  else for (const game of games) process.stdout.write(`${sentence(game)}\n`);
}

/** Level of every seat: `--bots` for all, `--set SEAT=LEVEL` for one. */
function levels(seats: readonly string[], { bots, set }: SimulateOptions): Record<string, BotLevel> {
  const all = levelOf(bots);
  const chosen: Record<string, BotLevel> = {};
  for (const seat of seats) chosen[seat] = all;
  for (const assignment of set) {
    const [typed = '', level] = assignment.split('=');
    if (level === undefined) throw new UsageError(`--set takes SEAT=LEVEL, not "${assignment}".`);
    chosen[seatId(seats, typed)] = levelOf(level);
  }
  return chosen;
}

/** A level of bots as typed. */
export function levelOf(typed: string): BotLevel {
  const level = botLevelSchema.safeParse(typed);
  if (!level.success)
    throw new UsageError(`There is no bot level "${typed}". Choose one of: ${botLevelSchema.options.join(', ')}.`);
  return level.data;
}

function sentence(game: Game): string {
  const { seed, hash, turns, winner, winningBloc, ended } = game;
  const outcome = winner === null ? 'nobody wins' : `${winner} wins, ${winningBloc} leads`;
  return `${seed.slice(0, 8)}  ${turns} turns, ended by ${ended}: ${outcome}  (${hash.slice(0, 12)})`;
}
