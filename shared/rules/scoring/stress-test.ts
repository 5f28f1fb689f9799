/**
 * The stress test behind Resilience: the supply phases are played ahead for some turns with every lever of the rivals
 * shut, as things stand, and with none of their laws; the share of the bloc's effective compute that is left of a mean of
 * the latter two is the result. A bloc that has been cut off already is not wholly the safer for it. The real rules, no
 * formula.
 */
import { CONTROL_LEVERS, RETALIATION_LEVERS } from '../../ruleset/catalogue.ts';
import type { LawState } from '../../state/schema.ts';
import { clamp } from '../../util/exact-math.ts';
import { contentKeys, sortedEntries } from '../../util/ids.ts';
import { backgroundCompute, computeOf } from '../compute.ts';
import { blocIds, governmentsOf, membersOf, parameterOf, rivalBlocs } from '../know.ts';
import { fabsPhase } from '../phases/fabs.ts';
import { installStocks } from '../phases/install.ts';
import { tradePhase } from '../phases/trade.ts';
import { lentCompute, rentedBy } from '../rentals.ts';
import { own, startTurn, type Turn } from '../turn.ts';
import { supplyCopy } from './supply-copy.ts';

/** Share of each bloc's effective compute that survives its rivals' worst, 0 to 1, by bloc. */
export function stressTests(turn: Turn): Record<string, number> {
  const calm = playAhead(turn, turn.state.laws);
  const refusals = ownRefusals(turn.state.laws);
  const bound = Object.keys(refusals).length < Object.keys(turn.state.laws).length;
  const free = bound ? playAhead(turn, refusals) : calm;
  const weight = parameterOf(turn, 'stress-without-laws');
  const shares: Record<string, number> = {};
  for (const bloc of blocIds(turn)) {
    const before = (1 - weight) * blocCompute(calm, bloc, false) + weight * blocCompute(free, bloc, false);
    const shut = { ...turn.state.laws, ...worstLaws(turn, bloc) };
    const after = blocCompute(playAhead(turn, shut), bloc, true);
    shares[bloc] = before <= 0 ? 0 : clamp(after / before, 0, 1);
  }
  return shares;
}

/** Laws that a bloc makes for itself: what it refuses is its own choice. */
const ownRefusals = (laws: Readonly<Record<string, LawState>>): Record<string, LawState> =>
  Object.fromEntries(sortedEntries(laws).filter(([, law]) => law.lever === 'refusal'));

/** The supply phases of the next turns, under these laws. Only stocks are moved: what they do is measured at the end. */
function playAhead(turn: Turn, laws: Record<string, LawState>): Turn {
  const state = supplyCopy(turn.state, laws);
  let ahead = turn;
  for (let n = 0; n < parameterOf(turn, 'stress-turns'); n += 1) {
    state.turn += 1;
    ahead = startTurn(turn.ruleset, state, [], [], true);
    ahead.phase = 'fabs';
    fabsPhase(ahead);
    ahead.phase = 'trade';
    tradePhase(ahead);
    ahead.phase = 'install';
    installStocks(ahead);
  }
  return ahead;
}

/** Effective compute of a bloc. Cut off, foreign chips lose some work for want of service, smuggled ones more, and nothing is rented. */
function blocCompute(ahead: Turn, bloc: string, cut: boolean): number {
  const kept = cut ? parameterOf(ahead, 'stress-foreign-kept') : 1;
  let milli = worn(backgroundCompute(ahead, bloc), kept);
  const lent = lentCompute(ahead);
  for (const id of membersOf(ahead, bloc)) {
    const sum = computeOf(ahead, id, own(ahead, id), { greyWorks: cut ? 0.5 : 1 });
    milli += worn({ milli: sum.trainMilli, domesticMilli: sum.domesticMilli }, kept) + (cut ? 0 : rentedBy(ahead, id, lent));
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
