/** Where the numbered marks of the report stand: beside their place, apart from each other, on screen. */
import { around, type Box, contains, overlaps } from './boxes.ts';
import type { Spot } from './paint/spots.ts';

const AWAY_PX = 74;
const ANGLES: readonly number[] = [-0.9, 0.5, Math.PI - 0.5, -Math.PI + 0.9, -Math.PI / 2, Math.PI / 2, 0, Math.PI];
const MARK_PX = 16;
const LINE_PX = 18;

/** A mark for an event at `at`; `textWidth` is the width of its words, `others` the marks that already stand. */
export function spotAt(
  at: readonly [number, number],
  number: number,
  lines: readonly string[],
  textWidth: number,
  screen: Box,
  others: readonly Spot[],
): Spot {
  const height = Math.max(2 * MARK_PX, lines.length * LINE_PX);
  let fallback: Spot | null = null;
  for (const away of [AWAY_PX, AWAY_PX * 1.6]) {
    for (const angle of ANGLES) {
      const mark = [at[0] + away * Math.cos(angle), at[1] + away * Math.sin(angle)] as const;
      for (const leftward of Math.cos(angle) < -0.1 ? [true, false] : [false, true]) {
        const spot = { number, lines, at, mark, leftward, current: true };
        const box = {
          x: leftward ? mark[0] - MARK_PX - textWidth - 8 : mark[0] - MARK_PX,
          y: mark[1] - height / 2,
          width: textWidth + 8 + 2 * MARK_PX,
          height,
        };
        if (!contains(screen, box)) continue;
        fallback ??= spot;
        if (others.every((other) => !overlaps(box, around(other.mark[0], other.mark[1], MARK_PX + 4)))) return spot;
      }
    }
  }
  return fallback ?? { number, lines, at, mark: [at[0], at[1] - AWAY_PX / 2], leftward: false, current: true };
}
