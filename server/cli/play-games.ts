/** Plays many matches of bots on all cores; results come by index, so that the number of cores changes nothing. */
import { type WatchedGame, watchGame } from '#shared/experiment/balance-watch.ts';
import { type PlayedTurn, playMatch } from '#shared/experiment/simulate.ts';
import type { BotLevel } from '#shared/protocol/commands.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import { botTurnRecord, logHeader } from '#shared/replay/record.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';
import { runAll } from './job-pool.ts';
import { rulesetWith } from './mods.ts';

export interface Series {
  readonly scenario: string;
  /** Text from which the seeds of all games are derived. */
  readonly seed: string;
  readonly bots: Record<string, BotLevel>;
  /** Folders of mods, beside the base game. */
  readonly mods?: readonly string[];
  /** Preference of labs' bots for open weights, per mille, in place of the ruleset's. */
  readonly openPermille?: Readonly<Record<string, number>>;
  /** Watch the choices too, for the balance report. */
  readonly watch?: boolean;
}

export interface Game {
  readonly seed: string;
  readonly hash: string;
  readonly turns: number;
  readonly winner: string | null;
  readonly winningBloc: string | null;
  readonly scores: Record<string, number>;
  readonly blocScores: Record<string, number>;
  readonly ended: string;
  /** Only of the first game. */
  readonly log?: MatchLog;
  /** Only where the series is watched. */
  readonly watched?: WatchedGame;
}

/** Seed of game `index` of a series: 32 hex digits, different for every index. */
export function seedOfGame(series: string, index: number): string {
  return deriveSeed(series, `game:${index}`);
}

/** A game by its series and its number in it. */
export interface SeriesGame {
  readonly series: Series;
  readonly index: number;
}

export async function playGame({ series, index }: SeriesGame): Promise<Game> {
  const { scenario, bots, mods, openPermille, watch } = series;
  const ruleset = withStyles(await rulesetWith(mods), openPermille ?? {});
  const gameSeed = seedOfGame(series.seed, index);
  const log: MatchLog = {
    header: logHeader(ruleset, scenario, gameSeed, `simulated-${index}`),
    records: botSeats(ruleset, scenario, bots),
  };
  const watcher = watch ? watchGame(ruleset, scenario, gameSeed) : null;
  const onTurn = (played: PlayedTurn): void => {
    if (index === 0) log.records.push(botTurnRecord(played));
    watcher?.onTurn(played);
  };
  const { seed, hash, turns, winner, winningBloc, scores, blocScores, ended } = playMatch(ruleset, {
    scenario,
    seed: gameSeed,
    bots,
    onTurn,
  });
  const game = { seed, hash, turns, winner, winningBloc, scores, blocScores, ended };
  return { ...game, ...(index === 0 ? { log } : {}), ...(watcher === null ? {} : { watched: watcher.watched() }) };
}

/** Who plays each seat, so that a branch of the log is answered by bots of the same level. */
function botSeats(ruleset: Ruleset, scenario: string, bots: Series['bots']): MatchLog['records'] {
  return (ruleset.scenarios[scenario]?.seats ?? []).map((seat) => ({
    record: 'seat',
    turn: 0,
    seat,
    person: null,
    change: 'bot',
    bot: bots[seat] ?? 'normal',
  }));
}

/** The rules with other preferences of some seats' bots; nothing else differs. */
function withStyles(ruleset: Ruleset, openPermille: Readonly<Record<string, number>>): Ruleset {
  const actors = { ...ruleset.actors };
  for (const [seat, permille] of Object.entries(openPermille)) {
    const actor = actors[seat];
    if (actor !== undefined) actors[seat] = { ...actor, bot: { ...actor.bot, openPermille: permille } };
  }
  return Object.keys(openPermille).length === 0 ? ruleset : { ...ruleset, actors };
}

export function playGames(series: Series, count: number, onGame: () => void): Promise<Game[]> {
  const inputs = Array.from({ length: count }, (_, index) => ({ series, index }));
  return runAll('seriesGame', inputs, { onDone: onGame });
}
