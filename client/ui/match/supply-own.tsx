/** The seat's own supply: chips that it holds, what is on the way, and its power. */
import type { Entry } from '#shared/state/ledger.ts';
import type { OwnActor } from '#shared/state/schema.ts';
import { Bar } from '../components/bar.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Figure } from '../explain/figure.tsx';
import { rented } from '../explain/published.ts';
import type { World } from '../explain/scores.ts';
import { chipsHeld, onTheWay, powerOf } from '../explain/supply.ts';
import { compute, count, quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';

/** What explanations of this panel are read from. */
export interface Asked {
  readonly world: World;
  readonly seat: string | null;
  readonly entries: readonly Entry[];
}

export function Chips(props: {
  title: string;
  chips: Readonly<Record<string, number>>;
  empty: string;
  where: 'chips' | 'inventory';
  ask: Asked;
}) {
  const { title, chips, empty, where, ask } = props;
  const rows = Object.entries(chips).filter(([, units]) => units > 0);
  return (
    <>
      <PanelTitle title={title} rule={false} />
      {rows.length === 0 ? (
        <p class="empty">{empty}</p>
      ) : (
        <table class="figures-table">
          <tbody>
            {rows
              .sort((a, b) => b[1] - a[1])
              .map(([chip, units]) => (
                <tr key={chip}>
                  <th scope="row">{name(chip, 'chip')}</th>
                  <td>
                    <Figure
                      of={name(chip, 'chip')}
                      explain={() => chipsHeld(ask.world, ask.entries, ask.seat ?? '', chip, units, where)}
                    >
                      {count(units)}
                    </Figure>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </>
  );
}

export function Arriving({ own }: { own: OwnActor }) {
  if (own.arriving.length + own.builds.length + own.rentals.length === 0) return null;
  return (
    <>
      <PanelTitle title={t('ui.supply.arriving')} rule={false} />
      <table class="figures-table">
        <tbody>
          {own.arriving.map((one, at) => (
            <tr key={`a${at}`}>
              <th scope="row">
                {name(one.chip, 'chip')} {one.grey && <span class="tag">{t('ui.supply.grey')}</span>}
              </th>
              <td>
                <Figure
                  of={name(one.chip, 'chip')}
                  explain={() => onTheWay(name(one.chip, 'chip'), count(one.units), one.dueTurn)}
                >
                  {count(one.units)}
                </Figure>
              </td>
              <td class="quiet date">{quarterOfTurn(one.dueTurn)}</td>
            </tr>
          ))}
          {own.builds.map((one, at) => (
            <tr key={`b${at}`}>
              <th scope="row">{name(one.site, 'site')}</th>
              <td>
                <Figure
                  of={name(one.site, 'site')}
                  explain={() => onTheWay(name(one.site, 'site'), t('ui.mw', { mw: one.mw }), one.dueTurn)}
                >
                  {t('ui.mw', { mw: one.mw })}
                </Figure>
              </td>
              <td class="quiet date">{quarterOfTurn(one.dueTurn)}</td>
            </tr>
          ))}
          {own.rentals.map((one, at) => {
            const place = name(one.site ?? one.from ?? '', one.site === null ? 'actor' : 'site');
            const title = t('ui.supply.rented', { place });
            return (
              <tr key={`r${at}`}>
                <th scope="row">{title}</th>
                <td>
                  <Figure of={title} explain={() => rented(title, one.milliH100e, one.untilTurn)}>
                    {compute(one.milliH100e)}
                  </Figure>
                </td>
                <td class="quiet date">{t('ui.until', { untilTurn: one.untilTurn })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

export function Power({ own }: { own: OwnActor }) {
  const has = Object.values(own.powerMw).reduce((sum, mw) => sum + mw, 0);
  return (
    <p class="power-line">
      <Figure of={t('ui.explain.power')} explain={() => powerOf(own)}>
        {t('ui.supply.power', { needed: own.powerNeededMw, has })}
      </Figure>
      <Bar share={has === 0 ? 0 : own.powerNeededMw / has} bloc={null} />
    </p>
  );
}
