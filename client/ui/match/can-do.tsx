/** What the seat can do about the matter of a panel: each kind of order with what a sensible one costs now, or with what stops it. */
import { useMemo } from 'preact/hooks';
import type { Cost, Known } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import type { OrderData } from '#shared/ruleset/schema/policy.ts';
import { Icon } from '../components/icon.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { t } from '../text.ts';
import { barredBy, kindName } from './kind-picker.tsx';
import { ordering } from './layout.ts';
import { whyNoOrder } from './no-order.ts';
import { costText } from './order-card.tsx';
import { useSession } from './session.ts';

/** Capital counts as much as this when the cheapest is sought, thousand dollars. */
const CAPITAL_KUSD = 100_000;

/** The cheapest sensible order of a kind; null where there is none now. */
function leastCost(known: Known, data: OrderData): Cost | null {
  const kind = ORDER_KINDS[data.kind];
  const weight = ({ kusd, capital }: Cost): number => kusd + capital * CAPITAL_KUSD;
  const costs = (kind?.candidates(known) ?? []).map((order) => kind?.cost(known, order) ?? null);
  return costs.reduce<Cost | null>(
    (least, cost) => (cost !== null && (least === null || weight(cost) < weight(least)) ? cost : least),
    null,
  );
}

function Kind({ known, data, drafted }: { known: Known; data: OrderData; drafted: readonly string[] }) {
  const barred = barredBy(known, data, drafted);
  const least = useMemo(() => leastCost(known, data), [known, data]);
  const priced = (cost: Cost): string =>
    cost.kusd === 0 && cost.capital === 0 ? t('ui.can.free') : t('ui.can.from', { cost: costText(cost) });
  const kind = ORDER_KINDS[data.kind];
  const why = barred ?? (least === null && kind !== undefined ? whyNoOrder(known, kind) : null);
  return (
    <li>
      <button
        type="button"
        class="can-do"
        data-testid={`can-${data.kind}`}
        aria-disabled={barred !== null || undefined}
        onClick={() => {
          if (barred === null) ordering.value = { at: 'form', kind: data.kind, index: null };
        }}
      >
        <Icon name={data.icon} size={18} />
        <strong>{kindName(data.kind)}</strong>
        <span class="quiet">{why === null && least !== null ? priced(least) : ''}</span>
        {why !== null && <span class="can-why quiet">{why}</span>}
      </button>
    </li>
  );
}

export function CanDo({ title, kinds }: { title: string; kinds: readonly string[] }) {
  const session = useSession();
  const known = session.known.value;
  if (known === null) return null;
  const role = known.state.actors[known.seat]?.role ?? '';
  const offered = Object.values(known.ruleset.orders).filter(
    (data) => data.roles.includes(role) && kinds.includes(data.kind) && ORDER_KINDS[data.kind] !== undefined,
  );
  if (offered.length === 0) return null;
  const drafted = session.draft.orders.value.map((order) => order.kind);
  return (
    <>
      <PanelTitle title={title} rule={false} />
      <ul class="can-list">
        {offered.map((data) => (
          <Kind key={data.id} known={known} data={data} drafted={drafted} />
        ))}
      </ul>
    </>
  );
}
