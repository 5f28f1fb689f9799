/** What one does in a turn, in one column: the lesson's next step, my orders, and the advisor's plans. */
import { Coach } from '../learn/coach.tsx';
import { Advisor } from './advisor.tsx';
import { layout } from './layout.ts';
import { OrdersPanel } from './orders-panel.tsx';

export function OrdersColumn() {
  return (
    <div class={layout.value === 'phone' ? 'orders-sheet' : 'orders-column'}>
      <Coach />
      <OrdersPanel />
      <Advisor />
    </div>
  );
}
