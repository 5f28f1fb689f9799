/** The paradox from the rules: scarcity bites at once, pressure pays in the end, and not without the mechanism behind it. */

import { describe, expect, it } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { blocComputeK, domesticShare, efficiency } from '#shared/experiment/figures.ts';
import { type Arm, above, below, type Effect, pair } from '#shared/experiment/paired.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import { counts, report } from '#tests/counts.ts';

const { ruleset } = await loadBaseRuleset();
const CONTROLLER = 'base:washington-gov';
const TARGET = 'base:beijing';
const LAWS = new Set(['announce', 'license', 'refuse', 'retaliate']);

/** Takes the laws of both sides out of the bots' hands and gives the controller the named ones: only these differ. */
const scripted =
  (laws: (turn: number) => Order[]): NonNullable<Arm['change']> =>
  (turn, seat, orders) => [...(seat === CONTROLLER ? laws(turn) : []), ...orders.filter((order) => !LAWS.has(order.kind))];

const announce = (law: string, setting: string): Order => ({ kind: 'announce', law: `base:${law}`, setting, target: TARGET });
const none = scripted((turn) =>
  turn === 0
    ? [
        { kind: 'stop', what: `law|base:chip-threshold/${CONTROLLER}/${TARGET}/start` },
        { kind: 'stop', what: `law|base:tools/${CONTROLLER}/${TARGET}/start` },
      ]
    : [],
);
const tight = scripted((turn) =>
  turn === 1 ? [announce('chip-threshold', 'bandwidth-1400')] : turn === 5 ? [announce('chip-threshold', 'total')] : [],
);

const line = (name: string, effect: Effect): string =>
  `${name}: ${effect.control.toFixed(3)} -> ${effect.treated.toFixed(3)}, effect ${effect.effect.toFixed(3)} [${effect.low.toFixed(3)}, ${effect.high.toFixed(3)}] over ${effect.games} seeds`;

describe('paired simulation', () => {
  it('scarcity bites: a tighter control lowers the compute of its target within two turns of taking force', () => {
    // Announced in turn 1, in force in turn 3, measured after turn 4; against the same seeds without it.
    const held = scripted(() => []);
    const tighter = scripted((turn) => (turn === 1 ? [announce('chip-threshold', 'total')] : []));
    const effects = pair(
      { ruleset, change: held },
      { ruleset, change: tighter },
      { compute: blocComputeK(TARGET) },
      { scenario: 'base:october-rule', games: counts.seeds, series: 'scarcity', maxTurns: 5 },
    );
    report(line('scarcity bites, compute of the target in thousand H100', effects.compute as Effect));
    expect(below(effects.compute as Effect)).toBe(true);
  });

  it('pressure pays: efficiency and domestic share are higher under controls by the end, and not without pressure', () => {
    const options = { scenario: 'base:long-race', games: counts.seeds, series: 'pressure' };
    const figures = { efficiency: efficiency(TARGET), domestic: domesticShare(TARGET) };
    const on = pair({ ruleset, change: none }, { ruleset, change: tight }, figures, options);
    report(line('pressure pays, efficiency in doublings', on.efficiency as Effect));
    report(line('pressure pays, domestic share in per cent', on.domestic as Effect));
    const without = { ...ruleset, systems: { ...ruleset.systems, pressure: false } };
    const off = pair({ ruleset: without, change: none }, { ruleset: without, change: tight }, figures, options);
    report(line('without pressure, efficiency in doublings', off.efficiency as Effect));
    report(line('without pressure, domestic share in per cent', off.domestic as Effect));
    expect(above(on.efficiency as Effect)).toBe(true);
    expect(above(on.domestic as Effect)).toBe(true);
    expect(above(off.efficiency as Effect)).toBe(false);
  });
});
