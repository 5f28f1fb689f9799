/** Conditions of events: for each, the subjects (actors, blocs or allies) for whom it holds now, in order. */
import type { ConditionId } from '../../ruleset/catalogue.ts';
import type { EventDef } from '../../ruleset/schema/policy.ts';
import { sortedEntries, sortedKeys } from '../../util/ids.ts';
import { enforcementSteps } from '../grey-market.ts';
import { bestModel, bestModels, blocIds, blocOf, governmentsOf, hasCapital, labsOf, leadMilli, makersOf } from '../know.ts';
import { inForce, lawsAgainst } from '../levers.ts';
import { usePermille } from '../scoring/metrics.ts';
import { own, type Turn } from '../turn.ts';

type Condition = (turn: Turn, value: number) => string[];

function ranked(turn: Turn): { lab: string; milli: number }[] {
  const bestOf = bestModels(turn);
  return labsOf(turn)
    .map((lab) => ({ lab, milli: bestOf.get(lab)?.capabilityMilli ?? 0 }))
    .sort((a, b) => b.milli - a.milli || (a.lab < b.lab ? -1 : 1));
}

const CONDITION: Readonly<Record<ConditionId, Condition>> = {
  'cheap-frontier': (turn, value) => {
    const leader = bestModel(turn, {});
    if (leader === null) return [];
    const bestOf = bestModels(turn);
    return labsOf(turn).filter((lab) => {
      const mine = bestOf.get(lab);
      return (
        mine !== undefined &&
        blocOf(turn, lab) !== blocOf(turn, leader.by) &&
        leader.capabilityMilli - mine.capabilityMilli <= value &&
        mine.costKusd * 10 <= leader.costKusd
      );
    });
  },
  'orders-over-supply': (turn, value) =>
    makersOf(turn).filter((maker) => (turn.scratch.ordersOverSupplyPermille[maker] ?? 0) >= value),
  'enforcement-at-least': (turn, value) =>
    makersOf(turn).filter(
      (maker) =>
        own(turn, maker).offshoreDies > 0 &&
        blocIds(turn).some((bloc) => bloc !== blocOf(turn, maker) && enforcementSteps(turn, bloc) >= value),
    ),
  'tech-under-tools': (turn) =>
    turn.scratch.learned
      .filter(
        ({ actor, tech }) =>
          turn.ruleset.techs[tech]?.sharedInBloc === true && lawsAgainst(turn, blocOf(turn, actor), 'tools').length > 0,
      )
      .flatMap(({ actor }) =>
        blocIds(turn)
          .filter((bloc) => bloc !== blocOf(turn, actor))
          .flatMap((bloc) => governmentsOf(turn, bloc)),
      ),
  'memory-stock-empty': (turn) =>
    makersOf(turn).filter(
      (maker) => own(turn, maker).memoryStacks === 0 && lawsAgainst(turn, blocOf(turn, maker), 'memory').length > 0,
    ),
  'failed-run': (turn) => turn.scratch.failedRuns.map((run) => run.actor),
  'labs-within': (turn, value) => {
    const [first, , third] = ranked(turn);
    return first !== undefined && third !== undefined && first.milli - third.milli <= value ? [first.lab] : [];
  },
  'cash-below-turns': (turn, value) =>
    labsOf(turn).filter(
      (lab) =>
        own(turn, lab).cashKusd < own(turn, lab).spentKusd * value && own(turn, lab).revenueKusd < own(turn, lab).spentKusd,
    ),
  'law-cost-sales': (turn, value) =>
    makersOf(turn).filter((maker) => {
      const lost = turn.scratch.lostSalesKusd[maker] ?? 0;
      const sales = own(turn, maker).salesByTurnKusd.slice(-1)[0] ?? 0;
      return lost > 0 && lost * 1000 >= value * (sales + lost);
    }),
  'minerals-stopped': (turn, value) =>
    sortedEntries(turn.state.laws)
      .filter(([, law]) => law.lever === 'minerals' && inForce(turn.state, law) && turn.state.turn - law.forceTurn >= value)
      .map(([, law]) => law.target),
  'grid-full': (turn, value) =>
    labsOf(turn).filter((lab) => {
      let have = 0;
      for (const [, mw] of sortedEntries(own(turn, lab).powerMw)) have += mw;
      return have > 0 && own(turn, lab).powerNeededMw * 1000 >= have * value;
    }),
  'ally-sales-lost': (turn, value) =>
    sortedKeys(turn.ruleset.allies).filter((ally) => {
      const levers = turn.ruleset.allies[ally]?.levers ?? [];
      return sortedEntries(turn.state.laws).some(
        ([, law]) =>
          (levers as readonly string[]).includes(law.lever) &&
          inForce(turn.state, law) &&
          (turn.state.alignment[ally]?.[law.bloc] ?? 100) < value,
      );
    }),
  'distilled-twice': (turn, value) => labsOf(turn).filter((lab) => (own(turn, lab).counters['found-distilling'] ?? 0) >= value),
  'licence-while-close': (turn, value) =>
    sortedEntries(turn.state.laws)
      .filter(([, law]) => law.lever === 'licence' && inForce(turn.state, law) && leadMilli(turn, law.bloc) < value)
      .map(([, law]) => law.by),
  'quota-costs': (turn, value) =>
    blocIds(turn)
      .filter((bloc) => labsOf(turn, bloc).filter((lab) => (turn.scratch.quotaCostPermille[lab] ?? 0) >= value).length >= 2)
      .flatMap((bloc) => governmentsOf(turn, bloc)),
  'open-share-south': (turn, value) =>
    labsOf(turn).filter((lab) =>
      sortedKeys(turn.state.market).some(
        (region) => turn.ruleset.regions[region]?.bloc === null && usePermille(turn, lab, 'openUse', region) >= value,
      ),
    ),
  'lead-over': (turn, value) => blocIds(turn).filter((bloc) => leadMilli(turn, bloc) >= value),
  'small-lab-top': (turn) =>
    ranked(turn)
      .slice(0, 5)
      .map(({ lab }) => lab)
      .filter((lab) => own(turn, lab).trainMilliH100e < 20_000_000 && own(turn, lab).incomeKusdPerTurn < 100_000),
  'subsidy-wasted': (turn, value) =>
    turn.seats.filter((id) => {
      if (!hasCapital(turn, id)) return false;
      const lines = sortedEntries(turn.state.lines).filter(
        ([line, state]) => state.bloc === blocOf(turn, id) && turn.ruleset.lines[line]?.input === 'logic',
      );
      return (
        (turn.state.actors[id]?.open.subsidiesKusd.wafers ?? 0) >= value * 1000 &&
        lines.some(([, state]) => state.yieldPermille < 300)
      );
    }),
  'truce-ends': (turn) =>
    turn.state.truces.filter((truce) => truce.untilTurn === turn.state.turn + 1).flatMap((truce) => truce.blocs.slice(0, 1)),
  'escalation-at-least': (turn, value) => (turn.state.escalation >= value ? blocIds(turn).slice(0, 1) : []),
};

export const subjectsOf = (turn: Turn, event: EventDef): string[] => CONDITION[event.condition](turn, event.value);
