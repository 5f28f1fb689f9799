/** The tabs at the side: standing, research, supply, policy, deals; orders first where they have no column. */
import type { FunctionComponent } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../text.ts';
import { ChatPanel } from './chat-panel.tsx';
import { DealsPanel } from './deals-panel.tsx';
import { layout, openTab, TABS, type Tab, tab } from './layout.ts';
import { LeaderboardPanel } from './leaderboard-panel.tsx';
import { needsOf } from './needs.ts';
import { OrdersColumn } from './orders-column.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import { ResearchPanel } from './research-panel.tsx';
import { useSession } from './session.ts';
import { SupplyPanel } from './supply-panel.tsx';

/** What scrolls takes the focus, so that arrow keys can scroll it. */
const SCROLLS = { tabIndex: 0 } as const;

const PANELS: Readonly<Record<Tab, FunctionComponent>> = {
  orders: OrdersColumn,
  leaderboard: LeaderboardPanel,
  research: ResearchPanel,
  supply: SupplyPanel,
  policy: PolicyPanel,
  deals: DealsPanel,
  chat: () => <ChatPanel />,
};

export function SideTabs({ spectator }: { spectator: boolean }) {
  const session = useSession();
  const size = layout.value;
  const shown: readonly Tab[] = size === 'wide' || size === 'desk' || spectator ? TABS : ['orders', ...TABS];
  const now = shown.includes(tab.value) || (tab.value === 'chat' && size === 'phone') ? tab.value : 'leaderboard';
  const needs = needsOf(session);
  const Panel = PANELS[now];
  // A tab that is left by its number takes the focus along.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (focused?.getAttribute('role') === 'tab') document.getElementById(`tab-${now}`)?.focus();
  }, [now]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = shown[(shown.indexOf(now) + by + shown.length) % shown.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    tab.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <aside class="side" aria-label={t('ui.region.tabs')} data-region data-over-map={size === 'phone' || undefined} tabIndex={-1}>
      {size === 'phone' && <span class="phone-handle" aria-hidden="true" />}
      {size !== 'phone' && (
        <div class="tabs" role="tablist" aria-label={t('ui.region.tabs')} onKeyDown={onKeyDown}>
          {shown.map((name) => (
            <button
              key={name}
              id={`tab-${name}`}
              type="button"
              role="tab"
              aria-selected={name === now}
              aria-controls="side-panel"
              tabIndex={name === now ? 0 : -1}
              data-testid={`tab-${name}`}
              onClick={() => openTab(name)}
            >
              {t(size === 'tablet' ? `ui.tab.short.${name}` : `ui.tab.${name}`)}
              {(needs[name] ?? 0) > 0 && (
                <span class="badge" data-needs>
                  {needs[name]}
                  <span class="hidden-text"> {t('ui.tab.new')}</span>
                </span>
              )}
            </button>
          ))}
        </div>
      )}
      <div key={now} class="side-panel" id="side-panel" role="tabpanel" aria-label={t(`ui.tab.${now}`)} {...SCROLLS}>
        <Panel />
      </div>
    </aside>
  );
}
