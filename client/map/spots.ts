/** Where the numbered marks of the report stand: beside their place, apart from each other, on screen. */
import { around, type Box, contains, holds, overlaps } from './boxes.ts';
import type { Spot } from './paint/spots.ts';

const AWAYS_PX: readonly number[] = [70, 110, 150];
const ANGLES = 16;
const MARK_PX = 16;
const LINE_PX = 18;
/** What covering a seal or a name costs, and what another mark. */
const BUSY_COST = 2;
const MARK_COST = 20;
/** What a line across a seal or a name costs, and how often it is looked at along the way. */
const CROSSED_COST = 3;
const STEP_PX = 6;

/** A mark for an event at `at`; `textWidth` is the width of its words, `others` the marks that already stand. */
export function spotAt(
  at: readonly [number, number],
  number: number,
  lines: readonly string[],
  textWidth: number,
  screen: Box,
  others: readonly Spot[],
  busy: readonly Box[],
): Spot {
  const within = (value: number, start: number, length: number): number =>
    Math.max(start + MARK_PX, Math.min(start + length - MARK_PX, value));
  const over = [within(at[0], screen.x, screen.width), within(at[1] - 40, screen.y, screen.height)] as const;
  // Where there is no room for words, the number stands alone.
  let best: Spot = { number, lines: [], at, mark: over, leftward: false, current: true };
  let bestCost = Number.POSITIVE_INFINITY;
  for (const away of AWAYS_PX) {
    for (let i = 0; i < ANGLES * 2; i++) {
      const angle = (Math.PI * (i + 1)) / ANGLES;
      const mark = [at[0] + away * Math.cos(angle), at[1] + away * Math.sin(angle)] as const;
      const leftward = Math.cos(angle) < 0;
      const box = boxOf(mark, leftward, textWidth, lines.length);
      if (!contains(screen, box)) continue;
      const covered = busy.filter((one) => overlaps(box, one)).length;
      const marks = others.filter((other) => overlaps(box, around(other.mark[0], other.mark[1], MARK_PX + 4))).length;
      const cost = away / 24 + BUSY_COST * covered + MARK_COST * marks + CROSSED_COST * crossed(at, mark, busy);
      if (cost < bestCost) [best, bestCost] = [{ number, lines, at, mark, leftward, current: true }, cost];
    }
  }
  return best;
}

/** How many boxes the line from a mark to its place runs through, that of the place itself aside. */
function crossed(at: readonly [number, number], mark: readonly [number, number], busy: readonly Box[]): number {
  const steps = Math.floor(Math.hypot(mark[0] - at[0], mark[1] - at[1]) / STEP_PX);
  return busy.filter((box) => {
    if (holds(box, at[0], at[1])) return false;
    for (let n = 1; n < steps; n++) {
      const share = n / steps;
      if (holds(box, at[0] + share * (mark[0] - at[0]), at[1] + share * (mark[1] - at[1]))) return true;
    }
    return false;
  }).length;
}

/** Room of a mark with its words. */
function boxOf([x, y]: readonly [number, number], leftward: boolean, textWidth: number, lines: number): Box {
  const height = Math.max(2 * MARK_PX, lines * LINE_PX);
  return {
    x: leftward ? x - MARK_PX - textWidth - 8 : x - MARK_PX,
    y: y - height / 2,
    width: textWidth + 8 + 2 * MARK_PX,
    height,
  };
}
