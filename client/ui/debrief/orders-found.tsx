/** Orders that mattered most so far, each with what its absence makes of a bloc's final score; a press chooses one. */
import type { Order } from '#shared/rules/order-kind.ts';
import { quarterOfTurn, signed } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import type { Found } from './order-ranking.ts';
import type { OrderSearch } from './order-search.ts';

/** More would push the form out of sight. */
const MOST_SHOWN = 5;

// Adding nothing turns what is rounded to minus nothing into nothing.
const tenths = (value: number): string => signed(Math.round(value * 10) / 10 + 0);

interface OrdersFoundProps {
  readonly search: OrderSearch;
  readonly chosen: Found['place'];
  readonly orderOf: (place: Found['place']) => Order | undefined;
  readonly words: (order: Order) => string;
  readonly onChoose: (place: Found['place']) => void;
}

export function OrdersFound({ search, chosen, orderOf, words, onChoose }: OrdersFoundProps) {
  const tried = search.tried.value;
  const found = search.found.value.slice(0, MOST_SHOWN);
  return (
    <div class="orders-found">
      <p class="quiet" aria-live="polite">
        {tried === null ? '' : t('ui.what-if.seeking', tried)}
      </p>
      {tried !== null && <progress value={tried.n} max={tried.of} aria-label={t('ui.what-if.found')} />}
      {found.length === 0 && search.done.value && <p data-testid="what-if-luck">{t('ui.what-if.found.none')}</p>}
      {found.length > 0 && (
        <>
          <span class="label">{t('ui.what-if.found')}</span>
          <ol data-testid="what-if-found">
            {found.map(({ place, bloc, effect, interval }) => {
              const order = orderOf(place);
              const isChosen = place.turn === chosen.turn && place.seat === chosen.seat && place.index === chosen.index;
              return (
                <li key={`${place.turn}-${place.seat}-${place.index}`}>
                  <button type="button" class="found-order" aria-pressed={isChosen} onClick={() => onChoose(place)}>
                    <span class="grow">
                      <strong>{order === undefined ? '' : words(order)}</strong>
                      <span class="found-who quiet">
                        {name(place.seat, 'actor')} · {quarterOfTurn(place.turn)}
                      </span>
                      {interval !== null && (
                        <span class="found-who quiet">
                          {t('ui.what-if.found.range', {
                            range: t('ui.range', { from: tenths(interval.low), to: tenths(interval.high) }),
                          })}
                        </span>
                      )}
                    </span>
                    <span class="figures found-effect">
                      {name(bloc, 'bloc')} {tenths(effect)}
                    </span>
                  </button>
                </li>
              );
            })}
          </ol>
          <p class="quiet">
            {t(found.every(({ interval }) => interval !== null) ? 'ui.what-if.found.about' : 'ui.what-if.found.once')}
          </p>
        </>
      )}
    </div>
  );
}
