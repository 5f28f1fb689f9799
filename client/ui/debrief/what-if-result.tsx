/** Both histories side by side: scores as they were and as they would be, and the causes that differ most. */
import type { BranchSummary } from '#shared/replay/branch-summary.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { causeText, topicText } from '../report/cause-text.ts';
import { inUnit, number, quarterOfTurn, signed } from '../text/quantity.ts';
import { name, t } from '../text.ts';

/** Less than this is shown as no difference. */
const LEAST_EFFECT = 0.05;

/** Seats whose score changes most: more would push what it is owed to out of sight. */
const MOST_SEATS = 5;

/** True where no score differs by as much as is shown. */
export const isSame = ({ blocs, seats }: BranchSummary): boolean =>
  [...Object.values(blocs), ...Object.values(seats)].every(({ effect }) => Math.abs(effect) < LEAST_EFFECT);

export function WhatIfResult({ state, result }: { state: KnownState; result: BranchSummary }) {
  const changed = Object.entries(result.seats)
    .filter(([, { effect }]) => Math.abs(effect) >= LEAST_EFFECT)
    .sort((a, b) => Math.abs(b[1].effect) - Math.abs(a[1].effect));
  const rows = [...Object.entries(result.blocs), ...changed.slice(0, MOST_SEATS)];
  return (
    <div class="what-if-result" aria-live="polite" data-testid="what-if-result">
      <p>
        <strong>{isSame(result) ? t('ui.what-if.same') : t('ui.what-if.differs')}</strong>
      </p>
      {result.branch.ended === 'strait' && <p>{t('ui.what-if.strait')}</p>}
      {result.botsFrom !== null && <p class="quiet">{t('ui.what-if.bots-from', { quarter: quarterOfTurn(result.botsFrom) })}</p>}
      <table class="figures">
        <caption class="hidden-text">{t('ui.what-if.scores')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ui.what-if.who')}</th>
            <th scope="col">{t('ui.what-if.was')}</th>
            <th scope="col">{t('ui.what-if.would')}</th>
            <th scope="col">{t('ui.what-if.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, { control, treated, effect }]) => (
            <tr key={id}>
              <th scope="row">{result.blocs[id] === undefined ? name(id, 'actor') : t('ui.bloc', { bloc: id })}</th>
              <td>{number(Math.round(control * 10) / 10)}</td>
              <td>{number(Math.round(treated * 10) / 10)}</td>
              <td>{signed(effect)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.causes.length > 0 && (
        <>
          <p class="label">{t('ui.what-if.causes')}</p>
          <ul class="what-if-causes">
            {result.causes.map((row) => (
              <li key={`${row.topic}-${row.subject}-${row.cause.kind}-${row.cause.id}-${row.cause.by ?? ''}`}>
                {t('ui.what-if.cause', {
                  who: name(row.subject),
                  what: topicText(row.topic),
                  difference: `${row.difference > 0 ? '+' : '−'}${inUnit(Math.abs(Math.round(row.difference)), row.unit)}`,
                  cause: causeText(
                    { kind: row.cause.kind, id: row.cause.id, ...(row.cause.by === null ? {} : { by: row.cause.by }) },
                    state,
                  ),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
