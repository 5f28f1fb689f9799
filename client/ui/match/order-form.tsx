/** The form of one kind of order, made from its fields, with legality, cost and forecast as one fills it in. */
import { useComputed, useSignal } from '@preact/signals';
import { trainOutlook } from '#shared/bots/train-outlook.ts';
import { checkDraft } from '#shared/rules/check-draft.ts';
import type { Known, Order, OrderKind } from '#shared/rules/order-kind.ts';
import type { TrainOrder } from '#shared/rules/orders/train.ts';
import { Button } from '../components/button.tsx';
import { orderCost } from '../explain/order-cost.ts';
import { PriceDetails } from '../explain/price-details.tsx';
import { t } from '../text.ts';
import { focusCard } from './card-focus.ts';
import { type Filled, fillIn } from './fill-in.ts';
import { ForecastLines } from './forecast-lines.tsx';
import { FormField } from './form-field.tsx';
import { Legality } from './order-card.tsx';
import { useSession } from './session.ts';

const MOST_SUGGESTIONS = 4;

function Suggestions({ kind, known, onPick }: { kind: OrderKind; known: Known; onPick: (order: Order) => void }) {
  const found = kind.candidates(known).slice(0, MOST_SUGGESTIONS);
  if (found.length === 0) return null;
  return (
    <div class="suggestions">
      <span class="label">{t('ui.form.suggestions')}</span>
      {found.map((order, at) => (
        <button key={at} type="button" class="suggestion" data-testid="suggestion" onClick={() => onPick(order)}>
          {t(kind.summary(known, order))}
        </button>
      ))}
    </div>
  );
}

/** Moving by touch, where cards have no room for it. */
function MoveButtons({ index, onMoved }: { index: number; onMoved: () => void }) {
  const { draft } = useSession();
  const move = (by: number) => (): void => {
    const to = draft.move(index, by);
    onMoved();
    focusCard(to);
  };
  const last = draft.orders.value.length - 1;
  return (
    <>
      <Button icon="chevron-up" label={t('ui.form.up')} off={index === 0 ? t('ui.form.first') : null} onPress={move(-1)} />
      <Button icon="chevron-down" label={t('ui.form.down')} off={index === last ? t('ui.form.last') : null} onPress={move(1)} />
    </>
  );
}

/** How well a run may turn out, and why the board will name a smaller cost than is paid. */
function RunOutlook({ known, order }: { known: Known; order: TrainOrder }) {
  return <p class="forecast-note">{t('ui.train.outlook', { ...trainOutlook(known, order), turns: order.turns })}</p>;
}

export function OrderForm(props: { kind: OrderKind; index: number | null; start?: Filled; onDone: () => void }) {
  const { kind, index, onDone } = props;
  const session = useSession();
  const touched = useSignal<Filled>(index === null ? (props.start ?? {}) : (session.draft.orders.peek()[index] ?? {}));
  const filled = useComputed(() => (session.known.value === null ? null : fillIn(session.known.value, kind, touched.value)));
  const drafted = useComputed(() => {
    const orders = session.draft.orders.value;
    const order = filled.value?.order;
    if (order === undefined) return orders;
    return index === null ? [...orders, order] : orders.map((old, at) => (at === index ? order : old));
  });
  const checked = useComputed(() => {
    if (session.known.value === null) return null;
    return checkDraft(session.known.value, drafted.value).orders[index ?? drafted.value.length - 1] ?? null;
  });
  const known = session.known.value;
  const now = filled.value;
  const result = checked.value;
  if (known === null || now === null || result === null) return null;
  const finish = (): void => {
    if (index === null) session.draft.add(now.order);
    else {
      const before = session.draft.orders.peek()[index];
      if (before !== undefined) session.repeat.replace(before, now.order);
      session.draft.replace(index, now.order);
    }
    onDone();
    focusCard(index ?? session.draft.orders.peek().length - 1);
  };
  return (
    <form
      class="order-form"
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <Suggestions
        kind={kind}
        known={known}
        onPick={(order) => {
          touched.value = order;
        }}
      />
      {now.fields.map((field) => (
        <FormField
          key={field.name}
          kind={kind.kind}
          field={field}
          wrong={result.rejection?.field === field.name}
          onChange={(value) => {
            touched.value = { ...touched.value, [field.name]: value };
          }}
        />
      ))}
      <div class={`form-result ${result.rejection !== null ? 'blocked' : ''}`} aria-live="polite">
        <strong>{t(result.summary)}</strong>
        <PriceDetails explanation={orderCost(known, result.order, result.cost, t(result.summary))} />
        <Legality checked={result} />
        {kind.kind === 'train' && <RunOutlook known={known} order={result.order as TrainOrder} />}
      </div>
      <ForecastLines orders={drafted.value} />
      <div class="dialog-actions">
        <button type="submit" class="btn btn-main" data-testid="form-add">
          {t(index === null ? 'ui.form.add' : 'ui.form.save')}
        </button>
        {index !== null && <MoveButtons index={index} onMoved={onDone} />}
        {index !== null && (
          <Button
            icon="trash-2"
            onPress={() => {
              session.draft.remove(index);
              onDone();
              focusCard(index);
            }}
          >
            {t('ui.form.remove')}
          </Button>
        )}
        <Button look="quiet" onPress={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
