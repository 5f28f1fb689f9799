/** Phase 2, deals: signed deals take effect; what can't all be met is met pro rata; broken promises cost trust. */
import type { Lever } from '../../ruleset/catalogue.ts';
import type { Term } from '../../state/deal.ts';
import { floorInt } from '../../util/exact-math.ts';
import { sortedEntries } from '../../util/ids.ts';
import { pay } from '../accounts.ts';
import { dealRejection } from '../deals.ts';
import { record } from '../entries.ts';
import { governmentsOf, parameterOf } from '../know.ts';
import { actor, open, own, type Turn } from '../turn.ts';

type PromiseTerm = Extract<Term, { term: 'promise' }>;

export function dealsPhase(turn: Turn): void {
  endDeals(turn);
  if (turn.ruleset.systems.diplomacy === false) return;
  for (const offer of [...turn.signed].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (dealRejection(turn, offer) !== null || turn.state.deals[offer.id] !== undefined) continue;
    turn.state.deals[offer.id] = {
      id: offer.id,
      parties: [offer.from, offer.to].sort(),
      signedTurn: turn.state.turn,
      untilTurn: turn.state.turn + offer.turns,
      terms: offer.terms,
      broken: false,
    };
    record(turn, {
      topic: 'deal',
      subject: offer.from,
      unit: 'deals',
      before: 0,
      after: 1,
      item: offer.id,
      causes: [{ kind: 'deal', id: offer.id }],
      line: { id: 'report.deal.signed', params: { from: offer.from, to: offer.to } },
      audience: [offer.from, offer.to],
      weight: 6,
    });
  }
  payMoney(turn);
  for (const [id, deal] of sortedEntries(turn.state.deals)) if (!deal.broken) carryTerms(turn, id);
}

function endDeals(turn: Turn): void {
  for (const [id, deal] of sortedEntries(turn.state.deals)) if (deal.untilTurn <= turn.state.turn) delete turn.state.deals[id];
}

/** Money is paid once, in the turn of signing; who promised more than the cash at hand pays all pro rata. */
function payMoney(turn: Turn): void {
  const owed: Record<string, { deal: string; to: string; kusd: number }[]> = {};
  for (const [id, deal] of sortedEntries(turn.state.deals)) {
    if (deal.signedTurn !== turn.state.turn) continue;
    for (const term of deal.terms) {
      if (term.term !== 'money') continue;
      owed[term.from] = [...(owed[term.from] ?? []), { deal: id, to: term.to, kusd: term.kusd }];
    }
  }
  for (const [from, debts] of sortedEntries(owed)) {
    let total = 0;
    for (const debt of debts) total += debt.kusd;
    const cash = Math.max(0, own(turn, from).cashKusd);
    const share = total <= cash ? 1 : cash / total;
    for (const debt of debts) {
      pay(turn, `actor:${from}`, `actor:${debt.to}`, floorInt(debt.kusd * share), [{ kind: 'deal', id: debt.deal }], {
        line: { id: 'report.deal.paid', params: { from, to: debt.to, paidKusd: floorInt(debt.kusd * share) } },
        weight: 4,
      });
    }
    if (share < 1) loseTrust(turn, from, parameterOf(turn, 'trust-overpromised'), 'rule.overpromised');
  }
}

function carryTerms(turn: Turn, id: string): void {
  const deal = turn.state.deals[id];
  if (deal === undefined) return;
  for (const term of deal.terms) {
    if (term.term === 'licence') own(turn, term.to).licences[term.tech] = deal.untilTurn;
    if (term.term === 'compute' && deal.signedTurn === turn.state.turn) {
      own(turn, term.to).rentals.push({
        site: null,
        from: term.from,
        milliH100e: term.milliH100e,
        untilTurn: deal.untilTurn,
        kusdPerTurn: 0,
      });
    }
    if (term.term === 'truce' && deal.signedTurn === turn.state.turn) {
      turn.state.truces.push({
        blocs: [actor(turn, term.from).bloc, actor(turn, term.to).bloc].sort(),
        untilTurn: deal.untilTurn,
      });
      record(turn, {
        topic: 'truce',
        subject: actor(turn, term.from).bloc,
        unit: 'truces',
        before: 0,
        after: 1,
        causes: [{ kind: 'deal', id }],
        line: { id: 'report.truce.signed', params: { from: term.from, to: term.to, untilTurn: deal.untilTurn } },
        weight: 9,
      });
      turn.scratch.escalation.push({ by: null, points: -parameterOf(turn, 'truce-calm'), cause: { kind: 'deal', id } });
    }
  }
}

/** Lowers an actor's trust, publicly. */
export function loseTrust(turn: Turn, id: string, points: number, rule: string): void {
  if (turn.ruleset.systems.diplomacy === false) return;
  const before = open(turn, id).trust;
  open(turn, id).trust = Math.max(0, before - points);
  record(turn, {
    topic: 'trust',
    subject: id,
    unit: 'points',
    before,
    after: open(turn, id).trust,
    causes: [{ kind: 'rule', id: rule, amount: open(turn, id).trust - before }],
    line: { id: 'report.trust.lost', params: { actor: id, before, after: open(turn, id).trust } },
    weight: 5,
  });
}

/**
 * Marks promises broken by what an actor did this turn, once a deal. `against` is the actor or bloc that it was done to,
 * or null for what breaks such a promise to anybody.
 */
export function breakPromises(
  turn: Turn,
  by: string,
  conduct: PromiseTerm['conduct'],
  against: string | null,
  lever: Lever | null = null,
): void {
  for (const [id, deal] of sortedEntries(turn.state.deals)) {
    const broken = deal.terms.some(
      (term) =>
        term.term === 'promise' &&
        term.from === by &&
        term.conduct === conduct &&
        (against === null || against === term.to || against === actor(turn, term.to).bloc) &&
        (term.lever === undefined || term.lever === lever),
    );
    if (!broken || deal.broken) continue;
    deal.broken = true;
    loseTrust(turn, by, parameterOf(turn, 'trust-broken-promise'), 'rule.broken-promise');
    const government = governmentsOf(turn, actor(turn, by).bloc)[0];
    turn.scratch.escalation.push({
      by: government === undefined ? null : actor(turn, by).bloc,
      points: 2,
      cause: { kind: 'deal', id, by },
    });
    record(turn, {
      topic: 'deal',
      subject: by,
      unit: 'deals',
      before: 1,
      after: 0,
      item: id,
      causes: [{ kind: 'deal', id, by }],
      line: { id: 'report.deal.broken', params: { by } },
      weight: 7,
    });
  }
}
