/** The balance report as one page that needs nothing else: tables, and bars with their 95 % intervals. */

import { type BalanceReport, CLOSE_POINTS } from '#shared/experiment/balance.ts';
import type { Share } from '#shared/experiment/balance-interval.ts';
import type { Used } from '#shared/experiment/balance-use.ts';
import { flagInWords, percent } from './balance-words.ts';
import { counted } from './counted.ts';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f27}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #dde1e8;vertical-align:middle}
td.n{font-variant-numeric:tabular-nums;white-space:nowrap}svg{display:block}`;

export function balancePage(report: BalanceReport): string {
  const { scenario, games, level, blocs, seats, fairShare, margin, comebacks, straits, tempo, styles, techs, orders, flags } =
    report;
  const title = `Balance of ${scenario}`;
  const facts: [string, string][] = [
    ['Turns', report.meanTurns.toFixed(1)],
    ['Final margin of blocs', `mean ${margin.mean.toFixed(1)}, median ${margin.median.toFixed(1)} points`],
    [`Within ${CLOSE_POINTS} points`, percent(margin.within)],
    ['Comebacks: the bloc that led at half-time did not win', percent(comebacks)],
    ['Ended by escalation', percent(straits)],
    ['Orders within 80 % of the best, per seat and turn', tempo.mean.toFixed(1)],
    ['Turns with at least two such orders', percent(tempo.real)],
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${counted(games, 'game')} between ${escaped(level)} bots. Bars show a share, lines its 95 % Wilson interval. With and without is not cause and
effect: who does well can afford more.</p>
<h2>Outside the goals</h2>
${flags.length === 0 ? '<p>Nothing.</p>' : `<ul>${flags.map((flag) => `<li>${escaped(flagInWords(flag))}</li>`).join('')}</ul>`}
<h2>Wins</h2>
${table(
  ['', 'share of games', '', 'mean score'],
  [...blocs, ...seats].map(({ id, wins, meanScore }) => [name(id), bar(wins), cell(percent(wins)), cell(meanScore.toFixed(1))]),
)}
<p>A seat's fair share is ${(100 * fairShare).toFixed(1)} %.</p>
<h2>Course of the game</h2>
${table(
  ['', ''],
  facts.map(([what, value]) => [name(what), cell(value)]),
)}
${
  styles.length === 0
    ? ''
    : `<h2>Open against closed weights of the same lab</h2>${table(
        ['lab', 'open scores more', ''],
        styles.map(({ lab, openWins }) => [name(lab), bar(openWins), cell(percent(openWins))]),
      )}`
}
<h2>Orders</h2>
${useTable(orders)}
<h2>Technologies</h2>
${useTable(techs)}
</body></html>
`;
}

const useTable = (uses: readonly Used[]): string =>
  table(
    ['', 'used when possible', '', 'turns', 'bloc wins with', 'without', 'worth, points'],
    uses.map(({ id, mark, used, turns, blocWinsWith, blocWinsWithout, worthPoints }) => [
      name(mark === null ? id : `${id} (${mark})`),
      bar(used),
      cell(percent(used)),
      cell(`${(100 * turns.share).toFixed(0)} %`),
      cell(blocWinsWith.of === 0 ? '–' : `${(100 * blocWinsWith.share).toFixed(0)} %`),
      cell(blocWinsWithout.of === 0 ? '–' : `${(100 * blocWinsWithout.share).toFixed(0)} %`),
      cell(worthPoints === null ? '–' : worthPoints.toFixed(1)),
    ]),
  );

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.join('')}</tr>`)
    .join('')}</tbody></table>`;

const name = (text: string): string => `<td>${escaped(text)}</td>`;
const cell = (text: string): string => `<td class="n">${escaped(text)}</td>`;

/** A bar of 100 units' width with its interval. */
function bar({ share, low, high, of }: Share): string {
  if (of === 0) return '<td></td>';
  const at = (value: number): string => (100 * value).toFixed(1);
  return `<td><svg width="150" height="12" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="12" fill="#eef0f4"/><rect width="${at(share)}" height="12" fill="#5b7fbf"/><line x1="${at(low)}" x2="${at(high)}" y1="6" y2="6" stroke="#1b1f27"/></svg></td>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
