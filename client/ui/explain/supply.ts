/** Explanations of supply: flows and what cut them, prices, power, chips held and on the way, lines. */
import { freightShare } from '#shared/rules/demand.ts';
import { blocOf, chipSpec } from '#shared/rules/know.ts';
import type { Entry } from '#shared/state/ledger.ts';
import type { OwnActor } from '#shared/state/schema.ts';
import type { MapBarrier } from '../../map/types.ts';
import { routeName } from '../match/route-name.ts';
import { count, money, number, percent } from '../text/quantity.ts';
import { listOf, name, t } from '../text.ts';
import type { ExplainedPart, Explanation } from './explanation.ts';
import { fromLedger } from './from-ledger.ts';
import type { World } from './scores.ts';

/** What was wanted, less what did not come; the laws that cut it are named, and what is nobody's law is a shortage. */
export function flowDelivered({ state }: World, route: string): Explanation {
  const flow = state.flows[route];
  const wanted = flow?.wanted ?? 0;
  const delivered = flow?.delivered ?? 0;
  const laws = (flow?.laws ?? []).map((id) => {
    const law = state.laws[id];
    return law === undefined ? t('ui.explain.flow.lifted') : t('ui.why.by', { what: name(law.law, 'law'), by: law.by });
  });
  const denied: ExplainedPart[] =
    delivered >= wanted
      ? []
      : [{ label: laws.length > 0 ? laws.join(', ') : t('ui.explain.flow.short'), amount: delivered - wanted }];
  return {
    title: routeName(route),
    value: count(delivered),
    total: delivered,
    format: count,
    parts: [{ label: t('ui.list.wanted'), amount: wanted }, ...denied],
    rule: t('ui.explain.flow.rule'),
  };
}

export function flowWanted({ state }: World, route: string): Explanation {
  const wanted = state.flows[route]?.wanted ?? 0;
  return {
    title: routeName(route),
    value: count(wanted),
    total: null,
    format: count,
    parts: [{ label: t('ui.why.undisclosed'), amount: null, text: '' }],
    rule: t('ui.explain.wanted.rule'),
  };
}

/** Price asked by a maker against the list price, and freight on top for the reader's bloc. */
export function chipPrice(world: World, chipId: string, priceKusd: number, seat: string | null): Explanation {
  const chip = chipSpec(world, chipId);
  const list = chip?.priceKusd ?? priceKusd;
  const freight = chip === null || seat === null ? 0 : freightShare(world, chip, blocOf(world, seat));
  return {
    title: t('ui.explain.price', { chip: chipId }),
    value: money(priceKusd),
    total: priceKusd,
    format: money,
    parts: [
      { label: t('rule.price.list'), amount: list },
      ...(priceKusd === list
        ? []
        : [{ label: t('ui.explain.price.asked', { maker: chip?.maker ?? '' }), amount: priceKusd - list }]),
    ],
    rule: t('ui.explain.price.rule', { freightPermille: Math.round(freight * 1000) }),
  };
}

export function powerOf(own: OwnActor): Explanation {
  const has = Object.values(own.powerMw).reduce((sum, mw) => sum + mw, 0);
  return {
    title: t('ui.explain.power'),
    value: t('ui.mw', { mw: has }),
    total: has,
    format: (mw) => t('ui.mw', { mw }),
    parts: Object.entries(own.powerMw)
      .filter(([, mw]) => mw > 0)
      .map(([site, mw]) => ({ label: name(site, 'site'), amount: mw })),
    rule: t('ui.explain.power.rule', { needed: own.powerNeededMw }),
  };
}

export function chipsHeld(
  world: World,
  entries: readonly Entry[],
  seat: string,
  chip: string,
  units: number,
  where: 'chips' | 'inventory',
): Explanation {
  return fromLedger(
    {
      entries,
      state: world.state,
      topic: 'chips',
      item: chip,
      account: where === 'chips' ? `actor:${seat}` : `actor:${seat}/${where}`,
      now: units,
    },
    { title: name(chip, 'chip'), rule: t(`ui.explain.chips.${where}`), format: count },
  );
}

export function onTheWay(title: string, value: string, dueTurn: number): Explanation {
  return { title, value, total: null, format: number, parts: [], rule: t('ui.explain.arriving.rule', { dueTurn }) };
}

export function lineUnits(world: World, entries: readonly Entry[], line: string, units: number): Explanation {
  return fromLedger(
    { entries, state: world.state, topic: 'line', subject: line, now: units },
    { title: name(line, 'line'), rule: t('ui.explain.line.rule'), format: count },
  );
}

export function lineYield(world: World, entries: readonly Entry[], line: string, permille: number): Explanation {
  return fromLedger(
    { entries, state: world.state, topic: 'yield', subject: line, now: permille },
    { title: t('ui.explain.yield', { line }), rule: t('ui.explain.yield.rule'), format: percent },
  );
}

/** All that is wanted, less what the laws on the way keep back. */
export function gettingThrough(barrier: MapBarrier, route: string): Explanation {
  return {
    title: t('ui.explain.through', { route: routeName(route) }),
    value: percent(barrier.sharePermille),
    total: barrier.sharePermille,
    format: percent,
    parts: [
      { label: t('ui.explain.through.all'), amount: 1000 },
      { label: listOf(barrier.laws.map((law) => t(law.name))), amount: barrier.sharePermille - 1000 },
    ],
    rule: t('ui.explain.through.rule'),
  };
}
