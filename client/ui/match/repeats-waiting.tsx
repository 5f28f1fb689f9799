/** Orders that repeat but are not legal this turn: said once, and each can be let go. */
import { checkDraft } from '#shared/rules/check-draft.ts';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import { useSession } from './session.ts';

export function RepeatsWaiting() {
  const { repeat, known } = useSession();
  const waiting = repeat.list.value.filter((one) => one.waiting);
  const now = known.value;
  if (waiting.length === 0 || now === null) return null;
  return (
    <ul class="repeats-waiting" aria-label={t('ui.order.repeat.waiting')}>
      {waiting.map(({ order }) => {
        const summary = checkDraft(now, [order]).orders[0]?.summary;
        const words = summary === undefined ? order.kind : t(summary);
        return (
          <li key={JSON.stringify(order)}>
            <span class="quiet">{t('ui.order.repeat.waits', { order: words })}</span>
            <Button
              look="quiet"
              icon="x"
              label={t('ui.order.repeat.stop', { order: words })}
              onPress={() => repeat.toggle(order)}
            />
          </li>
        );
      })}
    </ul>
  );
}
