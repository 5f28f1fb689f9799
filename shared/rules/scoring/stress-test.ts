/**
 * The stress test behind Resilience: the supply phases are played ahead for some turns with every lever of the rivals
 * shut, and without; the share of the bloc's effective compute that is left is the result. The real rules, no formula.
 */
import { CONTROL_LEVERS, RETALIATION_LEVERS } from '../../ruleset/catalogue.ts';
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import type { LawState, MatchState } from '../../state/schema.ts';
import { cloneJson } from '../../util/clone.ts';
import { clamp } from '../../util/exact-math.ts';
import { contentKeys } from '../../util/ids.ts';
import { backgroundCompute, computeOf } from '../compute.ts';
import { blocIds, governmentsOf, membersOf, parameterOf, rivalBlocs } from '../know.ts';
import { fabsPhase } from '../phases/fabs.ts';
import { installPhase } from '../phases/install.ts';
import { tradePhase } from '../phases/trade.ts';
import { startTurn, type Turn } from '../turn.ts';

/** Share of each bloc's effective compute that survives its rivals' worst, 0 to 1, by bloc. */
export function stressTests(turn: Turn): Record<string, number> {
  const calm = playAhead(turn, {});
  const shares: Record<string, number> = {};
  for (const bloc of blocIds(turn)) {
    const before = blocCompute(turn.ruleset, calm, bloc, false);
    const after = blocCompute(turn.ruleset, playAhead(turn, worstLaws(turn, bloc)), bloc, true);
    shares[bloc] = before <= 0 ? 0 : clamp(after / before, 0, 1);
  }
  return shares;
}

/** The supply phases of the next turns, with laws added. */
function playAhead(turn: Turn, laws: Record<string, LawState>): MatchState {
  // History and market play no part in supply: they are left out of the copy.
  const state = cloneJson<MatchState>({ ...turn.state, history: [], debrief: [], market: {}, models: {}, flows: {} });
  state.laws = { ...state.laws, ...laws };
  for (let n = 0; n < parameterOf(turn, 'stress-turns'); n += 1) {
    state.turn += 1;
    const ahead = startTurn(turn.ruleset, state, [], [], true);
    ahead.phase = 'fabs';
    fabsPhase(ahead);
    ahead.phase = 'trade';
    tradePhase(ahead);
    ahead.phase = 'install';
    installPhase(ahead);
  }
  return state;
}

/** Effective compute of a bloc. Cut off, foreign chips lose some work for want of service, smuggled ones more, and nothing is rented. */
function blocCompute(ruleset: Ruleset, state: MatchState, bloc: string, cut: boolean): number {
  const ground = { ruleset, state };
  const kept = cut ? parameterOf(ground, 'stress-foreign-kept') : 1;
  let milli = worn(backgroundCompute(ground, bloc), kept);
  for (const id of membersOf(ground, bloc)) {
    const own = state.actors[id]?.own;
    if (own === undefined) continue;
    const sum = computeOf(ground, id, own, { greyWorks: cut ? 0.5 : 1 });
    milli += worn({ milli: sum.trainMilli, domesticMilli: sum.domesticMilli }, kept) + (cut ? 0 : own.rentedMilliH100e);
  }
  return milli;
}

const worn = (sum: { milli: number; domesticMilli: number }, kept: number): number =>
  sum.domesticMilli + (sum.milli - sum.domesticMilli) * kept;

/** Every law that rivals of the bloc could make, at its hardest setting, in force from the start. */
function worstLaws(turn: Turn, bloc: string): Record<string, LawState> {
  const laws: Record<string, LawState> = {};
  for (const rival of rivalBlocs(turn, bloc)) {
    const by = governmentsOf(turn, rival)[0];
    if (by === undefined) continue;
    for (const id of contentKeys(turn.ruleset.laws)) {
      const law = turn.ruleset.laws[id];
      if (law === undefined || (law.blocs.length > 0 && !law.blocs.includes(rival))) continue;
      if (!CONTROL_LEVERS.includes(law.lever) && !RETALIATION_LEVERS.includes(law.lever)) continue;
      const setting = law.settings[law.settings.length - 1];
      if (
        setting === undefined ||
        law.lever === 'entity' ||
        law.lever === 'talent' ||
        law.lever === 'antitrust' ||
        law.lever === 'models'
      )
        continue;
      const key = `stress/${rival}/${id}`;
      laws[key] = {
        id: key,
        law: id,
        lever: law.lever,
        by,
        bloc: rival,
        target: bloc,
        chip: null,
        setting:
          law.lever === 'chip-threshold'
            ? { key: 'all', tppMax: 1 }
            : { ...setting, ...(RETALIATION_LEVERS.includes(law.lever) ? {} : { strengthPermille: 1000 }) },
        announcedTurn: 0,
        forceTurn: 0,
        untilTurn: null,
      };
    }
  }
  return laws;
}
