/** The style of play that a bot brings to a seat, and the words by which a player can read it. */
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { sortedValues } from '../util/ids.ts';

/** Style of play, each 0 to 1: how bold, and how open with weights and papers. */
export interface Style {
  readonly bold: number;
  readonly open: number;
}

export const STYLE_WORDS = ['cautious', 'bold', 'closed', 'open'] as const;
export type StyleWord = (typeof STYLE_WORDS)[number];

/** From here on, up or down from the middle, a trait shows in play and is named. */
const LOW = 0.4;
const HIGH = 0.6;

/** Style of the bot in a seat: that of its actor, in the middle where the ruleset states none. */
export function styleOf(ruleset: Ruleset, seat: string): Style {
  const bot = ruleset.actors[seat]?.bot;
  return { bold: (bot?.boldPermille ?? 500) / 1000, open: (bot?.openPermille ?? 500) / 1000 };
}

/** Kinds of order by which a seat opens something. */
const OPENING: readonly string[] = ['release', 'publish'];

/** Words for what stands out; a bot in the middle of both has none, and a seat with nothing to open is neither open nor closed. */
export function styleWords(ruleset: Ruleset, seat: string): StyleWord[] {
  const { bold, open } = styleOf(ruleset, seat);
  const role = ruleset.actors[seat]?.role ?? '';
  const opens = sortedValues(ruleset.orders).some(({ kind, roles }) => OPENING.includes(kind) && roles.includes(role));
  const words: StyleWord[] = [];
  if (bold <= LOW) words.push('cautious');
  if (bold >= HIGH) words.push('bold');
  if (opens && open <= LOW) words.push('closed');
  if (opens && open >= HIGH) words.push('open');
  return words;
}
