/** Supply: own chips and what is on the way, prices and set-asides of makers, lines, and how the flows went. */
import { PanelTitle } from '../components/panel-title.tsx';
import { Figure } from '../explain/figure.tsx';
import { freeTalent, seizedInAll, setAside, softwareOf } from '../explain/published.ts';
import type { World } from '../explain/scores.ts';
import { chipPrice, flowDelivered, flowWanted, lineUnits, lineYield } from '../explain/supply.ts';
import { Term } from '../help/term.tsx';
import { count, money, number, percent } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { CanDo } from './can-do.tsx';
import { picked } from './layout.ts';
import { routeName } from './route-name.ts';
import { useSession } from './session.ts';
import { Arriving, type Asked, Chips, Power } from './supply-own.tsx';

function Flows({ world }: { world: World }) {
  const { state } = world;
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
            <td>
              <Figure of={t('ui.list.wanted')} explain={() => flowWanted(world, route)}>
                {count(flow.wanted)}
              </Figure>
            </td>
            <td class={flow.delivered < flow.wanted ? 'short' : ''}>
              <Figure of={t('ui.list.delivered')} explain={() => flowDelivered(world, route)}>
                {count(flow.delivered)}
              </Figure>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Makers({ world, seat }: Asked) {
  const { state } = world;
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
              <th scope="col">
                <Term id="set-aside">{t('ui.supply.aside')}</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(actor.open.pricesKusd).map(([chip, price]) => (
              <tr key={chip}>
                <th scope="row">{name(chip, 'chip')}</th>
                <td>
                  <Figure of={t('ui.explain.price', { chip })} explain={() => chipPrice(world, chip, price, seat)}>
                    {money(price)}
                  </Figure>
                </td>
                <td class="figures quiet">
                  {Object.entries(actor.open.setAside[chip] ?? {}).map(([who, units]) => (
                    <Figure
                      key={who}
                      of={t('ui.explain.aside', { who: name(who), chip })}
                      explain={() => setAside(chip, who, units)}
                    >
                      {name(who)} {count(units)}
                    </Figure>
                  ))}
                  {Object.keys(actor.open.setAside[chip] ?? {}).length === 0 && '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Lines({ world, entries }: Asked) {
  const { state } = world;
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
              <td>
                <Figure of={name(line, 'line')} explain={() => lineUnits(world, entries, line, one.units)}>
                  {count(one.units)}
                </Figure>
              </td>
              <td>
                {one.yieldPermille >= 1000 ? (
                  '–'
                ) : (
                  <Figure of={t('ui.explain.yield', { line })} explain={() => lineYield(world, entries, line, one.yieldPermille)}>
                    {percent(one.yieldPermille)}
                  </Figure>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Kinds of order that move chips, power and what they are made of; those of them that the role has are offered. */
const SUPPLY_KINDS = ['buy', 'buy-grey', 'rent', 'build', 'reserve', 'set-aside', 'design', 'software'];

export function SupplyPanel() {
  const session = useSession();
  const state = session.state.value;
  const seat = session.seat.value;
  if (state === null || ruleset.value === null) return null;
  const world: World = { ruleset: ruleset.value, state };
  const ask: Asked = { world, seat, entries: session.client.view.value?.report ?? [] };
  const own = seat === null ? undefined : state.actors[seat]?.own;
  const maker = own !== undefined && Object.keys(own.inventory).length > 0;
  return (
    <section aria-label={t('ui.tab.supply')}>
      {own !== undefined && (
        <>
          {(!maker || Object.keys(own.chips).length > 0) && (
            <Chips title={t('ui.supply.installed')} chips={own.chips} empty={t('ui.supply.no-chips')} where="chips" ask={ask} />
          )}
          {Object.keys(own.powerMw).length > 0 && <Power own={own} />}
          {maker && (
            <Chips
              title={t('ui.supply.stock')}
              chips={own.inventory}
              empty={t('ui.supply.no-stock')}
              where="inventory"
              ask={ask}
            />
          )}
          {maker && own.softwarePermille > 0 && (
            <p class="quiet">
              <Figure of={t('ui.explain.software')} explain={() => softwareOf(own)}>
                {t('ui.supply.software', { softwarePermille: own.softwarePermille })}
              </Figure>
            </p>
          )}
          <Arriving own={own} />
          <CanDo title={t('ui.supply.do')} kinds={SUPPLY_KINDS} />
        </>
      )}
      <PanelTitle title={t('ui.supply.flows')} rule={false}>
        <Term id="denied">{t('ui.term.denied')}</Term> · {t('ui.supply.last-turn')}
      </PanelTitle>
      <Flows world={world} />
      <PanelTitle title={t('ui.supply.makers')} rule={false}>
        <Term id="tpp">{t('ui.term.tpp')}</Term>
      </PanelTitle>
      <Makers {...ask} />
      <Lines {...ask} />
      {Object.values(state.seizures).some((units) => units > 0) && (
        <p class="quiet">
          <Figure of={t('ui.explain.seized-all')} explain={() => seizedInAll(state.seizures)}>
            {t('ui.supply.seized', { n: Object.values(state.seizures).reduce((sum, units) => sum + units, 0) })}
          </Figure>
        </p>
      )}
      <p class="quiet">
        <Figure of={t('ui.explain.free-talent')} explain={() => freeTalent(state.freeTalent)}>
          {t('ui.supply.talent', { n: number(state.freeTalent) })}
        </Figure>
      </p>
    </section>
  );
}
