/** Deals: offers to answer, offers made, what is signed, and making one. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { OfferState } from '#shared/protocol/messages.ts';
import type { Known } from '#shared/rules/order-kind.ts';
import type { DealOffer, Term } from '#shared/state/deal.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { Button } from '../components/button.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import { termWorth } from '../explain/deals.ts';
import { Figure } from '../explain/figure.tsx';
import { name, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { OfferForm } from './offer-form.tsx';
import { proposalsOf } from './proposals.ts';
import { useSession } from './session.ts';

export function termText(term: Term): string {
  const params: Record<string, string | number> = { from: term.from, to: term.to, actorFrom: term.from, actorTo: term.to };
  switch (term.term) {
    case 'money':
      return t('ui.term.money', { ...params, amountKusd: term.kusd });
    case 'chips':
      return t('ui.term.chips', { ...params, chip: term.chip, units: term.units, priceKusd: term.priceKusd });
    case 'compute':
      return t('ui.term.compute', { ...params, amountMilliH100e: term.milliH100e });
    case 'licence':
    case 'joint-research':
      return t(`ui.term.${term.term}`, { ...params, tech: term.tech });
    case 'promise':
      return t(`ui.term.promise.${term.conduct}`, {
        ...params,
        lever: term.lever === undefined ? t('ui.term.any-law') : t(`ui.lever.${term.lever}`),
      });
    case 'truce':
      return t('ui.term.truce', params);
  }
}

/** What a term comes to in money, with its why. */
function Worth({ term }: { term: Term }) {
  const state = useSession().state.value;
  const world = ruleset.value;
  const worth = state === null || world === null ? null : termWorth({ ruleset: world, state }, term);
  return worth === null ? null : (
    <Figure of={worth.title} explain={() => worth}>
      ({worth.value})
    </Figure>
  );
}

function Terms({ terms }: { terms: readonly Term[] }) {
  return (
    <ul class="terms">
      {terms.map((term, at) => (
        <li key={at}>
          {termText(term)} <Worth term={term} />
        </li>
      ))}
    </ul>
  );
}

function Offer({ made, seat, turn }: { made: OfferState; seat: string; turn: number }) {
  const session = useSession();
  const { offer, status } = made;
  const toMe = offer.to === seat;
  const other = toMe ? offer.from : offer.to;
  return (
    <li class={`offer offer-${status}`} data-testid="offer">
      <Seal id={other} size={28} named />
      <div class="grow">
        <strong>{t(toMe ? 'ui.deals.from' : 'ui.deals.to', { actor: other })}</strong>
        <Terms terms={offer.terms} />
        <span class="quiet">{t('ui.deals.turns', { n: offer.turns })}</span>
        {status === 'open' && toMe && (
          <div class="dialog-actions">
            <Button
              look="main"
              testId="accept-offer"
              onPress={() => void session.give({ do: 'answer', turn, offerId: offer.id, accept: true })}
            >
              {t('ui.deals.accept')}
            </Button>
            <Button onPress={() => void session.give({ do: 'answer', turn, offerId: offer.id, accept: false })}>
              {t('ui.deals.decline')}
            </Button>
          </div>
        )}
        {status === 'open' && !toMe && (
          <Button onPress={() => void session.give({ do: 'withdraw-offer', turn, offerId: offer.id })}>
            {t('ui.deals.withdraw')}
          </Button>
        )}
      </div>
      <span class="tag">{t(`ui.deals.status.${status}`)}</span>
    </li>
  );
}

function Signed({ state }: { state: KnownState }) {
  const deals = Object.values(state.deals);
  if (deals.length === 0) return <p class="empty">{t('ui.deals.none-signed')}</p>;
  return (
    <ul class="rows">
      {deals.map((deal) => (
        <li key={deal.id} class="offer">
          <div class="grow">
            <strong>{deal.parties.map((party) => name(party, 'actor')).join(' · ')}</strong>
            <Terms terms={deal.terms} />
            <span class="quiet">{t(deal.broken ? 'ui.deals.broken' : 'ui.until', { untilTurn: deal.untilTurn })}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Offers that would make sense, so that nobody waits before an empty screen. */
function Proposals({ known, onDraft }: { known: Known; onDraft: (offer: DealOffer) => void }) {
  const found = useMemo(() => proposalsOf(known), [known]);
  if (found.length === 0) return null;
  return (
    <>
      <PanelTitle title={t('ui.deals.could')} rule={false} />
      <ul class="offers">
        {found.map(({ offer, why }, at) => (
          <li key={at} class="offer" data-testid="proposal">
            <Seal id={offer.to} size={28} named />
            <div class="grow">
              <strong>{t('ui.deals.to', { actor: offer.to })}</strong>
              <Terms terms={offer.terms} />
              <span class="quiet">
                {t('ui.deals.turns', { n: offer.turns })} · {t(why)}
              </span>
            </div>
            <Button testId="draft-offer" label={t('ui.deals.draft-to', { actor: offer.to })} onPress={() => onDraft(offer)}>
              {t('ui.deals.draft')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

export function DealsPanel() {
  const session = useSession();
  const making = useSignal(false);
  const start = useSignal<DealOffer | null>(null);
  const state = session.state.value;
  const seat = session.seat.value;
  const planning = session.client.planning.value;
  if (state === null || planning === null) return null;
  const incoming = planning.offers.filter((made) => made.offer.to === seat);
  const outgoing = planning.offers.filter((made) => made.offer.from === seat);
  const send = async (offer: DealOffer): Promise<void> => {
    if (await session.give({ do: 'offer', turn: state.turn, offer })) making.value = false;
  };
  return (
    <section aria-label={t('ui.tab.deals')}>
      {seat !== null && (
        <Button
          icon="handshake"
          testId="make-offer"
          pressed={making.value}
          onPress={() => {
            start.value = null;
            making.value = !making.value;
          }}
        >
          {t('ui.deals.make')}
        </Button>
      )}
      {making.value && seat !== null && (
        <OfferForm
          key={JSON.stringify(start.value)}
          state={state}
          seat={seat}
          start={start.value}
          onSend={(offer) => void send(offer)}
        />
      )}
      <PanelTitle title={t('ui.deals.in')} rule={false} />
      {incoming.length === 0 && <p class="empty">{t('ui.deals.none-in')}</p>}
      <ul class="offers" aria-live="polite">
        {incoming.map((made) => (
          <Offer key={made.offer.id} made={made} seat={seat ?? ''} turn={state.turn} />
        ))}
      </ul>
      {session.known.value !== null && !making.value && (
        <Proposals
          known={session.known.value}
          onDraft={(offer) => {
            start.value = offer;
            making.value = true;
          }}
        />
      )}
      {outgoing.length > 0 && (
        <>
          <PanelTitle title={t('ui.deals.out')} rule={false} />
          <ul class="offers">
            {outgoing.map((made) => (
              <Offer key={made.offer.id} made={made} seat={seat ?? ''} turn={state.turn} />
            ))}
          </ul>
        </>
      )}
      <PanelTitle title={t('ui.deals.signed')} rule={false} />
      <Signed state={state} />
    </section>
  );
}
