/** My orders: the cards of the draft with what they cost and whether they are allowed, slots, and adding one. */
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Figure } from '../explain/figure.tsx';
import { drafted } from '../explain/own-figures.ts';
import { Term } from '../help/term.tsx';
import { money } from '../text/quantity.ts';
import { t } from '../text.ts';
import { focusCard } from './card-focus.ts';
import { useDragOrder } from './drag-order.ts';
import { ordering } from './layout.ts';
import { OrderCard } from './order-card.tsx';
import { RepeatsWaiting } from './repeats-waiting.tsx';
import { useSession } from './session.ts';

export function OrdersPanel() {
  const session = useSession();
  const check = session.check.value;
  const list = useRef<HTMLOListElement>(null);
  const grab = useDragOrder(list, (from, to) => session.draft.move(from, to - from));
  const count = check?.orders.length ?? 0;
  const before = useRef(count);
  useEffect(() => {
    // A card that was added at the end of a list that scrolls is brought into sight; a whole plan is read from its start.
    if (count === before.current + 1) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
    before.current = count;
  }, [count]);
  if (check === null) return null;
  const blocked = check.orders.filter((one) => one.rejection !== null).length;
  const { slots, totals } = check;
  const slotsLeft = slots.normal - slots.usedNormal;
  return (
    <section class="orders" aria-label={t('ui.orders')} data-region data-testid="orders" tabIndex={-1}>
      <header class="orders-head">
        <h2>{t('ui.orders')}</h2>
        <span class="quiet" aria-live="polite">
          {t('ui.orders.count', { ready: check.orders.length - blocked, blocked })}
        </span>
      </header>
      {check.orders.length === 0 && <p class="empty">{t('ui.orders.none')}</p>}
      <ol class="order-list" ref={list}>
        {check.orders.map((checked, index) => (
          <OrderCard
            key={`${index}:${checked.order.kind}`}
            checked={checked}
            index={index}
            last={check.orders.length - 1}
            onFocus={focusCard}
            onGrab={grab}
          />
        ))}
      </ol>
      <RepeatsWaiting />
      <div class="orders-foot">
        <Button
          icon="plus"
          keys="O"
          testId="add-order"
          onPress={() => {
            ordering.value = { at: 'picker' };
          }}
        >
          {t('ui.orders.add')}
        </Button>
        {session.draft.canUndo.value && (
          <Button look="quiet" icon="undo-2" label={t('ui.undo')} testId="undo" onPress={session.draft.undo} />
        )}
        {session.draft.canRedo.value && (
          <Button look="quiet" icon="redo-2" label={t('ui.redo')} testId="redo" onPress={session.draft.redo} />
        )}
        <span class="figures orders-total">
          {totals.kusd > 0 && (
            <Figure of={t('ui.explain.drafted')} explain={() => drafted(check, 'kusd')}>
              {money(totals.kusd)}
            </Figure>
          )}
          {totals.capital > 0 && (
            <Figure of={t('ui.explain.drafted')} explain={() => drafted(check, 'capital')}>
              {t('ui.cost.capital', { n: totals.capital })}
            </Figure>
          )}
          {totals.talent > 0 && (
            <Figure of={t('ui.explain.drafted')} explain={() => drafted(check, 'talent')}>
              {t('ui.cost.talent', { n: totals.talent })}
            </Figure>
          )}
        </span>
      </div>
      <p class={`slots ${slotsLeft < 0 ? 'over' : ''}`}>
        <span class="slot-dots" aria-hidden="true">
          {Array.from({ length: slots.normal }, (_, at) => (
            <i key={at} class={at < slots.usedNormal ? 'used' : ''} />
          ))}
          {Array.from({ length: slots.crisis }, (_, at) => (
            <i key={`c${at}`} class={`crisis ${at < slots.usedCrisis ? 'used' : ''}`} />
          ))}
        </span>
        {t(slots.crisis > 0 ? 'ui.slots.crisis' : 'ui.slots', {
          used: slots.usedNormal,
          of: slots.normal,
          crisis: slots.crisis - slots.usedCrisis,
        })}
        <Term id={slots.crisis > 0 ? 'crisis' : 'slot'} help />
      </p>
    </section>
  );
}
