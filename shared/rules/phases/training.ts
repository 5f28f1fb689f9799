/** Phase 9, training: runs start, use compute and finish as secret models, or fail. */

import type { Run } from '../../state/schema.ts';
import { clamp, floorInt, roundHalfUp } from '../../util/exact-math.ts';
import { sortedKeys } from '../../util/ids.ts';
import { pay, useFlop } from '../accounts.ts';
import { capabilityOf } from '../capability.ts';
import { carryOut } from '../carry.ts';
import { eflopOf, softwareOf } from '../compute.ts';
import { record } from '../entries.ts';
import { blocOf, labsOf, makersOf, parameterOf } from '../know.ts';
import { statOf } from '../stats.ts';
import { trainingKusd } from '../training-cost.ts';
import { addTo, luck, normalLuck, own, type Turn } from '../turn.ts';

export function trainingPhase(turn: Turn): void {
  carryOut(turn, 'train');
  if (turn.ruleset.systems.models === false) return;
  for (const id of labsOf(turn)) work(turn, id);
}

function work(turn: Turn, id: string): void {
  const owner = own(turn, id);
  const run = owner.run;
  if (run === null) return;
  // Experiments that began beside the run come first; the run takes what they leave.
  const permille = Math.max(0, Math.min(run.sharePermille, 1000 - (turn.scratch.boundPermille[id] ?? 0)));
  addTo(turn.scratch.boundPermille, id, permille);
  const milli = floorInt((owner.trainMilliH100e * permille) / 1000);
  // Most of what a run takes goes into trials and failures; the rest is the run that counts.
  const final = parameterOf(turn, 'final-run-share');
  const all = eflopOf(turn, milli);
  const eflop = floorInt(all * final);
  const list = floorInt((milli / 1000) * parameterOf(turn, 'training-kusd-per-h100e-turn'));
  run.eflop += eflop;
  run.domesticEflop += owner.trainMilliH100e === 0 ? 0 : floorInt((eflop * owner.domesticMilliH100e) / owner.trainMilliH100e);
  run.costKusd += floorInt(list * final);
  useFlop(turn, id, 'training', eflop, [{ kind: 'order', id: 'train', by: id }]);
  useFlop(turn, id, 'trials', all - eflop, [{ kind: 'order', id: 'train', by: id }]);
  pay(turn, `actor:${id}`, 'world:power', trainingKusd(turn, id, milli), [{ kind: 'order', id: 'train', by: id }]);
  if (turn.state.turn < run.endsTurn) {
    record(turn, {
      topic: 'training',
      subject: id,
      unit: 'eflop',
      before: run.eflop - eflop,
      after: run.eflop,
      item: run.id,
      causes: [{ kind: 'order', id: 'train', by: id }],
      line: { id: 'report.training', params: { actor: id, name: run.name, runEflop: run.eflop } },
      audience: [id],
      weight: 3,
    });
    return;
  }
  owner.run = null;
  finish(turn, id, run);
}

/** Chance that a run survives its domestic part, by the maturity of the software (facts.md H13: 30, 70, 90 per cent). */
export function successChance(turn: Turn, id: string, domesticFlopShare: number): number {
  const maker = makersOf(turn).find((other) => blocOf(turn, other) === blocOf(turn, id));
  const software = maker === undefined ? 1 : softwareOf(turn, maker, id);
  const domestic = clamp(
    parameterOf(turn, 'domestic-success-base') +
      parameterOf(turn, 'domestic-success-slope') * (software - parameterOf(turn, 'domestic-success-reference')),
    0.05,
    0.97,
  );
  return clamp((1 - parameterOf(turn, 'run-failure')) * (1 - domesticFlopShare * (1 - domestic)), 0.02, 1);
}

function finish(turn: Turn, id: string, run: Run): void {
  const domesticFlopShare = run.eflop === 0 ? 0 : run.domesticEflop / run.eflop;
  if (luck(turn, 'run', id) >= successChance(turn, id, domesticFlopShare)) {
    turn.scratch.failedRuns.push({ actor: id });
    record(turn, {
      topic: 'training',
      subject: id,
      unit: 'eflop',
      before: run.eflop,
      after: 0,
      item: run.id,
      causes: [{ kind: 'rule', id: domesticFlopShare > 0.3 ? 'rule.run-failed-domestic' : 'rule.run-failed' }],
      line: { id: 'report.training.failed', params: { actor: id, name: run.name, runEflop: run.eflop } },
      audience: [id],
      weight: 8,
    });
    return;
  }
  const owner = own(turn, id);
  const { milli, parts } = capabilityOf(turn, id, run.eflop);
  const causes = parts.map((part) => ({
    kind: part.tech === undefined ? ('rule' as const) : ('tech' as const),
    id: part.tech ?? part.rule,
    amount: part.milli,
  }));
  let capability = milli;
  const first = firstBonus(turn, id);
  if (first > 0) {
    capability += first;
    causes.push({ kind: 'rule', id: 'rule.capability.first', amount: first });
  }
  const noise = roundHalfUp(normalLuck(turn, 'capability', id) * parameterOf(turn, 'run-noise-milli'));
  capability += noise;
  causes.push({ kind: 'rule', id: 'rule.luck', amount: noise });
  const taught = owner.distilled;
  if (taught !== null && taught.untilTurn >= turn.state.turn && taught.capabilityMilli > capability) {
    const gain = Math.max(
      0,
      Math.min(
        floorInt((taught.capabilityMilli - capability) * parameterOf(turn, 'distil-share')),
        taught.capabilityMilli - parameterOf(turn, 'distil-stop-milli') - capability,
      ),
    );
    capability += gain;
    if (gain > 0) causes.push({ kind: 'rule', id: 'rule.distilled', amount: gain });
    owner.distilled = null;
  }
  owner.models[run.id] = {
    id: run.id,
    by: id,
    name: run.name,
    turn: turn.state.turn,
    capabilityMilli: capability,
    agentMilli: floorInt(statOf(turn, id, 'agent-bonus')),
    eflop: run.eflop,
    costKusd: Math.max(1, run.costKusd),
    open: false,
    api: false,
    pricePermille: 1000,
    techs: sortedKeys(owner.techs).filter((tech) => isRecipe(turn, tech)),
    releasedTurn: -1,
  };
  record(turn, {
    topic: 'capability',
    subject: id,
    unit: 'milliPoints',
    before: 0,
    after: capability,
    item: run.id,
    causes,
    line: {
      id: 'report.training.done',
      params: { actor: id, name: run.name, capabilityMilli: capability, costKusd: run.costKusd },
    },
    audience: [id],
    weight: 8,
  });
}

/** Techniques that show in a model: those whose branch labs research. */
export const isRecipe = (turn: Pick<Turn, 'ruleset'>, tech: string): boolean => {
  const entry = turn.ruleset.techs[tech];
  return (
    entry?.effects.some(
      (effect) =>
        effect.stat === 'training-efficiency' ||
        effect.stat === 'capability-bonus' ||
        effect.stat === 'work-per-chip' ||
        effect.stat === 'serving-efficiency' ||
        effect.stat === 'agent-bonus',
    ) === true
  );
};

/** Extra for the first lab in the world to finish a model with a technique. */
function firstBonus(turn: Turn, id: string): number {
  let bonus = 0;
  for (const tech of sortedKeys(own(turn, id).techs)) {
    const effect = turn.ruleset.techs[tech]?.effects.find((item) => item.stat === 'first-bonus');
    if (effect === undefined) continue;
    const shown = turn.seats.some(
      (other) =>
        other !== id &&
        (Object.values(own(turn, other).models).some((model) => model.techs.includes(tech)) ||
          Object.values(turn.state.models).some((model) => model.by === other && model.techs.includes(tech))),
    );
    if (!shown) bonus += effect.value;
  }
  return bonus;
}
