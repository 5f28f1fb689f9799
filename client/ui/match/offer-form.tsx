/** Making an offer: with whom, for how long, and up to four terms, each from me or to me. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { LEVER_IDS } from '#shared/ruleset/catalogue.ts';
import type { DealOffer } from '#shared/state/deal.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { Button } from '../components/button.tsx';
import { NameOptions } from '../components/name-options.tsx';
import { t } from '../text.ts';
import { builtTerm, type DraftTerm, draftOf, itemsFor, startTerm, type TermKind } from './draft-term.ts';

interface AmountFieldProps {
  readonly label: string;
  readonly least: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function AmountField({ label, least, value, onChange }: AmountFieldProps) {
  return (
    <label class="amount">
      <input
        class="field figures"
        type="number"
        min={least}
        value={value}
        aria-label={label}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <span class="quiet">{label}</span>
    </label>
  );
}

const KINDS: readonly TermKind[] = ['money', 'chips', 'compute', 'licence', 'joint-research', 'promise', 'truce'];
const CONDUCTS: readonly DraftTerm['conduct'][] = ['no-law', 'no-retaliation', 'no-distilling', 'no-poaching', 'no-grey'];
const MOST_TERMS = 4;
const MOST_TURNS = 8;
function TermFields({
  term,
  state,
  giver,
  onChange,
  onRemove,
}: {
  term: DraftTerm;
  state: KnownState;
  giver: string;
  onChange: (next: DraftTerm) => void;
  onRemove: () => void;
}) {
  const amount = term.kind === 'money' || term.kind === 'chips' || term.kind === 'compute';
  const item = term.kind === 'chips' || term.kind === 'licence' || term.kind === 'joint-research';
  return (
    <li class="term-fields">
      <select
        class="field"
        aria-label={t('ui.deals.term')}
        value={term.kind}
        onChange={(event) => onChange({ ...startTerm(), give: term.give, kind: event.currentTarget.value as TermKind })}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`ui.deals.kind.${kind}`)}
          </option>
        ))}
      </select>
      <select
        class="field"
        aria-label={t('ui.deals.who-gives')}
        value={term.give ? 'me' : 'you'}
        onChange={(event) => onChange({ ...term, give: event.currentTarget.value === 'me', item: '' })}
      >
        <option value="me">{t('ui.deals.i-give')}</option>
        <option value="you">{t('ui.deals.i-get')}</option>
      </select>
      {item && (
        <select
          class="field"
          aria-label={t('ui.deals.item')}
          value={term.item}
          onChange={(event) => onChange({ ...term, item: event.currentTarget.value })}
        >
          <NameOptions ids={itemsFor(term.kind, state, giver)} of={term.kind === 'chips' ? 'chip' : 'tech'} />
        </select>
      )}
      {amount && (
        <AmountField
          label={t(`ui.deals.amount.${term.kind}`)}
          least={1}
          value={term.amount}
          onChange={(value) => onChange({ ...term, amount: value })}
        />
      )}
      {term.kind === 'chips' && (
        <AmountField
          label={t('ui.deals.price')}
          least={0}
          value={term.price}
          onChange={(value) => onChange({ ...term, price: value })}
        />
      )}
      {term.kind === 'promise' && (
        <select
          class="field"
          aria-label={t('ui.deals.conduct')}
          value={term.conduct}
          onChange={(event) => onChange({ ...term, conduct: event.currentTarget.value as DraftTerm['conduct'] })}
        >
          {CONDUCTS.map((conduct) => (
            <option key={conduct} value={conduct}>
              {t(`ui.deals.conduct.${conduct}`)}
            </option>
          ))}
        </select>
      )}
      {term.kind === 'promise' && term.conduct === 'no-law' && (
        <select
          class="field"
          aria-label={t('ui.deals.lever')}
          value={term.lever}
          onChange={(event) => onChange({ ...term, lever: event.currentTarget.value })}
        >
          <option value="">{t('ui.term.any-law')}</option>
          {LEVER_IDS.map((lever) => (
            <option key={lever} value={lever}>
              {t(`ui.lever.${lever}`)}
            </option>
          ))}
        </select>
      )}
      <Button look="quiet" icon="trash-2" label={t('ui.deals.remove-term')} onPress={onRemove} />
    </li>
  );
}

interface OfferFormProps {
  readonly state: KnownState;
  readonly seat: string;
  /** What the form starts with. */
  readonly start: DealOffer | null;
  readonly onSend: (offer: DealOffer) => void;
}

export function OfferForm({ state, seat, start, onSend }: OfferFormProps) {
  const others = state.seats.filter((other) => other !== seat);
  const to = useSignal(start?.to ?? others[0] ?? '');
  const turns = useSignal(start?.turns ?? 1);
  const terms = useSignal<readonly DraftTerm[]>(start?.terms.map((term) => draftOf(term, seat)) ?? [startTerm()]);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (start !== null) first.current?.focus();
  }, [start]);
  const send = (): void =>
    onSend({
      id: `${seat}-${state.turn}-${Date.now().toString(36)}`.replace(/[^a-z0-9-]/g, '-').slice(0, 60),
      from: seat,
      to: to.value,
      turns: turns.value,
      terms: terms.value.map((term) => builtTerm(term, seat, to.value, state)),
    });
  return (
    <form
      class="offer-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="form-field">
        <span class="label">{t('ui.deals.with')}</span>
        <select
          ref={first}
          class="field"
          value={to.value}
          onChange={(event) => {
            to.value = event.currentTarget.value;
          }}
        >
          <NameOptions ids={others} of="actor" />
        </select>
      </label>
      <label class="form-field">
        <span class="label">{t('ui.deals.for')}</span>
        <input
          class="field figures"
          type="number"
          min={1}
          max={MOST_TURNS}
          value={turns.value}
          onInput={(event) => {
            turns.value = Math.min(MOST_TURNS, Math.max(1, Number(event.currentTarget.value) || 1));
          }}
        />
      </label>
      <ul class="term-list">
        {terms.value.map((term, at) => (
          <TermFields
            key={at}
            term={term}
            state={state}
            giver={term.give ? seat : to.value}
            onChange={(next) => {
              terms.value = terms.value.map((old, index) => (index === at ? next : old));
            }}
            onRemove={() => {
              terms.value = terms.value.filter((_, index) => index !== at);
            }}
          />
        ))}
      </ul>
      <div class="dialog-actions">
        <Button
          icon="plus"
          off={terms.value.length >= MOST_TERMS ? t('ui.deals.most-terms') : null}
          onPress={() => {
            terms.value = [...terms.value, startTerm()];
          }}
        >
          {t('ui.deals.add-term')}
        </Button>
        <button type="submit" class="btn btn-main" data-testid="send-offer" disabled={terms.value.length === 0}>
          {t('ui.deals.send')}
        </button>
      </div>
    </form>
  );
}
