/** What the historical checks read out of played games: medians over seeds, lags in months, sums of a year. */
import { exp, ln } from '../../util/exact-math.ts';
import { quarterIndex } from '../../util/quarter.ts';
import type { HistoryRow } from './row.ts';

export type Rows = readonly HistoryRow[];
export type Games = readonly Rows[];

/** Median over the seeds. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export const over = (games: Games, read: (rows: Rows) => number): number => median(games.map(read));

export const at = (rows: Rows, year: number, quarter: number): HistoryRow | undefined =>
  rows.find((row) => row.quarter === quarterIndex(year, quarter));

/** Sum of a figure over the first quarters of a year. */
export const inYear = (rows: Rows, year: number, read: (row: HistoryRow) => number, quarters = 4): number =>
  rows
    .filter((row) => Math.floor(row.quarter / 4) === year && row.quarter % 4 < quarters)
    .reduce((sum, row) => sum + read(row), 0);

/** Gap on the Arena scale of August 2025 (Elo = 405 + 6.9 ECI, facts.md section 6) in per cent of the follower's score. */
export const arenaGap = (row: HistoryRow | undefined): number =>
  row === undefined ? Number.NaN : (100 * 6.9 * (row.leaderEci - row.followerEci)) / (405 + 6.9 * row.followerEci);

/** Months since the leader first stood where the follower stands now; quarters are interpolated. */
export function lagMonths(rows: Rows, year: number, quarter: number): number {
  const now = at(rows, year, quarter);
  if (now === undefined) return Number.NaN;
  let before: HistoryRow | null = null;
  for (const row of rows) {
    if (row.leaderEci >= now.followerEci) {
      const share =
        before === null || row.leaderEci === before.leaderEci
          ? 1
          : Math.max(0, Math.min(1, (now.followerEci - before.leaderEci) / (row.leaderEci - before.leaderEci)));
      const reached = before === null ? row.quarter : before.quarter + share;
      return Math.max(0, 3 * (now.quarter - reached));
    }
    before = row;
  }
  return 0;
}

/** Mean lag from 2023 Q2 to 2025 Q4, months. */
export function meanLagMonths(rows: Rows): number {
  const span = rows.filter((row) => row.quarter >= quarterIndex(2023, 2) && row.quarter <= quarterIndex(2025, 4));
  let sum = 0;
  for (const row of span) sum += lagMonths(rows, Math.floor(row.quarter / 4), (row.quarter % 4) + 1);
  return span.length === 0 ? Number.NaN : sum / span.length;
}

/** Quarter in which the follower's open weights are first used more than the leader's; Infinity where never. */
export const openCrossing = (rows: Rows): number =>
  rows.find((row) => row.followerOpen > row.leaderOpen && row.quarter >= quarterIndex(2023, 1))?.quarter ?? Infinity;

/**
 * From when downloads are counted, as the source counts them (S24: November 2023 to March 2026, about 1,500 models), so that the
 * first quarter counts whole.
 */
const DOWNLOADS_FROM = quarterIndex(2023, 4);

/** Downloads of a side's open weights from the start of the count, by quarter. */
function totalDownloads(rows: Rows): { quarter: number; leader: number; follower: number }[] {
  let [leader, follower] = [0, 0];
  return rows
    .filter((row) => row.quarter >= DOWNLOADS_FROM)
    .map((row) => {
      leader += row.leaderDownloads;
      follower += row.followerDownloads;
      return { quarter: row.quarter, leader, follower };
    });
}

/** Quarter in which all downloads of the follower's open weights first pass those of the leader's; Infinity where never. */
export const downloadsCrossing = (rows: Rows): number =>
  totalDownloads(rows).find((total) => total.follower > total.leader)?.quarter ?? Infinity;

/** All downloads of the follower's open weights over those of the leader's, to the end of 2026 Q1. */
export function downloadsRatio(rows: Rows): number {
  const total = totalDownloads(rows).find(({ quarter }) => quarter === quarterIndex(2026, 1));
  return total === undefined ? Number.NaN : total.follower / Math.max(1e-9, total.leader);
}

/** Domestic share of the cards that reached the follower in a year, or in its first quarters; per cent. */
export const domesticCardsPercentOfYear = (rows: Rows, year: number, quarters = 4): number =>
  (100 * inYear(rows, year, (row) => row.domesticCards, quarters)) /
  Math.max(
    1,
    inYear(rows, year, (row) => row.cards, quarters),
  );

/** Months from the leader's first model that reasons to the follower's. */
export function copyMonths(rows: Rows): number {
  const first = rows.find((row) => row.leaderReasoning)?.quarter ?? Infinity;
  const second = rows.find((row) => row.followerReasoning)?.quarter ?? Infinity;
  return first === Infinity || second === Infinity ? Infinity : 3 * (second - first);
}

/** How many times the price at one level falls in a year, from its first offer to the end of a year. */
export function yearlyPriceFall(rows: Rows, lastYear: number): number {
  const priced = rows.filter((row) => Number.isFinite(row.priceIndex) && row.quarter <= quarterIndex(lastYear, 4));
  const first = priced[0];
  const last = priced[priced.length - 1];
  return first === undefined || last === undefined || last.quarter === first.quarter
    ? 1
    : exp(ln(first.priceIndex / last.priceIndex) / ((last.quarter - first.quarter) / 4));
}

/** Most that legal imports rise while a control on chips is announced, over the quarter before it was, times. */
export function noticeRush(rows: Rows, lastYear: number): number {
  let most = 0;
  let before = 0;
  for (const row of rows) {
    if (row.quarter > quarterIndex(lastYear, 4)) break;
    if (!row.notice) before = row.legalInflow;
    else if (before > 0) most = Math.max(most, row.legalInflow / before);
  }
  return most;
}
