/** Adding or editing an order: first the kinds that the role has, then the form of one. */
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { Dialog } from '../components/dialog.tsx';
import { t } from '../text.ts';
import { KindPicker, kindName } from './kind-picker.tsx';
import { ordering } from './layout.ts';
import { OrderForm } from './order-form.tsx';

export function OrderDialog() {
  const now = ordering.value;
  if (now === null) return null;
  const close = (): void => {
    ordering.value = null;
  };
  const kind = now.at === 'form' ? ORDER_KINDS[now.kind] : undefined;
  return (
    <Dialog
      key={now.at}
      title={kind === undefined ? t('ui.orders.add') : kindName(kind.kind)}
      wide
      onClose={close}
      testId="order-dialog"
    >
      {now.at === 'form' && kind !== undefined ? (
        <OrderForm key={kind.kind} kind={kind} index={now.index} start={now.start} onDone={close} />
      ) : (
        <KindPicker />
      )}
    </Dialog>
  );
}
