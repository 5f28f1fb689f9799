/** Supply: own chips and what is on the way, prices and set-asides of makers, lines, and how the flows went. */
import type { KnownState, OwnActor } from '#shared/state/schema.ts';
import { Bar } from '../components/bar.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { compute, count, money, number, percent, quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { picked } from './layout.ts';
import { useSession } from './session.ts';

function Chips({ title, chips, empty }: { title: string; chips: Readonly<Record<string, number>>; empty: string }) {
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
                  <td class="figures">{count(units)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Arriving({ own }: { own: OwnActor }) {
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
              <td class="figures">{count(one.units)}</td>
              <td class="quiet">{quarterOfTurn(one.dueTurn)}</td>
            </tr>
          ))}
          {own.builds.map((one, at) => (
            <tr key={`b${at}`}>
              <th scope="row">{name(one.site, 'site')}</th>
              <td class="figures">{t('ui.mw', { mw: one.mw })}</td>
              <td class="quiet">{quarterOfTurn(one.dueTurn)}</td>
            </tr>
          ))}
          {own.rentals.map((one, at) => (
            <tr key={`r${at}`}>
              <th scope="row">
                {t('ui.supply.rented', { place: name(one.site ?? one.from ?? '', one.site === null ? 'actor' : 'site') })}
              </th>
              <td class="figures">{compute(one.milliH100e)}</td>
              <td class="quiet">{t('ui.until', { untilTurn: one.untilTurn })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Power({ own }: { own: OwnActor }) {
  const has = Object.values(own.powerMw).reduce((sum, mw) => sum + mw, 0);
  return (
    <p class="power-line">
      {t('ui.supply.power', { needed: own.powerNeededMw, has })}
      <Bar share={has === 0 ? 0 : own.powerNeededMw / has} bloc={null} />
    </p>
  );
}

function Flows({ state }: { state: KnownState }) {
  const rows = Object.entries(state.flows)
    .filter(([, flow]) => flow.wanted > 0)
    .sort((a, b) => b[1].wanted - a[1].wanted);
  if (rows.length === 0) return <p class="empty">{t('ui.supply.no-flows')}</p>;
  return (
    <table class="figures-table">
      <thead>
        <tr>
          <th scope="col">{t('ui.list.flow')}</th>
          <th scope="col">{t('ui.list.wanted')}</th>
          <th scope="col">{t('ui.list.delivered')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([route, flow]) => (
          <tr key={route}>
            <th scope="row">
              <button type="button" class="link" onClick={() => (picked.value = ruleset.value?.routes[route]?.to ?? route)}>
                {routeName(route)}
              </button>
            </th>
            <td class="figures">{count(flow.wanted)}</td>
            <td class={`figures ${flow.delivered < flow.wanted ? 'short' : ''}`}>{count(flow.delivered)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function routeName(id: string): string {
  const route = ruleset.value?.routes[id];
  return route === undefined ? id : t('ui.route', { siteFrom: route.from, siteTo: route.to });
}

function Makers({ state }: { state: KnownState }) {
  const makers = Object.entries(state.actors).filter(([, actor]) => Object.keys(actor.open.pricesKusd).length > 0);
  return (
    <>
      {makers.map(([maker, actor]) => (
        <table key={maker} class="figures-table">
          <caption>{t('ui.supply.sells', { actor: maker })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ui.supply.chip')}</th>
              <th scope="col">{t('ui.supply.price')}</th>
              <th scope="col">{t('ui.supply.aside')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(actor.open.pricesKusd).map(([chip, price]) => (
              <tr key={chip}>
                <th scope="row">{name(chip, 'chip')}</th>
                <td class="figures">{money(price)}</td>
                <td class="figures quiet">
                  {Object.entries(actor.open.setAside[chip] ?? {})
                    .map(([who, units]) => `${name(who)} ${count(units)}`)
                    .join(', ') || '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Lines({ state }: { state: KnownState }) {
  const rows = Object.entries(state.lines ?? {});
  if (rows.length === 0) return null;
  return (
    <>
      <PanelTitle title={t('ui.supply.lines')} rule={false} />
      <table class="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('ui.supply.line')}</th>
            <th scope="col">{t('ui.supply.units')}</th>
            <th scope="col">{t('ui.supply.yield')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([line, one]) => (
            <tr key={line}>
              <th scope="row">{name(line, 'line')}</th>
              <td class="figures">{count(one.units)}</td>
              <td class="figures">{one.yieldPermille >= 1000 ? '–' : percent(one.yieldPermille)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function SupplyPanel() {
  const session = useSession();
  const state = session.state.value;
  const seat = session.seat.value;
  if (state === null) return null;
  const own = seat === null ? undefined : state.actors[seat]?.own;
  const maker = own !== undefined && Object.keys(own.inventory).length > 0;
  return (
    <section aria-label={t('ui.tab.supply')}>
      {own !== undefined && (
        <>
          {(!maker || Object.keys(own.chips).length > 0) && (
            <Chips title={t('ui.supply.installed')} chips={own.chips} empty={t('ui.supply.no-chips')} />
          )}
          {Object.keys(own.powerMw).length > 0 && <Power own={own} />}
          {maker && <Chips title={t('ui.supply.stock')} chips={own.inventory} empty={t('ui.supply.no-stock')} />}
          {maker && own.softwarePermille > 0 && (
            <p class="quiet">{t('ui.supply.software', { softwarePermille: own.softwarePermille })}</p>
          )}
          <Arriving own={own} />
        </>
      )}
      <PanelTitle title={t('ui.supply.flows')} rule={false}>
        {t('ui.supply.last-turn')}
      </PanelTitle>
      <Flows state={state} />
      <PanelTitle title={t('ui.supply.makers')} rule={false} />
      <Makers state={state} />
      <Lines state={state} />
      {Object.values(state.seizures).some((units) => units > 0) && (
        <p class="quiet">{t('ui.supply.seized', { n: Object.values(state.seizures).reduce((sum, units) => sum + units, 0) })}</p>
      )}
      <p class="quiet">{t('ui.supply.talent', { n: number(state.freeTalent) })}</p>
    </section>
  );
}
