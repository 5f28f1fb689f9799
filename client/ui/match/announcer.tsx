/** Says to screen readers where the match stands: the report when it begins, the planning when it is the player's turn again. */
import { linesOf } from '../report/lines.ts';
import { t } from '../text.ts';
import { useSession } from './session.ts';

export function Announcer() {
  const session = useSession();
  const state = session.state.value;
  const seat = session.seat.value;
  const stage = session.stage.value;
  const bloc = seat === null ? null : (state?.actors[seat]?.bloc ?? null);
  const said = (): string => {
    if (state === null) return '';
    switch (stage) {
      case 'planning':
        return t('ui.announce.planning', { currentTurn: state.turn, n: state.turn + 1, of: state.lengthTurns });
      case 'report': {
        const lines = linesOf(session.client.view.value?.report ?? [], 'headlines', seat, bloc).length;
        return t('ui.announce.report', { reportTurn: session.reportTurn.value, lines });
      }
      case 'debrief':
        return t('ui.announce.debrief');
      default:
        return '';
    }
  };
  return (
    <p class="hidden-text" role="status" data-testid="announcer">
      {said()}
    </p>
  );
}
