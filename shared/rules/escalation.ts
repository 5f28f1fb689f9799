/** Escalation: the shared track. At the top the strait closes, and nobody wins. */

import type { Cause } from '../state/ledger.ts';
import { clamp } from '../util/exact-math.ts';
import { sortedKeys } from '../util/ids.ts';
import { record } from './entries.ts';
import { blocIds, parameterOf } from './know.ts';
import { blamedBloc } from './scoring/blame.ts';
import { addTo, type Turn } from './turn.ts';

export function moveEscalation(turn: Turn): void {
  if (turn.ruleset.systems.escalation === false) return;
  const before = turn.state.escalation;
  const causes: Cause[] = [];
  let up = 0;
  let down = 0;
  for (const { by, points, cause } of turn.scratch.escalation) {
    if (points > 0) {
      up += points;
      if (by !== null && before >= 50) addTo(turn.state.escalationBy, by, points);
    } else down += points;
    causes.push({ ...cause, amount: points });
  }
  if (up === 0) {
    down -= 1;
    causes.push({ kind: 'rule', id: 'rule.quiet-turn', amount: -1 });
  }
  const most = parameterOf(turn, 'escalation-most-per-turn');
  if (up > most) {
    causes.push({ kind: 'rule', id: 'rule.escalation-most', amount: most - up });
    up = most;
  }
  turn.state.escalation = clamp(before + up + down, 0, 100);
  const change = turn.state.escalation - before;
  if (change !== 0) {
    record(turn, {
      topic: 'escalation',
      subject: 'world',
      unit: 'points',
      before,
      after: turn.state.escalation,
      causes: balanced(causes, change),
      line: {
        id: change > 0 ? 'report.escalation.up' : 'report.escalation.down',
        params: { before, after: turn.state.escalation },
      },
      weight: change > 5 ? 8 : 5,
    });
  }
  crossings(turn, before);
}

function balanced(causes: Cause[], change: number): Cause[] {
  let sum = 0;
  for (const cause of causes) sum += cause.amount ?? 0;
  return sum === change ? causes : [...causes, { kind: 'rule', id: 'rule.track-end', amount: change - sum }];
}

/** Thresholds of the track: allies worry at 50, drills at 70, last call at 85, the strait closes at 100. */
function crossings(turn: Turn, before: number): void {
  const now = turn.state.escalation;
  const crossed = (mark: number): boolean => before < mark && now >= mark;
  if (crossed(50)) {
    for (const ally of sortedKeys(turn.state.alignment)) {
      const byBloc = turn.state.alignment[ally] ?? {};
      for (const bloc of blocIds(turn)) byBloc[bloc] = clamp((byBloc[bloc] ?? 0) - 5, 0, 100);
    }
  }
  for (const mark of [30, 50, 70, 85]) {
    if (crossed(mark))
      record(turn, {
        topic: 'escalation',
        subject: 'world',
        unit: 'points',
        before,
        after: now,
        causes: [{ kind: 'rule', id: 'rule.track' }],
        line: { id: `report.escalation.${mark}`, params: {} },
        weight: 8,
      });
  }
  if (now >= 100) {
    turn.state.ended = 'strait';
    const blamed = blamedBloc(turn.state);
    record(turn, {
      topic: 'end',
      subject: 'world',
      unit: 'matches',
      before: 0,
      after: 1,
      causes: [{ kind: 'rule', id: 'rule.track' }],
      line: blamed === null ? { id: 'report.strait', params: {} } : { id: 'report.strait.blamed', params: { bloc: blamed } },
      weight: 10,
    });
  }
}
