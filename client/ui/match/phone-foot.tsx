/** The phone's foot: add, advise, ready, and five tabs in reach of a thumb. */
import { Icon } from '../components/icon.tsx';
import { t } from '../text.ts';
import { readiness } from './foot.tsx';
import { openTab, ordering, type Tab, tab } from './layout.ts';
import { needsOf } from './needs.ts';
import { ReadyButton } from './ready.tsx';
import { useSession } from './session.ts';

const PHONE_TABS: readonly [Tab, string][] = [
  ['orders', 'clipboard-list'],
  ['leaderboard', 'trophy'],
  ['research', 'network'],
  ['supply', 'cpu'],
  ['policy', 'landmark'],
  ['deals', 'handshake'],
  ['chat', 'message-circle'],
];

export function PhoneFoot() {
  const session = useSession();
  const { ready, of } = readiness(session);
  const needs = needsOf(session);
  return (
    <footer class="phone-foot">
      <div class="phone-actions">
        <button
          type="button"
          class="btn"
          data-testid="add-order-phone"
          aria-label={t('ui.orders.add')}
          onClick={() => {
            ordering.value = { at: 'picker' };
          }}
        >
          <Icon name="plus" size={22} />
        </button>
        {session.seat.value !== null && (
          <button
            type="button"
            class="btn"
            data-testid="advisor-phone"
            onClick={() => {
              openTab('orders');
              requestAnimationFrame(() => {
                const first = document.querySelector<HTMLElement>('.advisor button');
                first?.scrollIntoView({ block: 'center' });
                first?.focus();
              });
            }}
          >
            {t('ui.advisor.short')}
          </button>
        )}
        <ReadyButton count={t('ui.ready.of', { ready, of })} />
      </div>
      <nav class="phone-tabs" aria-label={t('ui.region.tabs')} data-region tabIndex={-1}>
        {PHONE_TABS.map(([name, icon]) => (
          <button
            key={name}
            type="button"
            aria-current={tab.value === name ? 'page' : undefined}
            data-testid={`tab-${name}`}
            onClick={() => openTab(name)}
          >
            <span class="phone-tab-icon">
              <Icon name={icon} size={20} />
              {(needs[name] ?? 0) > 0 && <span class="badge">{needs[name]}</span>}
            </span>
            <span>{t(`ui.tab.short.${name}`)}</span>
          </button>
        ))}
      </nav>
    </footer>
  );
}
