/** Design: a chip cut down to stay under a threshold; ready some turns later, then sold as any other. */
import { z } from 'zod';
import type { Chip } from '../../ruleset/schema/world.ts';
import { clamp, floorInt } from '../../util/exact-math.ts';
import { sortedValues } from '../../util/ids.ts';
import { pay } from '../accounts.ts';
import { byEntry, byOrder, record } from '../entries.ts';
import { blocOf, chipSpec, isMaker, ownOf, parameterOf, productLine } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { statOf } from '../stats.ts';
import { own } from '../turn.ts';
import { countField, idField, named, no } from './reject.ts';

/** A chip of less performance (TOPS times bits) is none for this trade: no law leaves room for it. */
const LEAST_TPP = 100;

const schema = z.strictObject({
  kind: z.literal('design'),
  base: idField,
  tpp: countField(1_000_000),
  memoryGbPerS: countField(100_000),
});
export type DesignOrder = z.infer<typeof schema>;

/** Limits of the laws against the maker's customers, in force or announced: what a design must stay under. */
export function tightestLimit(known: Known): { tpp: number; memoryGbPerS: number } | null {
  let tpp = Number.MAX_SAFE_INTEGER;
  let memory = Number.MAX_SAFE_INTEGER;
  for (const law of sortedValues(known.state.laws)) {
    if (law.lever !== 'chip-threshold' || law.bloc !== blocOf(known, known.seat)) continue;
    tpp = Math.min(tpp, law.setting.tppMax ?? Number.MAX_SAFE_INTEGER);
    memory = Math.min(memory, law.setting.memoryGbPerSMax ?? Number.MAX_SAFE_INTEGER);
  }
  return tpp === Number.MAX_SAFE_INTEGER && memory === Number.MAX_SAFE_INTEGER ? null : { tpp, memoryGbPerS: memory };
}

/** Full chips of the maker that can be cut down. */
const bases = (known: Known): Chip[] => productLine(known, known.seat).filter((chip) => chip.cutDownOf === null);
export const designId = (order: DesignOrder): string => `${order.base}@${order.tpp}`;

/** Specification of the cut-down chip: performance scales with TPP, price less than in proportion. */
export function cutDown(base: Chip, order: DesignOrder): Chip {
  const ratio = order.tpp / base.tpp;
  const memory = Math.min(order.memoryGbPerS, base.memoryGbPerS);
  return {
    ...base,
    id: designId(order),
    tpp: order.tpp,
    memoryGbPerS: memory,
    trainMilliH100e: Math.max(1, floorInt(base.trainMilliH100e * ratio)),
    serveMilliH100e: Math.max(1, floorInt((base.serveMilliH100e * memory) / base.memoryGbPerS)),
    priceKusd: Math.max(1, floorInt(base.priceKusd * (0.3 + 0.7 * (0.6 * ratio + (0.4 * memory) / base.memoryGbPerS)))),
    costKusd: Math.max(1, floorInt(base.costKusd * 0.9)),
    requires: null,
    replaces: null,
    cutDownOf: base.id,
    source: 'design made in play',
  };
}

export const design: OrderKind<DesignOrder> = {
  kind: 'design',
  schema,
  phase: 'fabs',
  fields: [
    { name: 'base', type: 'choice', options: (known) => named(bases(known).map((chip) => chip.id)) },
    {
      name: 'tpp',
      type: 'number',
      unit: 'tpp',
      limits: (known, filled) => {
        const base = chipSpec(known, String(filled.base))?.tpp ?? 2;
        return {
          min: LEAST_TPP,
          max: Math.max(LEAST_TPP, base - 1),
          step: 100,
          suggested: clamp((tightestLimit(known)?.tpp ?? base) - 1, LEAST_TPP, Math.max(LEAST_TPP, base - 1)),
        };
      },
    },
    {
      name: 'memoryGbPerS',
      type: 'number',
      unit: 'gbPerS',
      limits: (known, filled) => {
        const base = chipSpec(known, String(filled.base))?.memoryGbPerS ?? 1000;
        return { min: 100, max: base, step: 100, suggested: Math.min(base, tightestLimit(known)?.memoryGbPerS ?? base) };
      },
    },
  ],
  check: (known, order) => {
    const base = bases(known).find((chip) => chip.id === order.base);
    if (base === undefined) return no('reject.design.base', { chip: order.base }, 'base');
    if (order.tpp >= base.tpp) return no('reject.design.not-less', { tpp: base.tpp }, 'tpp');
    if (chipSpec(known, designId(order)) !== null || ownOf(known).designing.some((work) => work.chip === designId(order)))
      return no('reject.design.exists', {}, 'tpp');
    return null;
  },
  cost: (known) => ({ kusd: parameterOf(known, 'design-kusd'), capital: 0, talent: 0 }),
  summary: (_known, order) => ({ id: 'order.design.summary', params: { base: order.base, tpp: order.tpp } }),
  candidates: (known) => {
    const limit = tightestLimit(known);
    if (!isMaker(known, known.seat) || limit === null || limit.tpp <= LEAST_TPP) return [];
    return bases(known)
      .filter((chip) => chip.tpp >= limit.tpp || chip.memoryGbPerS > limit.memoryGbPerS)
      .map((chip) => ({
        kind: 'design' as const,
        base: chip.id,
        tpp: Math.min(limit.tpp - 1, chip.tpp - 1),
        memoryGbPerS: Math.min(limit.memoryGbPerS, chip.memoryGbPerS),
      }))
      .filter((order) => design.check(known, order) === null);
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const base = chipSpec(turn, order.base);
      if (base === null) continue;
      const turns = Math.max(1, parameterOf(turn, 'design-turns') + statOf(turn, seat, 'design-turns'));
      own(turn, seat).designing.push({ chip: designId(order), dueTurn: turn.state.turn + turns, design: cutDown(base, order) });
      const entry = pay(turn, `actor:${seat}`, 'world:designers', parameterOf(turn, 'design-kusd'), [byOrder(ref, seat)]);
      record(turn, {
        topic: 'design',
        subject: seat,
        unit: 'designs',
        amount: 1,
        item: designId(order),
        causes: [byOrder(ref, seat), ...byEntry(entry)],
        line: { id: 'report.design.started', params: { maker: seat, base: order.base, tpp: order.tpp, turns } },
        audience: [seat],
        weight: 4,
      });
    }
  },
};
