/**
 * The stress test behind Resilience: the supply phases are played ahead for some turns with every lever of the rivals
 * shut, and without; the share of the bloc's effective compute that is left is the result. The real rules, no formula.
 */
import { CONTROL_LEVERS, RETALIATION_LEVERS } from '../../ruleset/catalogue.ts';
import type { LawState, MatchState } from '../../state/schema.ts';
import { cloneJson } from '../../util/clone.ts';
import { clamp } from '../../util/exact-math.ts';
import { contentKeys } from '../../util/ids.ts';
import { backgroundCompute, computeOf } from '../compute.ts';
import { blocOf, governmentsOf, parameterOf, rivalBlocs } from '../know.ts';
import { fabsPhase } from '../phases/fabs.ts';
import { installPhase } from '../phases/install.ts';
import { tradePhase } from '../phases/trade.ts';
import { startTurn, type Turn } from '../turn.ts';

/** Share of the bloc's effective compute that survives the rivals' worst, 0 to 1. */
export function stressTest(turn: Turn, bloc: string): number {
  const calm = playAhead(turn, bloc, false);
  if (calm <= 0) return 0;
  return clamp(playAhead(turn, bloc, true) / calm, 0, 1);
}

function playAhead(turn: Turn, bloc: string, cut: boolean): number {
  // History and market play no part in supply: they are left out of the copy.
  const state = cloneJson<MatchState>({ ...turn.state, history: [], debrief: [], market: {}, models: {}, flows: {} });
  if (cut) state.laws = { ...state.laws, ...worstLaws(turn, bloc) };
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
  const ground = { ruleset: turn.ruleset, state };
  // Foreign chips without service and spares lose some of their work; smuggled ones more.
  const kept = cut ? parameterOf(turn, 'stress-foreign-kept') : 1;
  let milli = worn(backgroundCompute(ground, bloc), kept);
  for (const id of turn.seats) {
    if (blocOf(ground, id) !== bloc) continue;
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
