/** The world in tables, read from the same model as the map: every seal is a row, every flow, every law at the jaws. */

import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { Site } from '#shared/ruleset/schema/world.ts';
import type { KnownState } from '#shared/state/schema.ts';
import type { MapArc, MapBarrier, MapNode } from '../../map/types.ts';
import { Figure } from '../explain/figure.tsx';
import { gridPower, seizedOn, useIn } from '../explain/published.ts';
import { flowDelivered, flowWanted, gettingThrough } from '../explain/supply.ts';
import { count, percent, quarterOfTurn } from '../text/quantity.ts';
import { listOf, name, t } from '../text.ts';
import { lawDoes } from './law-does.ts';
import { picked } from './layout.ts';
import { routeName } from './route-name.ts';
import { PickCell, WorldTable } from './world-table.tsx';

const NONE = '–';

/** Use of a market by bloc; a node knows the blocs by how they look. */
function useOf(node: MapNode, world: Ruleset): { label: string; permille: number }[] {
  return node.use.map(({ look, permille }) => {
    const bloc = Object.values(world.blocs).find(({ colourDay, shape }) => colourDay === look.colourDay && shape === look.shape);
    return { label: bloc === undefined ? t('ui.unaligned') : name(bloc.id, 'bloc'), permille };
  });
}

function stateText(node: MapNode): string {
  const words = [
    ...(node.you ? [t('ui.list.state.you')] : []),
    ...(node.drafted ? [t('ui.list.state.drafted')] : []),
    ...(node.state === 'default' ? [] : [t(`ui.list.state.${node.state}`)]),
  ];
  return words.length === 0 ? NONE : listOf(words);
}

export function Sites({ nodes, world }: { nodes: readonly MapNode[]; world: Ruleset }) {
  return (
    <WorldTable caption="ui.list.sites" columns={['site', 'kind', 'bloc', 'where', 'state', 'own-power', 'use']}>
      {nodes.map((node) => {
        const site = world.sites[node.site];
        const bloc = (node.actor === null ? null : world.actors[node.actor]?.bloc) ?? site?.bloc ?? null;
        return (
          <tr key={node.id} data-node={node.id} class={picked.value === node.id ? 'picked' : ''}>
            <PickCell id={node.id}>{node.actor === null ? name(node.site, 'site') : name(node.actor, 'actor')}</PickCell>
            <td>{t(`ui.site.${node.kind}`)}</td>
            <td>{bloc === null ? t('ui.unaligned') : name(bloc, 'bloc')}</td>
            <td>{name(node.site, 'site')}</td>
            <td>{stateText(node)}</td>
            <td class="figures">
              {node.power === null || site?.power === undefined ? NONE : <Power node={node} power={site.power} />}
            </td>
            <td class="figures">
              {node.use.length === 0 ? (
                NONE
              ) : (
                <Figure of={t('ui.explain.use-of', { site: node.site })} explain={() => useIn(node, useOf(node, world))}>
                  {listOf(useOf(node, world).map(({ label, permille }) => `${label} ${percent(permille)}`))}
                </Figure>
              )}
            </td>
          </tr>
        );
      })}
    </WorldTable>
  );
}

function Power({ node, power }: { node: MapNode; power: NonNullable<Site['power']> }) {
  const { usedMw: used, limitMw: limit } = node.power ?? { usedMw: 0, limitMw: 0 };
  return (
    <Figure of={t('ui.explain.grid', { site: node.site })} explain={() => gridPower(node, power)}>
      {t('ui.list.power-of', { used, limit })}
    </Figure>
  );
}

interface FlowsProps {
  readonly arcs: readonly MapArc[];
  readonly barriers: readonly MapBarrier[];
  readonly world: Ruleset;
  readonly state: KnownState;
}

/** What was wanted and what came; nothing where nobody asked. */
function Amounts({ arc, world, state }: { arc: MapArc; world: Ruleset; state: KnownState }) {
  if (arc.wanted === 0) return <td colSpan={2}>{NONE}</td>;
  const ground = { ruleset: world, state };
  return (
    <>
      <td>
        <Figure of={t('ui.list.wanted')} explain={() => flowWanted(ground, arc.id)}>
          {count(arc.wanted)}
        </Figure>
      </td>
      <td>
        <Figure of={t('ui.list.delivered')} explain={() => flowDelivered(ground, arc.id)}>
          {count(arc.delivered)}
        </Figure>
      </td>
    </>
  );
}

export function Flows({ arcs, barriers, world, state }: FlowsProps) {
  return (
    <WorldTable caption="ui.list.flows" columns={['flow', 'goods', 'wanted', 'delivered', 'through', 'control', 'seized']}>
      {arcs.map((arc) => {
        const barrier = barriers.find(({ id }) => id === arc.id);
        return (
          <tr key={arc.id} data-route={arc.id} class={picked.value === arc.to ? 'picked' : ''}>
            <PickCell id={arc.to}>{routeName(arc.id)}</PickCell>
            <td>{t(`ui.flow.${arc.kind}`)}</td>
            <Amounts arc={arc} world={world} state={state} />
            <td class="figures">{barrier === undefined ? NONE : <Through barrier={barrier} route={arc.id} />}</td>
            <td>
              {barrier === undefined
                ? NONE
                : listOf(barrier.laws.map((law) => `${t(law.name)} (${t(`ui.list.barrier.${law.state}`)})`))}
            </td>
            <td class="figures">
              {arc.seized === 0 ? (
                NONE
              ) : (
                <Figure of={t('ui.explain.seized', { route: routeName(arc.id) })} explain={() => seizedOn(arc.id, arc.seized)}>
                  {count(arc.seized)}
                </Figure>
              )}
            </td>
          </tr>
        );
      })}
    </WorldTable>
  );
}

function Through({ barrier, route }: { barrier: MapBarrier; route: string }) {
  return (
    <Figure of={t('ui.list.through')} explain={() => gettingThrough(barrier, route)}>
      {percent(barrier.sharePermille)}
    </Figure>
  );
}

export function Laws({ state, announced }: { state: KnownState; announced: boolean }) {
  const laws = Object.values(state.laws).filter((law) => law.forceTurn > state.turn === announced);
  return (
    <WorldTable
      caption={announced ? 'ui.list.announced' : 'ui.list.controls'}
      columns={['law', 'by', 'against', 'what', 'from']}
      empty="ui.policy.none"
    >
      {laws.map((law) => (
        <tr key={law.id} data-law={law.id}>
          <th scope="row">{name(law.law, 'law')}</th>
          <td>{name(law.by, 'actor')}</td>
          <td>{name(law.target, 'bloc')}</td>
          <td class="words">{lawDoes(law)}</td>
          <td class="figures date">{quarterOfTurn(law.forceTurn)}</td>
        </tr>
      ))}
    </WorldTable>
  );
}
