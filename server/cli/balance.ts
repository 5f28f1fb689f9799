/** `balance`: equal bots play, and the report says what wins, what is used and what lies outside the goals. */

import { writeFile } from 'node:fs/promises';
import { type BalanceGame, type BalanceReport, balanceReport, CLOSE_POINTS, type StyleDuel } from '#shared/experiment/balance.ts';
import { shareOf } from '#shared/experiment/balance-interval.ts';
import type { Used } from '#shared/experiment/balance-use.ts';
import { suggestPar } from '#shared/experiment/par.ts';
import type { BotLevel } from '#shared/protocol/commands.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { balancePage } from './balance-page.ts';
import { flagInWords, percent } from './balance-words.ts';
import { counted } from './counted.ts';
import { rulesetWith } from './mods.ts';
import { scenarioId, UsageError } from './names.ts';
import { playGames, type Series } from './play-games.ts';
import { Progress } from './progress.ts';
import { levelOf } from './simulate.ts';

export interface BalanceOptions {
  readonly scenario: string;
  readonly games: string;
  readonly seed: string;
  readonly bots: string;
  readonly styles: string;
  readonly mod: readonly string[];
  readonly par?: boolean;
  readonly html?: string;
  readonly json?: boolean;
}

const MOST_GAMES = 100_000;
/** Preference for open weights of the two sides of a duel of styles, per mille. */
const OPEN = 950;
const CLOSED = 50;

export async function balance(options: BalanceOptions): Promise<void> {
  const ruleset = await rulesetWith(options.mod);
  const scenario = scenarioId(ruleset, options.scenario);
  const games = numberFrom(options.games, '--games', 1);
  const duels = numberFrom(options.styles, '--styles', 0);
  const level = levelOf(options.bots);
  const series: Series = { scenario, seed: options.seed, bots: botsOf(ruleset, scenario, level), mods: options.mod };
  const labs = duels === 0 ? [] : labsOf(ruleset, scenario);
  const progress = new Progress('games', games + labs.length * duels * 2);
  const step = (): void => progress.step();
  const played = await playGames({ ...series, watch: true }, games, step);
  const styles: StyleDuel[] = [];
  for (const lab of labs) styles.push(await duel(series, lab, duels, step));
  progress.end();
  if (options.par === true) return void process.stdout.write(`${JSON.stringify(parOf(ruleset, scenario, played), null, 2)}\n`);
  const report = balanceReport(ruleset, scenario, level, played, styles);
  if (options.html !== undefined) await writeFile(options.html, balancePage(report));
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : inWords(report));
}

/** Par that these games call for. */
function parOf(ruleset: Ruleset, scenario: string, played: readonly BalanceGame[]): Record<string, number> {
  const data = ruleset.scenarios[scenario];
  return data === undefined ? {} : suggestPar(data, played, (seat) => ruleset.actors[seat]?.bloc ?? '');
}

function numberFrom(typed: string, option: string, least: number): number {
  const value = Number(typed);
  if (!Number.isInteger(value) || value < least || value > MOST_GAMES)
    throw new UsageError(`${option} must be a number from ${least} to ${MOST_GAMES}.`);
  return value;
}

const botsOf = (ruleset: Ruleset, scenario: string, level: BotLevel): Record<string, BotLevel> =>
  Object.fromEntries((ruleset.scenarios[scenario]?.seats ?? []).map((seat) => [seat, level]));

/** Seats whose role may release models. */
function labsOf(ruleset: Ruleset, scenario: string): string[] {
  const release = Object.values(ruleset.orders).find(({ kind }) => kind === 'release');
  return [...(ruleset.scenarios[scenario]?.seats ?? [])]
    .filter((seat) => release?.roles.includes(ruleset.actors[seat]?.role ?? '') === true)
    .sort();
}

/** The same games with a lab that prefers open weights and with one that keeps them closed. */
async function duel(series: Series, lab: string, games: number, step: () => void): Promise<StyleDuel> {
  const open = await playGames({ ...series, openPermille: { [lab]: OPEN } }, games, step);
  const closed = await playGames({ ...series, openPermille: { [lab]: CLOSED } }, games, step);
  const pairs = open.map((game, index) => (game.scores[lab] ?? 0) - (closed[index]?.scores[lab] ?? 0));
  const decided = pairs.filter((points) => points !== 0);
  return { lab, openWins: shareOf(decided.filter((points) => points > 0).length, decided.length) };
}

function inWords(report: BalanceReport): string {
  const { blocs, seats, fairShare, margin, comebacks, straits, tempo, styles, techs, orders, flags } = report;
  const wins = blocs
    .concat(seats)
    .map(({ id, wins: won, meanScore }) => `  ${id.padEnd(26)} ${percent(won)}  score ${meanScore.toFixed(1)}`);
  const lines = [
    `${report.scenario}: ${counted(report.games, 'game')} between ${report.level} bots, ${report.meanTurns.toFixed(1)} turns each`,
    '',
    `Wins (a seat's fair share is ${(100 * fairShare).toFixed(0)} %)`,
    ...wins,
    '',
    `Final margin of blocs: mean ${margin.mean.toFixed(1)}, median ${margin.median.toFixed(1)} points; within ${CLOSE_POINTS}: ${percent(margin.within)}`,
    `Comebacks (the bloc that led at half-time did not win): ${percent(comebacks)}`,
    `Ended by escalation: ${percent(straits)}`,
    `Tempo: ${tempo.mean.toFixed(1)} orders within 80 % of the best; at least two in ${percent(tempo.real)} of turns`,
    ...styles.map(({ lab, openWins }) => `Open against closed, ${lab}: ${percent(openWins)}`),
    '',
    'Orders: seats that used it when they could, turns, worth in points',
    ...orders.map(useLine),
    '',
    'Technologies',
    ...techs.map(useLine),
    '',
    flags.length === 0 ? 'Nothing lies outside the goals.' : 'Outside the goals',
    ...flags.map((flag) => `  ${flagInWords(flag)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const useLine = ({ id, mark, used, turns, worthPoints }: Used): string =>
  `  ${id.padEnd(34)} ${percent(used)}  turns ${(100 * turns.share).toFixed(0)} %  worth ${
    worthPoints === null ? '–' : worthPoints.toFixed(1)
  }${mark === null ? '' : `  (${mark})`}`;
