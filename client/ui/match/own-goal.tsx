/** What the seat is scored on beside its bloc: the actor's own objective in a sentence, and how far it has come. */
import { seatScoreParts } from '#shared/rules/scoring/score-parts.ts';
import { Icon } from '../components/icon.tsx';
import { Figure } from '../explain/figure.tsx';
import { seatScore, type World } from '../explain/scores.ts';
import { t } from '../text.ts';

/** How far the seat has come with it, per mille, as its last score counts it; null before the first. */
function reached({ ruleset, state }: World, seat: string): number | null {
  const last = state.history.at(-1);
  if (last === undefined || last.turn < 0 || last.actors[seat] === undefined) return null;
  const part = seatScoreParts({ ruleset, state }, last, seat).find(({ measure }) => measure === 'objective');
  return part === undefined || part.of === null ? null : Math.round(Math.max(0, Math.min(100, part.of)) * 10);
}

export function OwnGoal({ world, seat }: { world: World; seat: string }) {
  const permille = reached(world, seat);
  return (
    <div class="own-goal">
      <Icon name="target" size={22} />
      <div class="grow">
        <div class="goal-reached">
          <strong>{t('ui.goal')}:</strong>
          {permille !== null && (
            <>
              <span class="goal-bar" aria-hidden="true">
                <i style={{ width: `${permille / 10}%` }} />
              </span>
              <Figure of={t('ui.goal')} explain={() => seatScore(world, seat)}>
                {t('ui.goal.reached', { reachedPermille: permille })}
              </Figure>
            </>
          )}
        </div>
        <p>{t(`objective.${seat}`)}</p>
      </div>
    </div>
  );
}
