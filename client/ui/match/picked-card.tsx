/** What is picked on the map, in words: a site or actor, what it has, and what flows there. */
import { Icon } from '../components/icon.tsx';
import { Seal } from '../components/seal.tsx';
import { Figure } from '../explain/figure.tsx';
import { modelPoints } from '../explain/models.ts';
import { flowDelivered, powerOf } from '../explain/supply.ts';
import { count, wholePoints } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { boardRows } from './board.ts';
import { picked } from './layout.ts';
import { routeName } from './route-name.ts';
import { useSession } from './session.ts';

const MOST_FLOWS = 3;

export function PickedCard() {
  const session = useSession();
  const world = ruleset.value;
  const state = session.state.value;
  const id = picked.value;
  if (world === null || state === null || id === null) return null;
  const actor = world.actors[id];
  const site = world.sites[actor?.home ?? id];
  if (site === undefined) return null;
  const model = actor === undefined ? undefined : boardRows(state).find((row) => row.actor === id)?.model;
  const own = session.seat.value === null ? undefined : state.actors[session.seat.value]?.own;
  const power = own?.powerMw[site.id];
  const flows = Object.entries(state.flows).filter(
    ([route, flow]) => flow.wanted > 0 && [world.routes[route]?.from, world.routes[route]?.to].includes(site.id),
  );
  return (
    <section class="picked-card" aria-live="polite" aria-label={t('ui.picked')} data-over-map>
      <header>
        {actor !== undefined && <Seal id={id} size={26} named />}
        <strong>{actor === undefined ? name(site.id, 'site') : name(id, 'actor')}</strong>
        <button type="button" class="icon-button small" aria-label={t('ui.close')} onClick={() => (picked.value = null)}>
          <Icon name="x" size={16} />
        </button>
      </header>
      <p class="quiet">
        {t(`ui.site.${site.kind}`)} · {site.bloc === null ? t('ui.unaligned') : t('ui.bloc', { bloc: site.bloc })}
      </p>
      {model !== undefined && (
        <p>
          {model.name}{' '}
          <Figure
            of={t('ui.explain.model', { name: model.name, actor: model.by })}
            explain={() => modelPoints({ ruleset: world, state }, model)}
          >
            <b>{wholePoints(model.capabilityMilli)}</b>
          </Figure>
        </p>
      )}
      {power !== undefined && own !== undefined && (
        <p>
          <Figure of={t('ui.explain.power')} explain={() => powerOf(own)}>
            {t('ui.picked.power', { mw: power })}
          </Figure>
        </p>
      )}
      {flows.slice(0, MOST_FLOWS).map(([route, flow]) => (
        <p key={route}>
          {routeName(route)}:{' '}
          <Figure of={routeName(route)} explain={() => flowDelivered({ ruleset: world, state }, route)}>
            {t('ui.picked.flow', { delivered: count(flow.delivered), wanted: count(flow.wanted) })}
          </Figure>
        </p>
      ))}
    </section>
  );
}
