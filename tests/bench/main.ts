/** Measures turns against the floor, matches a second beside a peer, and the client in a browser; the figures go to the full report. */
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { type PlayedTurn, playMatch } from '#shared/experiment/simulate.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import { resolve } from '#shared/rules/resolve.ts';
import { stableHash } from '#shared/util/stable-hash.ts';
import { FULL, report } from '../counts.ts';
import { browserLines } from './browser-bench.ts';
import { countNumbers, makeItems, plainLoop } from './floor.ts';
import { speedLines } from './speed.ts';

const SEED = '0123456789abcdef0123456789abcdef';
const ROUNDS = FULL ? 30 : 5;
const LOOPS = 20_000;

const base = await loadBaseRuleset();
const { ruleset } = base;

/** Median milliseconds of a call. */
function medianMs(rounds: number, run: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

const rows = Object.keys(ruleset.scenarios).map((scenario) => {
  const played: PlayedTurn[] = [];
  const { hash } = playMatch(ruleset, { scenario, seed: SEED, onTurn: (turn) => played.push(turn) });
  const replay = () => {
    let state = newMatch(ruleset, scenario, SEED);
    for (const { orders, deals } of played) state = resolve(ruleset, state, { orders, deals }).state;
    return state;
  };
  if (stableHash(replay()) !== hash) throw new Error(`${scenario}: the replay differs from the match`);
  const last = played[played.length - 1];
  const items = makeItems(countNumbers(last?.resolution.state) + (last?.resolution.ledger.length ?? 0));
  const turnMs = medianMs(ROUNDS, replay) / played.length;
  const floorMs =
    medianMs(ROUNDS, () => {
      for (let loop = 0; loop < LOOPS; loop += 1) plainLoop(items);
    }) / LOOPS;
  return { scenario, turns: played.length, items: items.length, turnMs, floorMs };
});

const lines = [
  '| scenario | turns | items | resolve, ms a turn | plain loop over as many items, ms | times the floor |',
  '|---|---|---|---|---|---|',
  ...rows.map(({ scenario, turns, items, turnMs, floorMs }) => {
    const cells = [scenario, turns, items, turnMs.toFixed(2), floorMs.toFixed(4), Math.round(turnMs / floorMs)];
    return `| ${cells.join(' | ')} |`;
  }),
  '',
  ...(await speedLines(ruleset)),
  '',
  ...(await browserLines(base)),
];
for (const line of lines) {
  console.log(line);
  report(line);
}
