/** Says when a new offer arrives, with a way to look at it. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';
import { showToast } from '../toasts.ts';
import { openTab } from './layout.ts';
import type { Session } from './session.ts';

export function useOfferNews(session: Session): void {
  const seen = useRef(new Set<string>());
  const seat = session.seat.value;
  const offers = session.client.planning.value?.offers ?? [];
  useEffect(() => {
    for (const { offer, status } of offers) {
      if (offer.to !== seat || status !== 'open' || seen.current.has(offer.id)) continue;
      seen.current.add(offer.id);
      showToast('offer', t('ui.deals.from', { actor: offer.from }), { label: t('ui.deals.look'), press: () => openTab('deals') });
    }
  }, [offers, seat]);
}
