/** What an experiment found, as lines of text and as rows for a spreadsheet. */

import type { ExperimentReport, PlannedGroup } from '#shared/experiment/experiment-plan.ts';
import type { JobResult } from '#shared/experiment/job.ts';
import type { Judged } from '#shared/experiment/judge.ts';
import { counted } from './counted.ts';
import type { SensitivityReport } from './experiment-sensitivity.ts';

export const short = (value: number): string => {
  if (!Number.isFinite(value)) return value > 0 ? 'unbounded' : '-unbounded';
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 3);
};
export const intervalOf = ([low, high]: readonly [number, number]): string => `[${short(low)}, ${short(high)}]`;

/** `holds`, `fails`, with a word where chance may explain it. */
export const outcomeWord = ({ holds, certain }: Pick<Judged, 'holds' | 'certain'>): string =>
  `${holds ? 'holds' : 'fails'}${certain ? '' : ' (not certain)'}`;

export function reportText(report: ExperimentReport): string {
  const lines = [`${report.id}: ${report.title}`];
  for (const { point, arms, effects, verdict } of report.points) {
    if (point !== '') lines.push(`  ${point}`);
    if (verdict === null) {
      for (const { arm, figures } of arms)
        for (const [figure, { mean, low, high }] of Object.entries(figures))
          lines.push(`    ${arm}, ${figure}: ${short(mean)} ${intervalOf([low, high])}`);
      for (const { figure, control, treated, effect, low, high } of effects)
        lines.push(`    ${figure}, ${treated} less ${control}: ${short(effect)} ${intervalOf([low, high])}`);
    } else lines.push(...judgedLines(verdict, '  '));
  }
  if (report.ablation !== null) {
    lines.push(`  ${report.ablation.title}: ${report.ablation.fails ? 'fails, as it should' : 'STILL HOLDS'}`);
    lines.push(...judgedLines(report.ablation.verdict, '    '));
  }
  return `${lines.join('\n')}\n`;
}

/** Items under one condition in text; JSON and page have all. */
const MOST_DETAILS = 20;

function judgedLines(judged: Judged, indent: string): string[] {
  const { title, effect, interval, games, parts = [], details = [] } = judged;
  const figures = parts.length > 0 ? '' : `: ${short(effect)} ${intervalOf(interval)} over ${counted(games, 'game')}`;
  return [
    `${indent}${outcomeWord(judged)}  ${title}${figures}`,
    ...details.slice(0, MOST_DETAILS).map((detail) => `${indent}    ${detail}`),
    ...(details.length > MOST_DETAILS ? [`${indent}    and ${details.length - MOST_DETAILS} more`] : []),
    ...parts.flatMap((part) => judgedLines(part, `${indent}  `)),
  ];
}

/** One line for each statement, where there are several. */
export function summaryText(reports: readonly ExperimentReport[]): string {
  const lines = reports.map(({ id, holds, certain, ablation }) => {
    const verdict = holds === null ? 'no statement' : outcomeWord({ holds, certain: certain ?? true });
    const without = ablation === null ? '' : `${ablation.fails ? 'fails' : 'STILL HOLDS'} without its mechanism`;
    return `  ${id.padEnd(24)}${verdict.padEnd(22)}${without}`;
  });
  return `Summary\n${lines.join('\n')}\n`;
}

const cell = (value: string | number): string => {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One row for each game and arm. */
export function gamesCsv(
  figures: readonly string[],
  planned: readonly PlannedGroup[],
  results: readonly (readonly JobResult[])[],
): string {
  const factors = [...new Set(planned.flatMap(({ point }) => Object.keys(point.levels)))];
  const head = ['game', 'seed', 'arm', 'ablated', ...factors, ...figures, 'turns', 'ended', 'winner', 'winning_bloc', 'hash'];
  const rows = planned.flatMap(({ point, ablated, group }, at) =>
    (results[at] ?? []).map(({ seed, hash, turns, ended, winner, winningBloc, values }, index) => [
      index,
      seed,
      group.arm,
      ablated ? 1 : 0,
      ...factors.map((factor) => point.levels[factor] ?? ''),
      ...figures.map((figure) => values[figure] ?? ''),
      turns,
      ended,
      winner ?? '',
      winningBloc ?? '',
      hash,
    ]),
  );
  return `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

export function sensitivityText({ title, method, games, points, outcomes }: SensitivityReport): string {
  const sections = outcomes.map(({ title: outcome, rows }) => {
    const lines = rows.map(({ parameter, min, max, effect, low, high, muStar, sigma }) => {
      const range = `${parameter} ${min} to ${max}`.padEnd(60);
      if (muStar !== undefined) return `    ${range} mu* ${short(muStar)}, mu ${short(effect)}, sigma ${short(sigma ?? 0)}`;
      return `    ${range} ${short(effect)} ${intervalOf([low ?? 0, high ?? 0])}`;
    });
    return `  ${outcome}\n${lines.join('\n')}\n`;
  });
  return `${title}: sensitivity, ${method}, ${counted(points, 'point')} of ${counted(games, 'game')}\n${sections.join('')}`;
}
