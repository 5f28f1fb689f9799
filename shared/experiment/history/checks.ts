/** The historical checks H1 to H14 and two counterfactuals of the facts sheet, section 8: target, tolerance, result, pass. */
import { capabilityOf } from '../../rules/capability.ts';
import { chipSpec, parameterOf } from '../../rules/know.ts';
import { newMatch } from '../../rules/new-match.ts';
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import { exp, ln } from '../../util/exact-math.ts';
import { quarterIndex } from '../../util/quarter.ts';
import { ECI_OFFSET, type HistoryRow } from './play.ts';
import type { HistoryScript } from './script.ts';

export interface Check {
  id: string;
  /** What is compared, in words. */
  what: string;
  target: string;
  tolerance: string;
  result: string;
  passed: boolean;
}

/** Median over the seeds. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

type Games = readonly (readonly HistoryRow[])[];
const at = (rows: readonly HistoryRow[], year: number, quarter: number): HistoryRow | undefined =>
  rows.find((row) => row.quarter === quarterIndex(year, quarter));
const over = (games: Games, read: (rows: readonly HistoryRow[]) => number): number => median(games.map(read));
const inYear = (rows: readonly HistoryRow[], year: number, read: (row: HistoryRow) => number): number =>
  rows.filter((row) => Math.floor(row.quarter / 4) === year).reduce((sum, row) => sum + read(row), 0);
const within = (value: number, low: number, high: number): boolean => value >= low && value <= high;
const fixed = (value: number, digits = 1): string => (Number.isFinite(value) ? value.toFixed(digits) : 'never');

/** Gap on the Arena scale of August 2025 (Elo = 405 + 6.9 ECI) in per cent of the follower's score. */
const arenaGap = (row: HistoryRow | undefined): number =>
  row === undefined ? Number.NaN : (100 * 6.9 * (row.leaderEci - row.followerEci)) / (405 + 6.9 * row.followerEci);

/** Months since the leader first stood where the follower stands now; quarters are interpolated. */
export function lagMonths(rows: readonly HistoryRow[], year: number, quarter: number): number {
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

/** GPU-hours, dollars, FLOP and ECI of a run by the rules' arithmetic. */
export function reckonRun(
  ruleset: Ruleset,
  script: HistoryScript,
  run: HistoryScript['runs']['efficient'],
  techs = run.techs,
): { hours: number; usd: number; flop: number; eci: number } {
  const state = newMatch(ruleset, script.scenario, '0'.repeat(32));
  const ground = { ruleset, state };
  const chip = chipSpec(ground, run.chip);
  const owner = state.actors[run.actor];
  if (chip === null || owner === undefined) return { hours: 0, usd: 0, flop: 0, eci: 0 };
  owner.own.techs = Object.fromEntries(techs.map((tech) => [tech, 0]));
  const fresh = { ruleset, state: { ...state, actors: { ...state.actors } } };
  const quarters = run.days / 91.3125;
  const eflop = Math.floor(((run.units * chip.trainMilliH100e) / 1000) * quarters * parameterOf(ground, 'eflop-per-h100e-turn'));
  const hours = run.units * run.days * 24;
  const usd = ((run.units * chip.trainMilliH100e) / 1000) * quarters * parameterOf(ground, 'training-kusd-per-h100e-turn') * 1000;
  return { hours, usd, flop: eflop * 1e18, eci: capabilityOf(fresh, run.actor, eflop).milli / 1000 + ECI_OFFSET };
}

export interface HistoryGames {
  history: Games;
  none: Games;
  maximal: Games;
}

export function historyChecks(ruleset: Ruleset, script: HistoryScript, { history, none, maximal }: HistoryGames): Check[] {
  const checks: Check[] = [];
  const add = (id: string, what: string, target: string, tolerance: string, result: string, passed: boolean): void => {
    checks.push({ id, what, target, tolerance, result, passed });
  };

  const v3 = reckonRun(ruleset, script, script.runs.efficient);
  const dense = reckonRun(ruleset, script, script.runs.efficient, script.runs.efficient.ablationTechs);
  add(
    'H1',
    'efficient run on 2,048 chips',
    '2.6 to 2.9M GPU-h, $5.2 to 5.9M, 3.3 to 3.4e24 FLOP, ECI 132.9; dense recipe 8 lower',
    'cost 15 %, ECI 2',
    `${fixed(v3.hours / 1e6, 2)}M h, $${fixed(v3.usd / 1e6, 2)}M, ${v3.flop.toExponential(2)} FLOP, ECI ${fixed(v3.eci)}, dense ${fixed(dense.eci)}`,
    within(v3.usd / 1e6, 5.2 * 0.85, 5.9 * 1.15) &&
      within(v3.flop, 3.3e24 * 0.85, 3.4e24 * 1.15) &&
      within(v3.eci, 130.9, 134.9) &&
      dense.eci <= v3.eci - 8,
  );

  const gaps = (
    [
      [2024, 4, 6],
      [2025, 1, 1.7],
      [2025, 3, 2.5],
      [2026, 1, 2.7],
    ] as const
  ).map(([year, quarter, target]) => ({
    year,
    quarter,
    target,
    value: over(history, (rows) => arenaGap(at(rows, year, quarter))),
  }));
  add(
    'H2',
    'gap on the Arena scale, per cent',
    '6, 1.7, 2.5, 2.7 (2024 Q4, 2025 Q1, Q3, 2026 Q1)',
    '1.5',
    gaps.map((gap) => fixed(gap.value)).join(', '),
    gaps.every((gap) => within(gap.value, gap.target - 1.5, gap.target + 1.5)),
  );

  const trough = over(history, (rows) =>
    Math.min(
      ...(
        [
          [2024, 3],
          [2024, 4],
          [2025, 1],
        ] as const
      ).map(([year, quarter]) => lagMonths(rows, year, quarter)),
    ),
  );
  const q3 = over(history, (rows) => lagMonths(rows, 2025, 3));
  const q4 = over(history, (rows) => lagMonths(rows, 2025, 4));
  const mean = over(history, (rows) =>
    rows
      .filter((row) => row.quarter >= quarterIndex(2023, 2) && row.quarter <= quarterIndex(2025, 4))
      .map((row) => lagMonths(rows, Math.floor(row.quarter / 4), (row.quarter % 4) + 1))
      .reduce((sum, value, _index, all) => sum + value / all.length, 0),
  );
  add(
    'H3',
    'lag of the follower in months: trough, 2025 Q3, 2025 Q4, mean since 2023',
    '1 to 4; 9; 12; 7',
    '3 months; dip, then wider',
    [trough, q3, q4, mean].map((value) => fixed(value)).join('; '),
    within(trough, 0, 7) && within(q3, 6, 12) && within(q4, 9, 15) && within(mean, 4, 10) && q4 > trough,
  );

  const crossing = over(
    history,
    (rows) => rows.find((row) => row.followerOpen > row.leaderOpen && row.quarter >= quarterIndex(2023, 1))?.quarter ?? Infinity,
  );
  const ratio = over(
    history,
    (rows) =>
      rows.filter((row) => row.quarter <= quarterIndex(2026, 1)).reduce((sum, row) => sum + row.followerOpen, 0) /
      Math.max(
        1e-9,
        rows.filter((row) => row.quarter <= quarterIndex(2026, 1)).reduce((sum, row) => sum + row.leaderOpen, 0),
      ),
  );
  add(
    'H4',
    'open weights: the follower passes the leader; cumulative ratio in 2026 Q1',
    '2025 Q2 to Q4; 1.3 to 1.9',
    'as given',
    `${Number.isFinite(crossing) ? `${Math.floor(crossing / 4)} Q${(crossing % 4) + 1}` : 'never'}; ${fixed(ratio, 2)}`,
    within(crossing, quarterIndex(2025, 2), quarterIndex(2025, 4)) && within(ratio, 1.3, 1.9),
  );

  const made = [2024, 2025, 2026].map((year) => over(history, (rows) => inYear(rows, year, (row) => row.followerMade)));
  const shorts = over(
    history,
    (rows) => rows.filter((row) => Math.floor(row.quarter / 4) === 2026 && row.shortInput === 'memory').length,
  );
  add(
    'H5',
    'domestic packages in 2024, 2025, 2026, thousands; quarters of 2026 short of memory',
    '200 to 507; 800; 600 to 1,100; memory binds',
    'in range; growth x1.6 to 4, x0.4 to 1.4',
    `${made.map((value) => fixed(value, 0)).join('; ')}; ${shorts}`,
    within(made[0] ?? 0, 200, 507) &&
      within(made[1] ?? 0, 600, 1000) &&
      within(made[2] ?? 0, 600, 1100) &&
      within((made[1] ?? 0) / (made[0] ?? 1), 1.6, 4) &&
      within((made[2] ?? 0) / (made[1] ?? 1), 0.4, 1.4) &&
      shorts >= 2,
  );

  const flows = [2023, 2024, 2025].map((year) => over(history, (rows) => inYear(rows, year, (row) => row.legalInflow)));
  add(
    'H6',
    'legal inflow in 2023, 2024, 2025, thousand H100e',
    '145; 143; 80',
    '25 %',
    flows.map((value) => fixed(value, 0)).join('; '),
    [145, 143, 80].every((target, index) => within(flows[index] ?? 0, target * 0.75, target * 1.25)),
  );

  const shares = (
    [
      [2023, 2, 10, 10],
      [2025, 2, 41, 41],
      [2026, 2, 55, 80],
    ] as const
  ).map(([year, quarter, low, high]) => ({
    low,
    high,
    value: over(history, (rows) => at(rows, year, quarter)?.domesticShare ?? Number.NaN),
  }));
  add(
    'H7',
    'domestic share of cards in 2023 H1, 2025, 2026, per cent',
    '10; 41; 55 to 80',
    '8 points',
    shares.map((share) => fixed(share.value, 0)).join('; '),
    shares.every((share) => within(share.value, share.low - 8, share.high + 8)),
  );

  const lab = [2023, 2024, 2025].map((year) => over(history, (rows) => at(rows, year, 4)?.leaderLabCompute ?? Number.NaN));
  add(
    'H8',
    'compute of the leading lab at year-ends 2023 to 2025, thousand H100e',
    '103; 386; 1,743',
    '35 %',
    lab.map((value) => fixed(value, 0)).join('; '),
    [103, 386, 1743].every((target, index) => within(lab[index] ?? 0, target * 0.65, target * 1.35)),
  );

  const llama = reckonRun(ruleset, script, script.runs.dense);
  add(
    'H9',
    'dense run on 16,384 chips',
    '30.8M GPU-h, 3.8e25 FLOP, $60M, ECI 130.5',
    '15 %; ECI 2',
    `${fixed(llama.hours / 1e6)}M h, ${llama.flop.toExponential(2)} FLOP, $${fixed(llama.usd / 1e6)}M, ECI ${fixed(llama.eci)}`,
    within(llama.flop, 3.8e25 * 0.85, 3.8e25 * 1.15) && within(llama.usd / 1e6, 51, 69) && within(llama.eci, 128.5, 132.5),
  );

  const frontier = (
    [
      [2023, 1, 125.9],
      [2024, 2, 130],
      [2024, 4, 142.8],
      [2025, 3, 150.7],
      [2025, 4, 154.4],
    ] as const
  ).map(([year, quarter, target]) => ({
    target,
    value: over(history, (rows) => at(rows, year, quarter)?.leaderEci ?? Number.NaN),
  }));
  add(
    'H10',
    'frontier ECI 2023 Q1, 2024 Q2, 2024 Q4, 2025 Q3, 2025 Q4',
    '125.9; 130; 142.8; 150.7; 154.4',
    '2.5',
    frontier.map((item) => fixed(item.value)).join('; '),
    frontier.every((item) => within(item.value, item.target - 2.5, item.target + 2.5)),
  );

  const copy = over(history, (rows) => {
    const first = rows.find((row) => row.leaderReasoning)?.quarter ?? Infinity;
    const second = rows.find((row) => row.followerReasoning)?.quarter ?? Infinity;
    return first === Infinity || second === Infinity ? Infinity : 3 * (second - first);
  });
  add('H11', 'months until reasoning is copied', '4', '3 to 6 months', fixed(copy), within(copy, 3, 6));

  const fall = over(history, (rows) => {
    const priced = rows.filter((row) => Number.isFinite(row.priceIndex) && row.quarter <= quarterIndex(2025, 4));
    const first = priced[0];
    const last = priced[priced.length - 1];
    return first === undefined || last === undefined || last.quarter === first.quarter
      ? 1
      : exp(ln(first.priceIndex / last.priceIndex) / ((last.quarter - first.quarter) / 4));
  });
  add(
    'H12',
    'yearly fall of the price at the level of the first model',
    '40',
    'times or by 3',
    fixed(fall),
    within(fall, 40 / 3, 120),
  );

  const chance = (
    [
      [2025, 2],
      [2026, 3],
      [2026, 4],
    ] as const
  ).map(([year, quarter]) => over(history, (rows) => 100 * (at(rows, year, quarter)?.domesticSuccess ?? Number.NaN)));
  add(
    'H13',
    'success of a run on domestic chips in 2025 Q2, 2026 Q3, 2026 Q4, per cent',
    '30; 70; rising to 90 in 2027',
    '15 points',
    chance.map((value) => fixed(value, 0)).join('; '),
    within(chance[0] ?? 0, 15, 45) && within(chance[1] ?? 0, 55, 85),
  );

  const rushes = over(history, (rows) => {
    let most = 0;
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      if (before !== undefined && before.legalInflow > 0) most = Math.max(most, row.legalInflow / before.legalInflow);
    });
    return most;
  });
  add(
    'H14',
    'most that imports rise in a quarter of notice, times',
    '2 to 4',
    'as given',
    fixed(rushes, 2),
    within(rushes, 2, 4),
  );

  const year = (games: Games, y: number): { compute: number; lag: number; share: number; made: number } => ({
    compute: over(games, (rows) => at(rows, y, 4)?.followerCompute ?? Number.NaN),
    lag: over(games, (rows) => lagMonths(rows, 2025, 4)),
    share: over(games, (rows) => at(rows, 2026, 2)?.domesticShare ?? Number.NaN),
    made: over(games, (rows) => inYear(rows, 2025, (row) => row.followerMade)),
  });
  const real = year(history, 2025);
  const free = year(none, 2025);
  add(
    'no-controls',
    'compute in 2025 against history, lag in months, domestic share in 2026',
    'x2 to 3; 2 to 5; under 20 %',
    'as given',
    `x${fixed(free.compute / real.compute, 2)}; ${fixed(free.lag)}; ${fixed(free.share, 0)} %`,
    within(free.compute / real.compute, 2, 3) && within(free.lag, 2, 5) && free.share < 20,
  );
  const hard = year(maximal, 2025);
  add(
    'maximal-controls',
    'lag in months in 2025, domestic share in 2026, domestic volume against history',
    '12 to 20; over 65 %; -40 %',
    'volume within 15 points',
    `${fixed(hard.lag)}; ${fixed(hard.share, 0)} %; ${fixed(100 * (hard.made / real.made - 1), 0)} %`,
    within(hard.lag, 12, 20) && hard.share > 65 && within(hard.made / real.made, 0.45, 0.75),
  );
  return checks;
}
