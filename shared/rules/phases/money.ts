/** Phase 4, money: incomes and salaries, raises, hiring and building. */
import { floorInt } from '../../util/exact-math.ts';
import { pay } from '../accounts.ts';
import { carryOut } from '../carry.ts';
import { record } from '../entries.ts';
import { blocOf, type Ground, hasCapital, parameterOf } from '../know.ts';
import { fundOf } from '../line-growth.ts';
import { blocStat } from '../stats.ts';
import { actor, own, type Turn } from '../turn.ts';

export function moneyPhase(turn: Turn): void {
  for (const id of turn.seats) {
    const owner = own(turn, id);
    owner.revenueKusd = 0;
    owner.abroadRevenueKusd = 0;
    owner.spentKusd = 0;
    pay(turn, 'world:owners', `actor:${id}`, owner.incomeKusdPerTurn, [{ kind: 'rule', id: 'rule.income' }]);
    const start = turn.ruleset.scenarios[turn.state.scenario]?.actors[id];
    owner.incomeKusdPerTurn = floorInt(owner.incomeKusdPerTurn * (1 + (start?.incomeGrowthPermille ?? 0) / 1000));
    owner.talent += owner.talentArriving;
    owner.talentArriving = 0;
    if (!hasCapital(turn, id)) paySalaries(turn, id);
  }
  turn.state.freeTalent += floorInt(parameterOf(turn, 'new-talent-per-turn'));
  stateHelp(turn);
  carryOut(turn, 'raise');
  carryOut(turn, 'hire');
  carryOut(turn, 'build');
}

function paySalaries(turn: Turn, id: string): void {
  const owner = own(turn, id);
  pay(turn, `actor:${id}`, 'world:staff', floorInt(owner.talent * parameterOf(turn, 'salary-kusd-per-turn')), [
    { kind: 'rule', id: 'rule.salaries' },
  ]);
  if (owner.cashKusd >= 0) return;
  const leaving = Math.max(1, floorInt(owner.talent * parameterOf(turn, 'unpaid-leave-share')));
  if (owner.talent <= leaving) return;
  owner.talent -= leaving;
  turn.state.freeTalent += leaving;
  record(turn, {
    topic: 'talent',
    subject: id,
    unit: 'people',
    before: owner.talent + leaving,
    after: owner.talent,
    causes: [{ kind: 'rule', id: 'rule.unpaid', amount: -leaving }],
    line: { id: 'report.unpaid', params: { actor: id, people: leaving } },
    weight: 6,
  });
}

/** Vouchers of the state: money for the firms of the bloc, by the root of what was given; more under pressure. */
function stateHelp(turn: Turn): void {
  for (const bloc of Object.keys(turn.state.blocs).sort()) {
    const pressure = turn.ruleset.systems.pressure === false ? 0 : (turn.state.blocs[bloc]?.open.pressure ?? 0) / 100;
    const vouchers =
      fundOf(turn, bloc, 'vouchers') * parameterOf(turn, 'voucher-kusd') + pressure * parameterOf(turn, 'pressure-funding-kusd');
    const firms = turn.seats.filter((id) => actor(turn, id).bloc === bloc && !hasCapital(turn, id));
    for (const id of firms) {
      pay(turn, 'world:state', `actor:${id}`, floorInt(vouchers / firms.length), [{ kind: 'rule', id: 'rule.state-help' }]);
    }
    const visas = fundOf(turn, bloc, 'visas');
    if (visas > 0) turn.state.freeTalent += floorInt(visas * parameterOf(turn, 'visa-talent'));
    for (const id of turn.seats) {
      if (actor(turn, id).bloc !== bloc || !hasCapital(turn, id)) continue;
      const given = actor(turn, id).open.subsidiesKusd;
      for (const purpose of Object.keys(given).sort())
        given[purpose] = floorInt((given[purpose] ?? 0) * parameterOf(turn, 'subsidy-fade'));
    }
  }
}

/** Cost of a megawatt to an actor at a site, thousand dollars. */
export function buildCostKusdPerMw(ground: Ground, id: string, listKusd: number): number {
  return Math.max(1, floorInt(listKusd * blocStat(ground, blocOf(ground, id), 'build-cost', 'lowest')));
}
