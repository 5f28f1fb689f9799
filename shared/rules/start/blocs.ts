/** The blocs, lines and allies of a scenario as they stand at its start, and the first prices of chips. */
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { Scenario } from '../../ruleset/schema/scenario.ts';
import type { MatchState } from '../../state/schema.ts';
import { sortedEntries, sortedKeys } from '../../util/ids.ts';
import { productLine } from '../know.ts';
import { shareTech } from '../stats.ts';

export function placeBlocs(ruleset: Ruleset, scenario: Scenario, state: MatchState): void {
  for (const [id, start] of sortedEntries(scenario.blocs)) {
    state.blocs[id] = {
      open: { pressure: start.pressure, pressureBefore: start.pressure, deniedPermille: start.pressure * 10, commonsGauge: 0 },
      shared: {
        backgroundKusd: start.backgroundKusd,
        spentAheadKusd: 0,
        chips: { ...start.chips },
        techs: {},
        computeMilliH100e: 0,
        domesticMilliH100e: 0,
        wantedMilliH100e: 0,
        gotMilliH100e: 0,
        domesticCardsPermille: 0,
        efficiencyMilli: 0,
      },
    };
  }
  for (const [id, actor] of sortedEntries(state.actors))
    for (const tech of sortedKeys(actor.own.techs)) shareTech({ ruleset, state }, id, tech);
  for (const [id, start] of sortedEntries(scenario.lines)) {
    const line = ruleset.lines[id];
    if (line !== undefined)
      state.lines[id] = { bloc: line.bloc, units: start.units, yieldPermille: start.yieldPermille, cumulative: start.cumulative };
  }
  for (const [ally, byBloc] of sortedEntries(scenario.alignment)) state.alignment[ally] = { ...byBloc };
  for (const maker of sortedKeys(state.actors)) {
    const prices = state.actors[maker]?.open.pricesKusd;
    if (prices === undefined) continue;
    for (const chip of productLine({ ruleset, state }, maker)) prices[chip.id] = chip.priceKusd;
  }
}
