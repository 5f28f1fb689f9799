/** Seats by final score, best first. */
import type { KnownState } from '#shared/state/schema.ts';
import { Bar } from '../components/bar.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import { Figure } from '../explain/figure.tsx';
import { seatScore } from '../explain/scores.ts';
import { Term } from '../help/term.tsx';
import { number } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { finalTable } from './outcome.ts';

export function FinalTable({ state, seat }: { state: KnownState; seat: string | null }) {
  const world = ruleset.value;
  if (world === null) return null;
  const rows = finalTable(state.history[state.history.length - 1]);
  return (
    <section data-testid="final-score">
      <PanelTitle title={t('ui.debrief.final')}>
        <Term id="score" help />
      </PanelTitle>
      <ol class="board board-scores">
        {rows.map((row, at) => (
          <li key={row.seat} class={row.seat === seat ? 'you' : ''}>
            <span class="board-rank figures">{at + 1}</span>
            <Seal id={row.seat} size={26} named />
            <span class="board-name">
              <strong>
                {name(row.seat, 'actor')} {row.seat === seat && <small>{t('ui.you')}</small>}
              </strong>
            </span>
            <Bar share={row.score / 100} bloc={state.actors[row.seat]?.bloc ?? null} class="board-bar" />
            <Figure
              class="board-points"
              of={t('ui.explain.score', { actor: row.seat })}
              explain={() => seatScore({ ruleset: world, state }, row.seat)}
            >
              {number(Math.round(row.score))}
            </Figure>
          </li>
        ))}
      </ol>
    </section>
  );
}
