/** Shares and flags of a balance report in words, for the terminal and the page. */
import type { BalanceFlag } from '#shared/experiment/balance-flags.ts';
import type { Share } from '#shared/experiment/balance-interval.ts';

/** "45 % [31, 60] of 40". */
export const percent = ({ share, low, high, of }: Share): string =>
  of === 0 ? 'none' : `${(100 * share).toFixed(0)} % [${(100 * low).toFixed(0)}, ${(100 * high).toFixed(0)}] of ${of}`;

export const GOAL_WORDS: Readonly<Record<BalanceFlag['goal'], string>> = {
  'bloc-wins': 'wins of the bloc',
  'seat-wins': 'wins of the seat',
  'tech-unused': 'technology hardly used',
  'tech-must': 'technology nearly always used',
  'order-unused': 'order hardly used',
  'order-must': 'order nearly always used',
  'open-wins': 'open weights win for the lab',
};

export const flagInWords = ({ goal, subject, measured, low, high, certain }: BalanceFlag): string =>
  `${subject}: ${GOAL_WORDS[goal]}, ${percent(measured)}; goal ${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)} %${
    certain ? '' : ' (chance may explain it)'
  }`;
