/** What a first visit fetches, by kind, compressed as the server sends it. */
import { bytesOf, firstVisit } from '../e2e/first-visit.ts';
import type { Game } from '../e2e/game.ts';

/** Goal: all script of a first visit, up to a planned turn with its map. */
const GOAL_BYTES = 420_000;
const KINDS = ['.js', '.css', '.json', '.woff2', '.svg'] as const;

const kb = (bytes: number): string => (bytes / 1000).toFixed(1);

export async function bundleLines(game: Game): Promise<string[]> {
  const { home, match } = await firstVisit(game);
  const rows = KINDS.map((kind) => {
    const [atHome, inMatch] = [bytesOf(home, kind), bytesOf(match, kind)];
    return `| ${kind} | ${kb(atHome)} | ${kb(inMatch)} | ${kb(atHome + inMatch)} |`;
  });
  const script = bytesOf([...home, ...match], '.js');
  const largest = [...home, ...match].sort((a, b) => b.bytes - a.bytes).slice(0, 6);
  return [
    `First visit: ${kb(script)} KB of script, goal at most ${kb(GOAL_BYTES)}: ${script <= GOAL_BYTES ? 'met' : 'missed'}.`,
    '',
    '| KB, compressed | home | into the match | in all |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Largest: ${largest.map(({ name, bytes }) => `${name.replace(/^assets\//, '').replace(/-[\w-]{8}(?=\.)/, '')} ${kb(bytes)}`).join(', ')}.`,
  ];
}
