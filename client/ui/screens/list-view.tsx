/** The world as tables: sites, flows, laws, announcements. The same as the map, for those who can't or don't use it. */
import { useEffect, useRef } from 'preact/hooks';
import type { KnownState } from '#shared/state/schema.ts';
import { Button } from '../components/button.tsx';
import { listView, picked } from '../match/layout.ts';
import { lawText } from '../match/policy-panel.tsx';
import { useSession } from '../match/session.ts';
import { routeName } from '../match/supply-panel.tsx';
import { count, percent, quarterOfTurn } from '../text/quantity.ts';
import { listOf, name, t } from '../text.ts';
import { ruleset } from '../world.ts';

function Sites({ state, seat }: { state: KnownState; seat: string | null }) {
  const world = ruleset.value;
  if (world === null) return null;
  const own = seat === null ? undefined : state.actors[seat]?.own;
  return (
    <table class="figures-table">
      <caption>{t('ui.list.sites')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.list.site')}</th>
          <th scope="col">{t('ui.list.kind')}</th>
          <th scope="col">{t('ui.list.bloc')}</th>
          <th scope="col">{t('ui.list.actors')}</th>
          <th scope="col">{t('ui.list.own-power')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.values(world.sites).map((site) => {
          const actors = state.seats.filter((id) => world.actors[id]?.home === site.id);
          return (
            <tr key={site.id} aria-selected={picked.value === site.id} class={picked.value === site.id ? 'picked' : ''}>
              <th scope="row">
                <button type="button" class="link" onClick={() => (picked.value = site.id)}>
                  {name(site.id, 'site')}
                </button>
              </th>
              <td>{t(`ui.site.${site.kind}`)}</td>
              <td>{site.bloc === null ? t('ui.unaligned') : name(site.bloc, 'bloc')}</td>
              <td>{actors.length === 0 ? '–' : listOf(actors.map((id) => name(id, 'actor')))}</td>
              <td class="figures">{own?.powerMw[site.id] === undefined ? '–' : t('ui.mw', { mw: own.powerMw[site.id] ?? 0 })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Flows({ state }: { state: KnownState }) {
  return (
    <table class="figures-table">
      <caption>{t('ui.list.flows')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.list.flow')}</th>
          <th scope="col">{t('ui.list.goods')}</th>
          <th scope="col">{t('ui.list.wanted')}</th>
          <th scope="col">{t('ui.list.delivered')}</th>
          <th scope="col">{t('ui.list.through')}</th>
          <th scope="col">{t('ui.list.control')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(state.flows).map(([route, flow]) => (
          <tr key={route}>
            <th scope="row">{routeName(route)}</th>
            <td>{t(`ui.flow.${ruleset.value?.routes[route]?.kind ?? 'chips'}`)}</td>
            <td class="figures">{count(flow.wanted)}</td>
            <td class="figures">{count(flow.delivered)}</td>
            <td class="figures">{flow.wanted === 0 ? '–' : percent(Math.round((flow.delivered / flow.wanted) * 1000))}</td>
            <td>{flow.laws.length === 0 ? '–' : listOf(flow.laws.map((law) => name(state.laws[law]?.law ?? law, 'law')))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Laws({ state, announced }: { state: KnownState; announced: boolean }) {
  const laws = Object.values(state.laws).filter((law) => law.forceTurn > state.turn === announced);
  return (
    <table class="figures-table">
      <caption>{t(announced ? 'ui.list.announced' : 'ui.list.controls')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.list.law')}</th>
          <th scope="col">{t('ui.list.by')}</th>
          <th scope="col">{t('ui.list.against')}</th>
          <th scope="col">{t('ui.list.what')}</th>
          <th scope="col">{t('ui.list.from')}</th>
        </tr>
      </thead>
      <tbody>
        {laws.length === 0 && (
          <tr>
            <td colSpan={5}>{t('ui.policy.none')}</td>
          </tr>
        )}
        {laws.map((law) => (
          <tr key={law.id}>
            <th scope="row">{name(law.law, 'law')}</th>
            <td>{name(law.by, 'actor')}</td>
            <td>{name(law.target, 'bloc')}</td>
            <td>{lawText(law)}</td>
            <td class="figures">{quarterOfTurn(law.forceTurn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ListView() {
  const session = useSession();
  const state = session.state.value;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  if (state === null) return null;
  return (
    <div class="list-view" data-testid="list-view">
      <header class="row-between">
        <h2 ref={head} tabIndex={-1}>
          {t('ui.list.title')}
        </h2>
        <Button
          icon="map"
          keys="L"
          onPress={() => {
            listView.value = false;
          }}
        >
          {t('ui.map')}
        </Button>
      </header>
      <div class="scroll-x" tabIndex={0}>
        <Flows state={state} />
      </div>
      <div class="scroll-x" tabIndex={0}>
        <Laws state={state} announced />
      </div>
      <div class="scroll-x" tabIndex={0}>
        <Laws state={state} announced={false} />
      </div>
      <div class="scroll-x" tabIndex={0}>
        <Sites state={state} seat={session.seat.value} />
      </div>
    </div>
  );
}
