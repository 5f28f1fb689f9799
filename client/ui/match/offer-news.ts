/** Says when a new offer arrives, with a way to look at it. */
import { useEffect } from 'preact/hooks';
import { t } from '../text.ts';
import { showToast } from '../toasts.ts';
import { termText } from './deals-panel.tsx';
import { openTab } from './layout.ts';
import type { Session } from './session.ts';

/** Offers that are known of, by match. */
const seen = new Map<string, Set<string>>();

export function useOfferNews(session: Session): void {
  const seat = session.seat.value;
  const planning = session.client.planning.value;
  useEffect(() => {
    if (planning === null) return;
    // What waited when the match was opened stands in the tab; a notice is for what comes while one plays.
    const first = !seen.has(session.client.matchId);
    const known = seen.get(session.client.matchId) ?? new Set();
    seen.set(session.client.matchId, known);
    for (const { offer, status } of planning.offers) {
      if (offer.to !== seat || status !== 'open' || known.has(offer.id)) continue;
      known.add(offer.id);
      if (first) continue;
      const more = offer.terms.length - 1;
      const what = [...offer.terms.slice(0, 1).map(termText), ...(more > 0 ? [t('ui.deals.more', { n: more })] : [])].join(', ');
      showToast('offer', t('ui.deals.offers', { actor: offer.from, what }), {
        label: t('ui.deals.look'),
        press: () => openTab('deals'),
      });
    }
  }, [planning?.offers, seat]);
}
