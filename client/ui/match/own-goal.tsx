/** What the seat is scored on beside its bloc: the actor's own objective in a sentence. */
import { Icon } from '../components/icon.tsx';
import { t } from '../text.ts';

export function OwnGoal({ seat }: { seat: string }) {
  return (
    <div class="own-goal">
      <Icon name="target" size={22} />
      <p>
        <strong>{t('ui.goal')}:</strong> {t(`objective.${seat}`)}
      </p>
    </div>
  );
}
