/** What the player kept for the debrief while playing. */
import { PanelTitle } from '../components/panel-title.tsx';
import { keptLines } from '../report/kept.ts';
import { lineText } from '../report/line-text.ts';
import { quarterOfTurn } from '../text/quantity.ts';
import { t } from '../text.ts';

export function KeptList({ matchId }: { matchId: string }) {
  const kept = keptLines(matchId).sort((a, b) => a.turn - b.turn);
  if (kept.length === 0) return null;
  return (
    <section data-testid="kept-lines">
      <PanelTitle title={t('ui.keep.list')} />
      <ul class="turning">
        {kept.map(({ id, turn, line }) => (
          <li key={id}>
            <span>
              <b class="figures">{quarterOfTurn(turn)}</b> {lineText(line)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
