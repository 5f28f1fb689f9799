/** Phase 3, state: capital comes in and laws cost upkeep; governments and lobbyists act; alliances fade. */

import type { Cause } from '../../state/ledger.ts';
import { clamp, floorInt } from '../../util/exact-math.ts';
import { sortedEntries, sortedKeys } from '../../util/ids.ts';
import { carryOut } from '../carry.ts';
import { record } from '../entries.ts';
import { governmentsOf, parameterOf } from '../know.ts';
import { withdrawLaw } from '../law-making.ts';
import { inForce } from '../levers.ts';
import { open, type Turn } from '../turn.ts';

export function statePhase(turn: Turn): void {
  for (const id of governmentsOf(turn)) capitalIn(turn, id);
  for (const kind of [
    'stop',
    'lobby',
    'enforce',
    'win-over',
    'subsidise',
    'summit',
    'announce',
    'license',
    'retaliate',
    'refuse',
  ])
    carryOut(turn, kind);
  fadeAlliances(turn);
}

function capitalIn(turn: Turn, id: string): void {
  const self = open(turn, id);
  const before = self.capital ?? 0;
  const income = parameterOf(turn, 'capital-per-turn');
  const causes: Cause[] = [{ kind: 'rule', id: 'rule.capital-income', amount: income }];
  let capital = before + income;
  for (const [lawId, law] of sortedEntries(turn.state.laws)) {
    const upkeep = law.by === id && inForce(turn.state, law) ? (turn.ruleset.laws[law.law]?.upkeepCapital ?? 0) : 0;
    if (upkeep === 0) continue;
    capital -= upkeep;
    causes.push({ kind: 'law', id: lawId, by: id, amount: -upkeep });
  }
  for (const [place, steps] of sortedEntries(self.enforcement)) {
    if (steps <= 0) continue;
    capital -= steps;
    causes.push({ kind: 'rule', id: 'rule.enforcement-upkeep', amount: -steps });
    if (capital < 0) self.enforcement[place] = steps - 1;
  }
  const most = parameterOf(turn, 'capital-most');
  if (capital > most) {
    causes.push({ kind: 'rule', id: 'rule.capital-most', amount: most - capital });
    capital = most;
  }
  self.capital = floorInt(capital);
  record(turn, {
    topic: 'capital',
    subject: id,
    unit: 'capital',
    before,
    after: self.capital,
    causes,
    line: { id: 'report.capital', params: { government: id, before, after: self.capital } },
    weight: 2,
  });
  if (self.capital < 0) lapse(turn, id);
}

/** Without capital the dearest law lapses. */
function lapse(turn: Turn, id: string): void {
  const mine = sortedEntries(turn.state.laws).filter(([, law]) => law.by === id && inForce(turn.state, law));
  mine.sort(
    (a, b) => (turn.ruleset.laws[b[1].law]?.capital ?? 0) - (turn.ruleset.laws[a[1].law]?.capital ?? 0) || (a[0] < b[0] ? -1 : 1),
  );
  const dearest = mine[0];
  const self = open(turn, id);
  record(turn, {
    topic: 'capital',
    subject: id,
    unit: 'capital',
    before: self.capital,
    after: 0,
    causes: [{ kind: 'rule', id: 'rule.no-capital' }],
  });
  self.capital = 0;
  if (dearest === undefined) return;
  withdrawLaw(turn, dearest[1]);
  record(turn, {
    topic: 'law',
    subject: dearest[1].target,
    unit: 'laws',
    before: 1,
    after: 0,
    item: dearest[0],
    causes: [{ kind: 'rule', id: 'rule.no-capital' }],
    line: { id: 'report.law.lapsed', params: { law: dearest[1].law, by: id } },
    weight: 7,
  });
}

function fadeAlliances(turn: Turn): void {
  if (turn.ruleset.systems.diplomacy === false) return;
  const rest = parameterOf(turn, 'alignment-rest');
  for (const ally of sortedKeys(turn.state.alignment)) {
    const byBloc = turn.state.alignment[ally] ?? {};
    for (const bloc of sortedKeys(byBloc)) {
      const value = byBloc[bloc] ?? 0;
      if (value > rest) byBloc[bloc] = clamp(value - 1, 0, 100);
    }
  }
}
