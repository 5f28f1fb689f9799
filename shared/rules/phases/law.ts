/** Phase 1, law: announced laws bite, laws and truces that have run out end. */

import type { LawState } from '../../state/schema.ts';
import { floorInt } from '../../util/exact-math.ts';
import { sortedEntries } from '../../util/ids.ts';
import { pay } from '../accounts.ts';
import { record } from '../entries.ts';
import { parameterOf } from '../know.ts';
import { forgetLaws } from '../levers.ts';
import { own, type Turn } from '../turn.ts';

export function lawPhase(turn: Turn): void {
  if (turn.ruleset.systems.sanctions === false) turn.state.laws = {};
  for (const [id, law] of sortedEntries(turn.state.laws)) {
    const params = { law: law.law, setting: `${law.law}.${law.setting.key}`, by: law.by, target: law.target };
    if (law.untilTurn !== null && law.untilTurn <= turn.state.turn) {
      delete turn.state.laws[id];
      forgetLaws(turn.state.laws);
      record(turn, {
        topic: 'law',
        subject: law.target,
        unit: 'laws',
        before: 1,
        after: 0,
        item: id,
        causes: [{ kind: 'rule', id: 'rule.law-expired' }],
        line: { id: 'report.law.ended', params },
        places: placesOf(turn, law),
        weight: 6,
      });
    } else if (law.forceTurn === turn.state.turn) {
      record(turn, {
        topic: 'law',
        subject: law.target,
        unit: 'laws',
        before: 0,
        after: 1,
        item: id,
        causes: [{ kind: 'law', id, by: law.by }],
        line: { id: 'report.law.force', params },
        places: placesOf(turn, law),
        weight: 9,
      });
      if (law.lever === 'antitrust') fine(turn, law);
    }
  }
  turn.state.truces = turn.state.truces.filter((truce) => {
    if (truce.untilTurn > turn.state.turn) return true;
    record(turn, {
      topic: 'truce',
      subject: truce.blocs[0] ?? '',
      unit: 'truces',
      before: 1,
      after: 0,
      line: { id: 'report.truce.ended', params: {} },
      weight: 6,
    });
    return false;
  });
}

/** A court case that takes force brings a fine of a part of last turn's sales, paid to the state that brought it. */
function fine(turn: Turn, law: LawState): void {
  if (turn.state.actors[law.target] === undefined) return;
  const sales = own(turn, law.target).salesByTurnKusd.slice(-1)[0] ?? own(turn, law.target).revenueKusd;
  const kusd = floorInt((sales * parameterOf(turn, 'antitrust-fine-share') * (law.setting.strengthPermille ?? 1000)) / 1000);
  pay(turn, `actor:${law.target}`, `actor:${law.by}`, kusd, [{ kind: 'law', id: law.id, by: law.by }], {
    audience: 'all',
    line: { id: 'report.fine', params: { firm: law.target, by: law.by, fineKusd: kusd } },
    weight: 6,
  });
}

const FLOW_OF_LEVER: Readonly<Record<string, string>> = {
  'chip-threshold': 'chips',
  memory: 'memory',
  tools: 'tools',
  cloud: 'cloud',
  entity: 'chips',
  refusal: 'chips',
  licence: 'chips',
};

/** Where a law is seen on the map: the routes to the bloc that it cuts off, else the home of the firm that it meets. */
export function placesOf(turn: Turn, { lever, bloc, target }: Pick<LawState, 'lever' | 'bloc' | 'target'>): string[] {
  const firm = turn.state.actors[target];
  const cutOff = lever === 'refusal' ? bloc : (firm?.bloc ?? target);
  const routes = sortedEntries(turn.ruleset.routes)
    .filter(([, route]) => route.kind === FLOW_OF_LEVER[lever] && route.serves === cutOff)
    .map(([id]) => id);
  const home = turn.ruleset.actors[target]?.home;
  return routes.length > 0 || home === undefined ? routes : [home];
}
