/** Phase 10, release: models reach the public board, techniques the commons; rivals are distilled. */

import { clamp, floorInt } from '../../util/exact-math.ts';
import { sortedKeys } from '../../util/ids.ts';
import { carryOut } from '../carry.ts';
import { blocIds, parameterOf } from '../know.ts';
import type { Turn } from '../turn.ts';

export function releasePhase(turn: Turn): void {
  carryOut(turn, 'release');
  carryOut(turn, 'publish');
  carryOut(turn, 'distil');
  for (const bloc of blocIds(turn)) {
    const open = turn.state.blocs[bloc]?.open;
    if (open !== undefined) open.commonsGauge = floorInt(open.commonsGauge * (1 - parameterOf(turn, 'commons-fade')));
  }
}

/** Adds a publisher of a technique; it stays in the commons for good. */
export function addToCommons(turn: Turn, tech: string, publisher: string): void {
  if (turn.ruleset.systems['open-source'] === false) return;
  const publishers = turn.state.commons[tech] ?? [];
  if (!publishers.includes(publisher)) turn.state.commons[tech] = [...publishers, publisher].sort();
}

/** Raises a bloc's gauge of openness. */
export function addOpenness(turn: Turn, bloc: string, points: number): number {
  const open = turn.state.blocs[bloc]?.open;
  if (open === undefined || turn.ruleset.systems['open-source'] === false) return 0;
  const before = open.commonsGauge;
  open.commonsGauge = clamp(before + points, 0, 100);
  return open.commonsGauge - before;
}

/** Public models beyond a lab's few newest leave the board, so that it stays readable. */
export function retireModels(turn: Turn, lab: string): void {
  const mine = sortedKeys(turn.state.models)
    .map((id) => turn.state.models[id])
    .filter((model) => model?.by === lab);
  mine.sort((a, b) => (b?.capabilityMilli ?? 0) - (a?.capabilityMilli ?? 0));
  const newest = mine.slice(0, 3);
  const bestOpen = mine.find((model) => model?.open === true);
  const gone = mine.filter((model) => !newest.includes(model) && model !== bestOpen);
  // Made anew without them: engines are slow with a record from which something was deleted, and this one is read most.
  if (gone.length > 0)
    turn.state.models = Object.fromEntries(Object.entries(turn.state.models).filter(([, model]) => !gone.includes(model)));
}
