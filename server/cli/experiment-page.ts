/** Experiments as one page that needs nothing else: verdicts, and charts of effects and means with their 95 % intervals. */

import type { ExperimentReport, PointReport } from '#shared/experiment/experiment-plan.ts';
import type { Judged } from '#shared/experiment/judge.ts';
import { counted } from './counted.ts';
import type { SensitivityReport } from './experiment-sensitivity.ts';
import { intervalOf, outcomeWord, short } from './experiment-table.ts';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f27}
h1{font-size:1.5rem}h2{font-size:1.25rem;margin-top:2.5rem}h3{font-size:1rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #dde1e8;vertical-align:middle}
td.n{font-variant-numeric:tabular-nums;white-space:nowrap}svg{display:block}.fails{color:#a3341f}.holds{color:#1f6b45}`;

export function experimentPage(reports: readonly ExperimentReport[], sensitivity: readonly SensitivityReport[] = []): string {
  const title = reports.length === 1 ? (reports[0]?.title ?? '') : 'Experiments';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1>
<p>Games between bots on the same seeds. Lines show 95 % intervals; a simulation shows what its assumptions imply, not what will be.</p>
${reports.map(reportSection).join('\n')}
${sensitivity.map(sensitivitySection).join('\n')}
</body></html>
`;
}

function reportSection(report: ExperimentReport): string {
  const { title, text, games, holds, certain, ablation, points } = report;
  const verdict =
    holds === null
      ? ''
      : `: <span class="${holds ? 'holds' : 'fails'}">${outcomeWord({ holds, certain: certain ?? true })}</span>`;
  return `<section><h2>${escaped(title)}${verdict}</h2>
<p>${escaped(text)}</p><p>${counted(games, 'game')} an arm.</p>
${points.map(pointSection).join('\n')}
${ablation === null ? '' : `<h3>${escaped(ablation.title)}: ${ablation.fails ? 'fails, as it should' : 'still holds'}</h3>${judgedTable(ablation.verdict)}`}
</section>`;
}

function pointSection({ point, arms, effects, verdict }: PointReport): string {
  const figures = Object.keys(arms[0]?.figures ?? {});
  const charts = figures.map((figure) => {
    const rows = arms.map(({ arm, figures: own }) => {
      const { mean = 0, low = 0, high = 0 } = own[figure] ?? {};
      return { name: arm, value: mean, low, high };
    });
    return `<h3>${escaped(figure)}, mean</h3>${chart(rows)}`;
  });
  const against =
    verdict !== null
      ? ''
      : chart(
          effects.map(({ figure, control, treated, effect, low, high }) => ({
            name: `${figure}: ${treated} less ${control}`,
            value: effect,
            low,
            high,
          })),
        );
  return `${point === '' ? '' : `<h3>${escaped(point)}</h3>`}${verdict === null ? against : judgedTable(verdict)}${charts.join('')}`;
}

function judgedTable(judged: Judged): string {
  const leaves = (one: Judged): Judged[] => (one.parts === undefined ? [one] : one.parts.flatMap(leaves));
  const list = leaves(judged);
  const rows = list.map((one) => {
    const details = one.details === undefined ? '' : `<br><small>${one.details.map(escaped).join('<br>')}</small>`;
    return `<tr><td>${escaped(one.title)}${details}</td><td class="${one.holds ? 'holds' : 'fails'}">${outcomeWord(one)}</td><td class="n">${short(one.effect)}</td><td class="n">${intervalOf(one.interval)}</td><td>${line(one.effect, one.interval, scaleOf([one.effect, ...one.interval, 0]))}</td></tr>`;
  });
  return `<table><thead><tr><th>condition</th><th></th><th>measured</th><th>95 % interval</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function sensitivitySection({ title, method, games, points, outcomes }: SensitivityReport): string {
  const charts = outcomes.map(({ title: outcome, rows }) => {
    const shown = rows.map(({ parameter, min, max, effect, low, high, muStar, sigma }) => ({
      name: `${parameter} (${min} to ${max})`,
      value: muStar ?? effect,
      low: low ?? (muStar ?? 0) - (sigma ?? 0),
      high: high ?? (muStar ?? 0) + (sigma ?? 0),
    }));
    return `<h3>${escaped(outcome)}</h3>${chart(shown)}`;
  });
  const lines =
    method === 'morris'
      ? 'Bars show mu*, lines one sigma to either side.'
      : 'Bars show the change from the low end of the range to the high one.';
  return `<section><h2>${escaped(title)}: sensitivity</h2><p>${method}, ${counted(points, 'point')} of ${counted(games, 'game')}. ${lines}</p>${charts.join('')}</section>`;
}

interface Row {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function chart(rows: readonly Row[]): string {
  const scale = scaleOf(rows.flatMap(({ value, low, high }) => [value, low, high, 0]));
  const cells = rows.map(
    ({ name, value, low, high }) =>
      `<tr><td>${escaped(name)}</td><td>${line(value, [low, high], scale)}</td><td class="n">${short(value)} ${intervalOf([low, high])}</td></tr>`,
  );
  return `<table><tbody>${cells.join('')}</tbody></table>`;
}

type Scale = readonly [low: number, high: number];
const scaleOf = (values: readonly number[]): Scale => {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  return high > low ? [low, high] : [low - 1, high + 1];
};

/** A bar from nought to the value, with the interval over it. */
function line(value: number, [low, high]: readonly [number, number], [from, to]: Scale): string {
  const at = (one: number): number => Math.max(0, Math.min(240, (240 * (one - from)) / (to - from)));
  const [zero, end] = [at(0), at(value)];
  const bar = `<rect x="${Math.min(zero, end).toFixed(1)}" y="2" width="${Math.abs(end - zero).toFixed(1)}" height="10" fill="#5b7fbf"/>`;
  const error = `<line x1="${at(low).toFixed(1)}" x2="${at(high).toFixed(1)}" y1="7" y2="7" stroke="#1b1f27" stroke-width="2"/>`;
  const axis = `<line x1="${zero.toFixed(1)}" x2="${zero.toFixed(1)}" y1="0" y2="14" stroke="#8a93a3"/>`;
  return `<svg width="240" height="14" viewBox="0 0 240 14" aria-hidden="true">${bar}${axis}${error}</svg>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
