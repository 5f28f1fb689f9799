/** Planning: orders, map or list, and the tabs, in the layout that the window has room for. */
import { useEffect } from 'preact/hooks';
import { focusNextRegion, useKeys } from '../keys.ts';
import { askFigure } from '../match/figure-asked.ts';
import { Foot } from '../match/foot.tsx';
import { keysOpen, layout, listView, openTab, ordering, picked, researchOpen, TABS, tab } from '../match/layout.ts';
import { MapArea } from '../match/map-area.tsx';
import { map } from '../match/map-state.ts';
import { useOfferNews } from '../match/offer-news.ts';
import { OrderDialog } from '../match/order-dialog.tsx';
import { OrdersColumn } from '../match/orders-column.tsx';
import { PhoneFoot } from '../match/phone-foot.tsx';
import { useReady } from '../match/ready.tsx';
import { useSession } from '../match/session.ts';
import { SideTabs } from '../match/side-tabs.tsx';
import { TopBar } from '../match/top-bar.tsx';
import { setSound, soundOn } from '../sound/settings.ts';
import { t } from '../text.ts';
import { ListView } from './list-view.tsx';
import { Research } from './research.tsx';

function usePlanningKeys(): void {
  const session = useSession();
  const ready = useReady();
  const byNumber = Object.fromEntries(TABS.map((name, at) => [String(at + 1), () => openTab(name)]));
  useKeys({
    ...byNumber,
    Space: () => ready.toggle(),
    o: () => {
      ordering.value = { at: 'picker' };
    },
    l: () => {
      listView.value = !listView.value;
    },
    c: () => {
      document.querySelector<HTMLElement>('[data-testid=chat-open]')?.click();
    },
    m: () => document.querySelector<HTMLElement>('.layer-row button')?.focus(),
    '+': () => map.value?.zoom(1),
    '-': () => map.value?.zoom(-1),
    ArrowUp: () => moveMap('up'),
    ArrowDown: () => moveMap('down'),
    ArrowLeft: () => moveMap('left'),
    ArrowRight: () => moveMap('right'),
    n: () => document.querySelector<HTMLElement>('.order-blocked .order-main, [data-needs]')?.focus(),
    p: () => {
      const table = session.client.table.peek();
      if (table?.you.host === true) void session.give({ do: 'pause', paused: !table.paused });
    },
    w: () => askFigure(),
    s: () => setSound(!soundOn.value),
    'Ctrl+z': () => session.draft.undo(),
    'Ctrl+Shift+z': () => session.draft.redo(),
    'Ctrl+y': () => session.draft.redo(),
    '?': () => {
      keysOpen.value = true;
    },
    Escape: () => {
      researchOpen.value = false;
      if (tab.value === 'research') tab.value = 'leaderboard';
      listView.value = false;
      picked.value = null;
      // Out of a control into the region it stands in, so that Space is Ready again and presses nothing.
      document.activeElement?.closest<HTMLElement>('[data-region]')?.focus();
    },
    F6: (event) => focusNextRegion(event.shiftKey),
  });
}

function moveMap(way: 'up' | 'down' | 'left' | 'right'): void {
  const reached = map.value?.moveFocus(way) ?? null;
  if (reached !== null) picked.value = reached;
}

function Middle() {
  return listView.value ? <ListView /> : <MapArea />;
}

export function Planning() {
  const session = useSession();
  usePlanningKeys();
  useOfferNews(session);
  const size = layout.value;
  const wide = size === 'wide' || size === 'desk';
  const phone = size === 'phone';
  const spectator = session.seat.value === null;
  useEffect(() => {
    if (wide && (tab.value === 'orders' || tab.value === 'chat')) openTab('leaderboard');
    if (!wide && tab.value === 'leaderboard' && !spectator) openTab('orders');
  }, [wide]);
  const research = researchOpen.value && !phone;
  return (
    <div class={`match match-${size} ${research && wide ? 'no-foot' : ''}`}>
      {wide && !spectator && !research && (
        <a class="skip-link" href="#orders-region">
          {t('ui.skip')}
        </a>
      )}
      <TopBar />
      {research ? (
        <Research />
      ) : (
        <>
          {wide && !spectator && (
            <div class="left-column" id="orders-region">
              <OrdersColumn />
            </div>
          )}
          <main class="middle" aria-label={t(listView.value ? 'ui.list' : 'ui.map')} data-region tabIndex={-1}>
            <h1 class="hidden-text">
              {t('ui.planning.title', {
                scenario: session.state.value?.scenario ?? '',
                currentTurn: session.state.value?.turn ?? 0,
              })}
            </h1>
            <Middle />
          </main>
          <SideTabs spectator={spectator} />
        </>
      )}
      {phone ? <PhoneFoot /> : research && wide ? null : <Foot />}
      <OrderDialog />
    </div>
  );
}
