/** Build: data centres and power at a site, ready some turns later. */
import { z } from 'zod';
import { clamp } from '../../util/exact-math.ts';
import { contentKeys } from '../../util/ids.ts';
import { pay } from '../accounts.ts';
import { byEntry, byOrder, record } from '../entries.ts';
import { blocOf, chipSpec, hasCapital, ownOf } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { buildCostKusdPerMw } from '../phases/money.ts';
import { blocStat, statOf } from '../stats.ts';
import { own } from '../turn.ts';
import { countField, idField, named, no } from './reject.ts';

const schema = z.strictObject({ kind: z.literal('build'), site: idField, mw: countField(20_000) });
export type BuildOrder = z.infer<typeof schema>;

/** Data-centre sites where the seat may build: those of its own bloc and those that are not aligned. */
export function buildableSites(known: Known): string[] {
  const bloc = blocOf(known, known.seat);
  return contentKeys(known.ruleset.sites).filter((id) => {
    const site = known.ruleset.sites[id];
    return site?.power !== undefined && (site.bloc === bloc || site.bloc === null);
  });
}

/** Megawatts that may still be added at a site by the seat. */
export function roomMw(known: Known, siteId: string): number {
  const power = known.ruleset.sites[siteId]?.power;
  if (power === undefined) return 0;
  const own = ownOf(known);
  let used = own.powerMw[siteId] ?? 0;
  for (const work of own.builds) if (work.site === siteId) used += work.mw;
  const limit =
    power.limitMw + power.growthMwPerTurn * known.state.turn + blocStat(known, blocOf(known, known.seat), 'power-limit');
  return Math.max(0, limit - used);
}

const costKusd = (known: Known, order: BuildOrder): number =>
  order.mw * buildCostKusdPerMw(known, known.seat, known.ruleset.sites[order.site]?.power?.costKusdPerMw ?? 1);

export const build: OrderKind<BuildOrder> = {
  kind: 'build',
  schema,
  phase: 'money',
  fields: [
    { name: 'site', type: 'choice', options: (known) => named(buildableSites(known)) },
    {
      name: 'mw',
      type: 'number',
      unit: 'mw',
      limits: (known, filled) => ({
        min: 1,
        max: Math.max(1, roomMw(known, String(filled.site))),
        step: 10,
        suggested: clamp(Math.ceil(ownOf(known).powerNeededMw / 4), 10, Math.max(10, roomMw(known, String(filled.site)))),
      }),
    },
  ],
  check: (known, order) => {
    if (!buildableSites(known).includes(order.site)) return no('reject.build.site', { site: order.site }, 'site');
    const room = roomMw(known, order.site);
    return order.mw > room ? no('reject.build.limit', { site: order.site, room }, 'mw') : null;
  },
  cost: (known, order) => ({ kusd: costKusd(known, order), capital: 0, talent: 0 }),
  summary: (_known, order) => ({ id: 'order.build.summary', params: { mw: order.mw, site: order.site } }),
  candidates: (known) => {
    if (hasCapital(known, known.seat)) return [];
    const own = ownOf(known);
    let have = 0;
    for (const site of Object.keys(own.powerMw).sort()) have += own.powerMw[site] ?? 0;
    for (const work of own.builds) have += work.mw;
    let coming = own.powerNeededMw;
    for (const shipment of own.arriving) coming += (shipment.units * (chipSpec(known, shipment.chip)?.watts ?? 0)) / 1_000_000;
    // Room for as much again as half of what is needed, since a hall takes turns to build and chips come every turn.
    const want = Math.max(10, Math.ceil(coming * 0.4), Math.ceil(coming * 1.5 - have));
    return coming * 1.3 < have
      ? []
      : buildableSites(known)
          .filter((site) => roomMw(known, site) >= 10)
          .map((site) => ({ kind: 'build' as const, site, mw: Math.min(want, roomMw(known, site)) }));
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const power = turn.ruleset.sites[order.site]?.power;
      if (power === undefined) continue;
      const turns = Math.max(1, power.buildTurns + statOf(turn, seat, 'build-turns'));
      own(turn, seat).builds.push({ site: order.site, mw: order.mw, dueTurn: turn.state.turn + turns });
      const kusd = order.mw * buildCostKusdPerMw(turn, seat, power.costKusdPerMw);
      const entry = pay(turn, `actor:${seat}`, 'world:builders', kusd, [byOrder(ref, seat)]);
      record(turn, {
        topic: 'build',
        subject: seat,
        unit: 'mw',
        amount: order.mw,
        causes: [byOrder(ref, seat), ...byEntry(entry)],
        line: { id: 'report.build.started', params: { actor: seat, mw: order.mw, site: order.site, turns } },
        places: [order.site],
        weight: 3,
      });
    }
  },
};
