/** Judges the condition of an experiment by its results: what was measured, its 95 % interval, and whether it holds. */
import { mean } from 'simple-statistics';
import { shareOf } from './balance-interval.ts';
import { type Condition, isGroup, type LeafCondition } from './experiment-file.ts';
import type { Check } from './history/checks/check.ts';
import type { HistoryRow } from './history/row.ts';
import type { JobResult } from './job.ts';
import { judgeHistory } from './judge-history.ts';
import { judgeUse } from './judge-use.ts';
import { effectOf } from './paired.ts';
import type { TechMark } from './tech-marks.ts';

export interface Measured {
  readonly holds: boolean;
  /** Whether the whole interval agrees: else chance may explain it. */
  readonly certain: boolean;
  readonly effect: number;
  readonly interval: readonly [low: number, high: number];
  readonly games: number;
  /** Item by item, where there are many. */
  readonly details?: readonly string[];
}

export interface Judged extends Measured {
  readonly is: Condition['is'];
  readonly title: string;
  readonly parts?: readonly Judged[];
}

export type HistoryGames = readonly (readonly HistoryRow[])[];

export interface Evidence {
  /** Results of an arm, by game. */
  readonly results: (arm: string) => readonly JobResult[];
  readonly markOf: (tech: string) => TechMark | null;
  readonly historyChecks: (games: Record<'history' | 'none' | 'maximal', HistoryGames>) => readonly Check[];
}

export function judge(condition: Condition, evidence: Evidence): Judged {
  const { is } = condition;
  if (!isGroup(condition)) return { is, title: condition.title ?? titleOf(condition), ...measure(condition, evidence) };
  const parts = condition.of.map((part) => judge(part, evidence));
  const holding = parts.filter(({ holds }) => holds);
  const failing = parts.filter(({ holds }) => !holds);
  const every = is === 'all';
  const holds = every ? failing.length === 0 : holding.length > 0;
  const sure = ({ certain }: Judged): boolean => certain;
  // Of several, the one that decides is shown: what fails, else what holds.
  const shown = (every ? failing[0] : holding[0]) ?? parts[0];
  return {
    is,
    title: condition.title ?? (every ? 'all of these' : 'any of these'),
    holds,
    certain: every === holds ? parts.every(sure) : (every ? failing : holding).some(sure),
    effect: shown?.effect ?? 0,
    interval: shown?.interval ?? [0, 0],
    games: Math.min(...parts.map(({ games }) => games)),
    parts,
  };
}

function titleOf(condition: LeafCondition): string {
  switch (condition.is) {
    case 'above':
    case 'below':
    case 'apart':
      return `${condition.figure}: ${condition.treated} against ${condition.control}`;
    case 'within':
    case 'always':
      return `${condition.figure} of ${condition.arm}`;
    case 'share-higher':
      return `${condition.figure} higher in ${condition.treated} than in ${condition.control}`;
    case 'best':
      return `${condition.figure}: ${condition.arm} against ${condition.among.join(', ')}`;
    case 'same':
      return `${condition.treated} ends as ${condition.control}`;
    case 'used':
      return `use of ${condition.what}`;
    case 'history':
      return 'checks of history passed';
  }
}

function measure(condition: LeafCondition, evidence: Evidence): Measured {
  const read = (arm: string, figure: string): number[] => evidence.results(arm).map(({ values }) => values[figure] ?? 0);
  switch (condition.is) {
    case 'above':
    case 'below':
    case 'apart': {
      const { figure, control, treated, than } = condition;
      const { effect, low, high, games } = effectOf(read(control, figure), read(treated, figure));
      const above = low > than;
      const below = high < than;
      const holds = (above && condition.is !== 'below') || (below && condition.is !== 'above');
      return { holds, certain: above || below || low === high, effect, interval: [low, high], games };
    }
    case 'best': {
      const own = read(condition.arm, condition.figure);
      const margins = condition.among.map((other) => effectOf(read(other, condition.figure), own));
      const { effect, low, high, games } = margins.reduce((a, b) => (b.low < a.low ? b : a));
      return { holds: low > 0, certain: low > 0 || high < 0, effect, interval: [low, high], games };
    }
    case 'within':
      return bounded(read(condition.arm, condition.figure), condition);
    case 'share-higher': {
      const control = read(condition.control, condition.figure);
      const treated = read(condition.treated, condition.figure);
      const decided = treated.map((value, index) => value - (control[index] ?? 0)).filter((less) => less !== 0);
      const { share, low, high } = shareOf(decided.filter((less) => less > 0).length, decided.length);
      const holds = decided.length > 0 && share >= condition.low && share <= condition.high;
      const certain = holds ? low >= condition.low && high <= condition.high : high < condition.low || low > condition.high;
      return { holds, certain: certain || decided.length === 0, effect: share, interval: [low, high], games: treated.length };
    }
    case 'always': {
      const values = read(condition.arm, condition.figure);
      const holds = values.every((value) => value === condition.value);
      const interval = [Math.min(...values), Math.max(...values)] as const;
      return { holds, certain: true, effect: mean(values), interval, games: values.length };
    }
    case 'same': {
      const control = evidence.results(condition.control);
      const treated = evidence.results(condition.treated);
      const differing = treated.filter(({ hash }, index) => hash !== control[index]?.hash).length;
      const { share, low, high } = shareOf(differing, treated.length);
      return { holds: differing === 0, certain: true, effect: share, interval: [low, high], games: treated.length };
    }
    case 'used':
      return judgeUse(condition, evidence);
    case 'history':
      return judgeHistory(condition, evidence);
  }
}

/** A mean against bounds; shares have the Wilson interval, other means that of Student. */
function bounded(values: readonly number[], { low, high }: { low: number; high: number }): Measured {
  const zeros = values.map(() => 0);
  const { effect, ...student } = effectOf(zeros, values);
  const shares = values.every((value) => value === 0 || value === 1);
  const interval = shares ? shareOf(values.filter((value) => value === 1).length, values.length) : student;
  const holds = effect >= low && effect <= high;
  const certain = holds ? interval.low >= low && interval.high <= high : interval.high < low || interval.low > high;
  return { holds, certain, effect, interval: [interval.low, interval.high], games: values.length };
}
