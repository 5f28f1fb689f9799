/** Phase 8, research: programmes start, move on and finish; what was learned is noted for later phases. */
import { sortedEntries } from '../../util/ids.ts';
import { useFlop } from '../accounts.ts';
import { carryOut } from '../carry.ts';
import { eflopOf } from '../compute.ts';
import { record } from '../entries.ts';
import { hasCapital } from '../know.ts';
import { researchSpeed } from '../research.ts';
import { forgetStats, shareTech } from '../stats.ts';
import { addTo, open, own, type Turn } from '../turn.ts';

export function researchPhase(turn: Turn): void {
  carryOut(turn, 'research');
  carryOut(turn, 'study');
  if (turn.ruleset.systems.research === false) return;
  for (const id of turn.seats) advance(turn, id);
}

function advance(turn: Turn, id: string): void {
  const owner = own(turn, id);
  for (const [techId, programme] of sortedEntries(owner.programmes)) {
    const tech = turn.ruleset.techs[techId];
    if (tech === undefined) {
      delete owner.programmes[techId];
      continue;
    }
    const joint = jointPartner(turn, id, techId) !== null;
    const { permille, parts } = researchSpeed(turn, id, tech, { computePermille: programme.computePermille, joint });
    const before = programme.donePermille;
    programme.donePermille = Math.min(1000, before + permille);
    if (programme.computePermille > 0) {
      addTo(turn.scratch.boundPermille, id, programme.computePermille);
      useFlop(turn, id, 'experiments', eflopOf(turn, (owner.trainMilliH100e * programme.computePermille) / 1000), [
        { kind: 'tech', id: techId },
      ]);
    }
    const causes = parts.map((part) => ({ kind: 'rule' as const, id: part.rule }));
    const done = programme.donePermille >= 1000;
    record(turn, {
      topic: 'research',
      subject: id,
      unit: 'permille',
      before,
      after: programme.donePermille,
      item: techId,
      causes: [...causes, { kind: 'order', id: 'research', by: id }],
      line: {
        id: done ? 'report.research.done' : 'report.research.progress',
        params: { actor: id, tech: techId, donePermille: programme.donePermille },
      },
      audience: [id],
      weight: done ? 7 : 3,
    });
    if (!done) continue;
    learn(turn, id, techId);
  }
}

/** Adds a technology to what an actor knows. */
export function learn(turn: Turn, id: string, techId: string): void {
  const owner = own(turn, id);
  delete owner.programmes[techId];
  if (owner.techs[techId] !== undefined) return;
  owner.techs[techId] = turn.state.turn;
  shareTech(turn, id, techId);
  forgetStats(turn, id, techId);
  turn.scratch.learned.push({ actor: id, tech: techId });
  // What a state decides is public at once.
  if (hasCapital(turn, id)) open(turn, id).lastReleaseTurn = turn.state.turn;
}

/** The partner of a joint programme that is under way by deal, or null. */
export function jointPartner(turn: Pick<Turn, 'state'>, id: string, tech: string): string | null {
  for (const [, deal] of sortedEntries(turn.state.deals)) {
    if (deal.broken) continue;
    for (const term of deal.terms) {
      if (term.term !== 'joint-research' || term.tech !== tech) continue;
      if (term.from === id) return term.to;
      if (term.to === id) return term.from;
    }
  }
  return null;
}
