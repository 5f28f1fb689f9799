/** Figures of a finished match that experiments compare, named for blocs by their place: none is named in code. */
import { bestModel, blocIds, labsOf, makersOf } from '../rules/know.ts';
import type { SystemId } from '../ruleset/catalogue.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { sortedEntries, sortedKeys, sortedValues } from '../util/ids.ts';
import type { MatchRecord } from './simulate.ts';

export type Figure = (record: MatchRecord) => number;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Effective compute of a bloc at the end, thousands of H100. */
export const blocComputeK =
  (bloc: string): Figure =>
  (record) =>
    (record.state.blocs[bloc]?.shared.computeMilliH100e ?? 0) / 1e6;
/** Mean of log2 of recipe and work per chip over the last turns, best lab of the bloc. */
export const efficiency =
  (bloc: string): Figure =>
  (record) =>
    mean(record.state.debrief.slice(-3).map((row) => (row.blocs[bloc]?.efficiencyMilli ?? 0) / 1000));
/** Share of domestic accelerators in deliveries, mean of the last turns, per cent. */
export const domesticCardsPercentLately =
  (bloc: string): Figure =>
  (record) =>
    mean(record.state.debrief.slice(-3).map((row) => (row.blocs[bloc]?.domesticCardsPermille ?? 0) / 10));

/** For each system, the outcome that must change when it is switched off. */
export function outcomeOfSystem(ruleset: Ruleset, target: string): Readonly<Record<SystemId, Figure>> {
  const ground = (record: MatchRecord): { ruleset: Ruleset; state: MatchRecord['state'] } => ({ ruleset, state: record.state });
  return {
    'chip-supply': (record) =>
      makersOf(ground(record)).reduce((sum, maker) => sum + (record.state.actors[maker]?.own.madeByTurn.slice(-1)[0] ?? 0), 0) /
      1000,
    sanctions: blocComputeK(target),
    compute: (record) =>
      labsOf(ground(record), target).reduce((sum, lab) => sum + (record.state.actors[lab]?.own.trainMilliH100e ?? 0), 0) / 1e6,
    research: (record) => Math.max(...blocIds(ground(record)).map((bloc) => efficiency(bloc)(record))),
    models: (record) => (bestModel(ground(record), {})?.capabilityMilli ?? 0) / 1000,
    'open-source': (record) =>
      mean(
        sortedValues(record.state.market).map(
          (market) => sortedValues(market.openUse).reduce((sum, share) => sum + share, 0) / 10,
        ),
      ),
    pressure: efficiency(target),
    market: (record) =>
      labsOf(ground(record)).reduce((sum, lab) => sum + (record.state.actors[lab]?.own.revenueKusd ?? 0), 0) / 1000,
    diplomacy: (record) =>
      mean(sortedValues(record.state.alignment).flatMap((byBloc) => sortedEntries(byBloc).map(([, value]) => value))),
    'hidden-information': (record) =>
      sortedValues(record.state.actors).reduce((sum, actor) => sum + sortedKeys(actor.own.intel).length, 0),
    scoring: (record) => Math.max(...sortedValues(record.scores)),
    escalation: (record) => record.state.escalation,
  };
}

/** The bloc whose best model is behind at the start of a match: the one that controls are aimed at. */
export function controlledBloc(record: MatchRecord, ruleset: Ruleset): string {
  const row = record.state.history[0];
  const ids = blocIds({ ruleset, state: record.state });
  return [...ids].sort((a, b) => (row?.blocs[a]?.bestMilli ?? 0) - (row?.blocs[b]?.bestMilli ?? 0) || (a < b ? -1 : 1))[0] ?? '';
}
