/**
 * Where an amount stands on its slider. A long range is spread by its cube root, so that small amounts are as easy to hit as large
 * ones; what the slider gives is rounded to three figures, as people say amounts.
 */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Positions of the slider from end to end. */
export const SLIDER_STEPS = 1000;
/** With more steps than this a straight slider is coarse. */
const LONG = 300;
const CURVE = 3;
const FIGURES = 3;

const exponent = ({ min, max, step }: Range): number => ((max - min) / step > LONG ? CURVE : 1);

export function positionOf(value: number, range: Range): number {
  const { min, max } = range;
  if (max <= min) return 0;
  const share = Math.max(0, Math.min(1, (value - min) / (max - min)));
  return Math.round(SLIDER_STEPS * share ** (1 / exponent(range)));
}

export function amountAt(position: number, range: Range): number {
  const { min, max, step } = range;
  if (position >= SLIDER_STEPS) return max;
  const exact = min + (max - min) * (position / SLIDER_STEPS) ** exponent(range);
  const grain = Math.max(step, 10 ** (Math.floor(Math.log10(Math.max(1, exact))) + 1 - FIGURES));
  // Counted from nothing where the range begins near it: 30, 40, 50, and not 31, 41, 51.
  return Math.max(min, Math.min(max, Math.round(exact / grain) * grain));
}

/** How many steps a key asks for; null for other keys. With Shift, and by page, ten at once. */
export function stepsOf({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): number | null {
  const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[key];
  return by === undefined ? null : shiftKey && Math.abs(by) === 1 ? by * 10 : by;
}

/** The next amount on the grid of steps: up and down from the amount itself, within the range. */
export const stepped = (value: number, by: number, { min, max, step }: Range): number =>
  Math.max(min, Math.min(max, value + by * step));
