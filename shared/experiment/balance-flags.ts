/** What of a balance report lies outside the goals; each flag says whether the interval excludes the goal or only touches it. */
import type { BalanceReport } from './balance.ts';
import type { Share } from './balance-interval.ts';

export interface BalanceFlag {
  readonly goal: 'bloc-wins' | 'seat-wins' | 'tech-unused' | 'tech-must' | 'order-unused' | 'order-must' | 'open-wins';
  readonly subject: string;
  readonly measured: Share;
  readonly low: number;
  readonly high: number;
  /** The whole 95 % interval lies outside; else chance may explain it. */
  readonly certain: boolean;
}

const BLOC = { low: 0.45, high: 0.55 };
const USE = { low: 0.05, high: 0.95 };
const OPEN = { low: 0.4, high: 0.6 };
const MOST_OVER_FAIR = 2;

type Goal = BalanceFlag['goal'];

export function balanceFlags(report: Omit<BalanceReport, 'flags'>): BalanceFlag[] {
  const flags: BalanceFlag[] = [];
  const check = (goal: Goal, subject: string, measured: Share, { low, high }: { low: number; high: number }): void => {
    if (measured.of === 0 || (measured.share >= low && measured.share <= high)) return;
    flags.push({ goal, subject, measured, low, high, certain: measured.high < low || measured.low > high });
  };
  for (const { id, wins } of report.blocs) check('bloc-wins', id, wins, BLOC);
  for (const { id, wins } of report.seats) check('seat-wins', id, wins, { low: 0, high: MOST_OVER_FAIR * report.fairShare });
  for (const { id, mark, used } of report.techs) {
    if (mark === 'start' || mark === 'long-shot') continue;
    if (used.share < USE.low) check('tech-unused', id, used, USE);
    else if (mark !== 'road') check('tech-must', id, used, USE);
  }
  // Every verb is used in a whole game: a must is one that is given in nearly every turn in which it could be.
  for (const { id, used, turns } of report.orders) {
    if (used.share < USE.low) check('order-unused', id, used, USE);
    else check('order-must', id, turns, { low: 0, high: USE.high });
  }
  for (const { lab, openWins } of report.styles) check('open-wins', lab, openWins, OPEN);
  return flags;
}
