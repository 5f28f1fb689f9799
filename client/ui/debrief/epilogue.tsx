/** Who won the decade: the match played on by bots to the end of the story, set against how it ended. */
import type { KnownState } from '#shared/state/schema.ts';
import { PanelTitle } from '../components/panel-title.tsx';
import { quarterOfTurn } from '../text/quantity.ts';
import { t } from '../text.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

function epilogueKey(end: Outcome, short: Outcome): string {
  if (end.score === end.otherScore) return 'ui.debrief.epilogue.level';
  return end.bloc === short.bloc ? 'ui.debrief.epilogue.same' : 'ui.debrief.epilogue.other';
}

export function Epilogue({ state, epilogue }: { state: KnownState; epilogue: KnownState['history'] }) {
  const last = epilogue[epilogue.length - 1];
  const end = outcomeOf(last, 'time');
  const short = outcomeOf(state.history[state.history.length - 1], state.ended);
  if (last === undefined || end.bloc === null) return null;
  return (
    <section class="epilogue" data-testid="epilogue">
      <PanelTitle title={t('ui.debrief.epilogue')} />
      <p class="serif">
        {t(epilogueKey(end, short), {
          bloc: end.bloc,
          score: end.score,
          other: end.otherScore,
          quarter: quarterOfTurn(last.turn),
        })}
      </p>
      <p class="quiet">{t('ui.debrief.epilogue.note')}</p>
    </section>
  );
}
