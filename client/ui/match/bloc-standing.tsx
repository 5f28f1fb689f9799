/** Frontier, reach and resilience of each bloc after the last turn, and the bloc score that they make. */
import type { KnownState } from '#shared/state/schema.ts';
import { Bar } from '../components/bar.tsx';
import { Term } from '../help/term.tsx';
import { number } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { blocsOf } from '../world.ts';

const MEASURES = ['frontier', 'reach', 'resilience', 'score'] as const;

export function BlocStanding({ state }: { state: KnownState }) {
  const last = state.history[state.history.length - 1];
  const blocs = blocsOf(state);
  if (last === undefined) return <p class="empty">{t('ui.board.no-scores')}</p>;
  return (
    <table class="standing">
      <thead>
        <tr>
          <td />
          {blocs.map((bloc) => (
            <th key={bloc} scope="col">
              {name(bloc, 'bloc')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {MEASURES.map((measure) => (
          <tr key={measure}>
            <th scope="row">
              <Term id={measure}>{t(`ui.standing.${measure}`)}</Term>
            </th>
            {blocs.map((bloc) => {
              const value = last.blocs[bloc]?.[measure] ?? 0;
              return (
                <td key={bloc}>
                  <Bar share={value / 100} bloc={bloc} />
                  <b class="figures">{number(Math.round(value))}</b>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
