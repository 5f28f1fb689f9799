/** One order of the draft: icon, what it does, price, whether it is allowed; edit, move and remove by button or key. */

import type { DraftCheck } from '#shared/rules/check-draft.ts';
import type { Cost, Known, Order } from '#shared/rules/order-kind.ts';
import { Icon } from '../components/icon.tsx';
import { RowTools } from '../components/row-tools.tsx';
import { Figure } from '../explain/figure.tsx';
import { orderCost } from '../explain/order-cost.ts';
import { money } from '../text/quantity.ts';
import { t } from '../text.ts';
import { ruleset } from '../world.ts';
import type { DragStart } from './drag-order.ts';
import { ordering } from './layout.ts';
import { listKeys } from './list-keys.ts';
import { orderWords } from './order-detail.ts';
import { REPEATABLE, repeats } from './repeats.ts';
import { useSession } from './session.ts';

export function iconOf(order: Pick<Order, 'kind'>): string {
  return Object.values(ruleset.value?.orders ?? {}).find((data) => data.kind === order.kind)?.icon ?? 'circle-dot';
}

/** Price of an order in words: money, capital, or nothing. */
export function costText(cost: Cost): string {
  const parts = [];
  if (cost.kusd !== 0 || cost.capital === 0) parts.push(money(cost.kusd));
  if (cost.capital !== 0) parts.push(t('ui.cost.capital', { n: cost.capital }));
  return parts.join(' + ');
}

/** The price of an order, which says what it is made of. */
export function Price(props: { known: Known; order: Order; cost: Cost; title: string; class?: string }) {
  const { known, order, cost, title } = props;
  return (
    <Figure class={props.class ?? ''} of={t('ui.explain.cost')} explain={() => orderCost(known, order, cost, title)}>
      {costText(cost)}
    </Figure>
  );
}

export type CheckedOrder = DraftCheck['orders'][number];

export function Legality({ checked }: { checked: Pick<CheckedOrder, 'rejection' | 'care'> }) {
  if (checked.rejection !== null) {
    return (
      <span class="legality stop">
        <Icon name="circle-x" size={15} /> <span>{t('ui.legal.no', { reason: t(checked.rejection) })}</span>
      </span>
    );
  }
  if (checked.care !== null) {
    return (
      <span class="legality care">
        <Icon name="triangle-alert" size={15} /> <span>{t('ui.legal.care', { reason: t(checked.care) })}</span>
      </span>
    );
  }
  return (
    <span class="legality fine">
      <Icon name="circle-check" size={15} /> {t('ui.legal.yes')}
    </span>
  );
}

export interface OrderCardProps {
  checked: CheckedOrder;
  index: number;
  last: number;
  onFocus: (index: number) => void;
  onGrab: DragStart;
}

/** Gives the order again each turn, or no longer. */
function RepeatButton({ order, summary }: { order: Order; summary: string }) {
  const { repeat } = useSession();
  if (!REPEATABLE.has(order.kind)) return null;
  return (
    <button
      type="button"
      class="icon-button small repeat"
      aria-pressed={repeats(repeat.list.value, order)}
      aria-label={t('ui.order.repeat', { order: summary })}
      title={t('ui.order.repeat.short')}
      data-testid="repeat-order"
      onClick={() => repeat.toggle(order)}
    >
      <Icon name="repeat" size={15} />
    </button>
  );
}

export function OrderCard({ checked, index, last, onFocus, onGrab }: OrderCardProps) {
  const { draft, known } = useSession();
  const { order, rejection, care } = checked;
  const look = rejection !== null ? 'blocked' : care !== null ? 'care' : 'drafted';
  const summary = t(checked.summary);
  const words = known.value === null ? null : orderWords(known.value, checked);
  const edit = (): void => {
    ordering.value = { at: 'form', kind: order.kind, index };
  };
  const remove = (): void => {
    draft.remove(index);
    onFocus(Math.min(index, last - 1));
  };
  const move = (by: number): void => onFocus(draft.move(index, by));
  const onKeyDown = listKeys(remove, move);
  return (
    <li class={`order-card order-${look}`} onKeyDown={onKeyDown} onPointerDown={(event) => onGrab(index, event)}>
      <button type="button" class="order-main" data-testid="order-card" aria-describedby={`legal-${index}`} onClick={edit}>
        <span class="order-icon">
          <Icon name={iconOf(order)} size={20} />
        </span>
        <span class="order-words">
          <span class="order-title-row">
            <span class="order-title">{words === null ? summary : t(words.title)}</span>
            <span class="order-cost figures price-room" aria-hidden="true">
              {costText(checked.cost)}
            </span>
          </span>
          {words?.detail != null && <span class="order-detail">{t(words.detail)}</span>}
          {checked.slot !== 'normal' && <span class="order-slot">{t(`ui.slot.${checked.slot}`)}</span>}
          <span class="hidden-text">{costText(checked.cost)}</span>
        </span>
      </button>
      {known.value !== null && (
        <Price known={known.value} order={order} cost={checked.cost} title={summary} class="order-price" />
      )}
      <div class="order-line" id={`legal-${index}`}>
        <Legality checked={checked} />
        <span class="order-tools">
          <RepeatButton order={order} summary={summary} />
          <RowTools
            words={{
              up: t('ui.order.up', { order: summary }),
              down: t('ui.order.down', { order: summary }),
              remove: t('ui.order.remove', { order: summary }),
            }}
            first={index === 0}
            last={index === last}
            onMove={move}
            onRemove={remove}
            removeTestId="remove-order"
          />
        </span>
      </div>
    </li>
  );
}
