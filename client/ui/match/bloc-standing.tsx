/** Frontier, reach and resilience of each bloc after the last turn, and the bloc score that they make, bar against bar. */
import { Bar } from '../components/bar.tsx';
import { Figure } from '../explain/figure.tsx';
import { blocMeasure, type World } from '../explain/scores.ts';
import { Term } from '../help/term.tsx';
import { number } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { blocColours, blocsOf } from '../world.ts';

const MEASURES = ['frontier', 'reach', 'resilience', 'score'] as const;
/** With two blocs the bars meet in the middle; with more each has its own column. */
const FACING = 2;

export function BlocStanding({ world }: { world: World }) {
  const { state } = world;
  const last = state.history[state.history.length - 1];
  const blocs = blocsOf(state);
  if (last === undefined) return <p class="empty">{t('ui.board.no-scores')}</p>;
  const facing = blocs.length === FACING;
  return (
    <table class={`standing ${facing ? 'standing-facing' : ''}`}>
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
        {MEASURES.filter((measure) => measure !== 'score' || state.turn > 0).map((measure) => (
          <tr key={measure}>
            <th scope="row">
              <Term id={measure}>{t(`ui.standing.${measure}`)}</Term>
            </th>
            {blocs.map((bloc) => {
              const value = last.blocs[bloc]?.[measure] ?? 0;
              return (
                <td key={bloc} style={blocColours(bloc)}>
                  <span class="standing-cell">
                    <Bar share={value / 100} bloc={bloc} />
                    <Figure
                      of={t('ui.explain.measure', { bloc, what: t(`ui.standing.${measure}`) })}
                      explain={() => blocMeasure(world, bloc, measure)}
                    >
                      {number(Math.round(value))}
                    </Figure>
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
