/** Whole matches a second on one core: the game's bots by level, and random bots of the peer on a game of like size. */
import { playMatch } from '#shared/experiment/simulate.ts';
import type { BotLevel } from '#shared/protocol/commands.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';
import { FULL } from '../counts.ts';
import { findPeer } from './peer.ts';
import { loadPeer, playPeerGame } from './peer-game.ts';

const SCENARIO = 'base:long-race';
const PEER_ROUNDS = 30;
const GAMES: Readonly<Record<BotLevel, number>> = FULL ? { easy: 40, normal: 20, hard: 3 } : { easy: 10, normal: 6, hard: 1 };
const PEER_GAMES = FULL ? 60 : 12;
/** Games that are not counted: until about then the engine still compiles, on either side, what is played. */
const WARM_UP: Readonly<Record<BotLevel, number>> = { easy: 20, normal: 2, hard: 0 };
const PEER_WARM_UP = 10;
/** Goal: easy bots, though they play the real rules, at least so many times the peer's games a second. */
const GOAL = 5;

const US_PER_SECOND = 1_000_000;

/** By processor time, so that other work on the machine counts for nothing. */
async function gamesPerSecond(games: number, warmUp: number, play: (n: number) => void | Promise<void>): Promise<number> {
  for (let n = 0; n < warmUp; n += 1) await play(n);
  const before = process.cpuUsage();
  for (let n = 0; n < games; n += 1) await play(n);
  const { user, system } = process.cpuUsage(before);
  return (games * US_PER_SECOND) / (user + system);
}

/** Lines of the report (Markdown): games a second of each, and how often that of the peer. */
export async function speedLines(ruleset: Ruleset): Promise<string[]> {
  const seats = ruleset.scenarios[SCENARIO]?.seats ?? [];
  const rates: Partial<Record<BotLevel, number>> = {};
  for (const level of ['easy', 'normal', 'hard'] as const) {
    const bots = Object.fromEntries(seats.map((seat) => [seat, level]));
    rates[level] = await gamesPerSecond(GAMES[level], WARM_UP[level], (n) => {
      playMatch(ruleset, { scenario: SCENARIO, seed: deriveSeed(`bench/${n}`, 'speed'), bots });
    });
  }
  const found = await findPeer();
  const peer =
    typeof found === 'string'
      ? null
      : await gamesPerSecond(PEER_GAMES, PEER_WARM_UP, (n) => playPeerGame(loadPeer(found), PEER_ROUNDS, `seed ${n}`));
  const times = (rate: number): string => (peer === null ? 'not measured' : (rate / peer).toFixed(2));
  const lines = [
    '| game | bots | turns | seats | matches a second of one core | times the peer |',
    '|---|---|---|---|---|---|',
    ...Object.entries(rates).map(
      ([level, rate]) =>
        `| ${SCENARIO} | ${level} | ${ruleset.scenarios[SCENARIO]?.turns} | ${seats.length} | ${rate.toFixed(2)} | ${times(rate)} |`,
    ),
    peer === null
      ? `The peer (boardgame.io) was not measured: ${String(found)}.`
      : `| boardgame.io, 400 items | its random bot | ${PEER_ROUNDS} | 8 | ${peer.toFixed(2)} | 1.00 |`,
  ];
  if (peer !== null && rates.easy !== undefined)
    lines.push('', `Goal: easy bots at least ${GOAL} times the peer; ${rates.easy >= GOAL * peer ? 'reached' : 'not reached'}.`);
  return lines;
}
