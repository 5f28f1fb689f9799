/** How a bot plays a seat, in words: what a player may expect of it. */
import { styleWords } from '#shared/bots/style.ts';
import { t } from '../text.ts';
import { ruleset } from '../world.ts';

/** Words such as "bold" and "open"; none for a bot in the middle, or before the ruleset is here. */
export function botStyle(seat: string): string[] {
  const world = ruleset.value;
  return world === null ? [] : styleWords(world, seat).map((word) => t(`ui.style.${word}`));
}
