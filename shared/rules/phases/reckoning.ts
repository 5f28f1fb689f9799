/** Phase 12, reckoning: pressure, events, escalation, scores and the turn's standing. */

import { moveEscalation } from '../escalation.ts';
import { carryEvents } from '../events/carry.ts';
import { chargeLostSales } from '../lost-sales.ts';
import { movePressure } from '../pressure.ts';
import { countObjectives } from '../scoring/metrics.ts';
import { keepScores } from '../scoring/standing.ts';
import type { Turn } from '../turn.ts';

export function reckoningPhase(turn: Turn): void {
  movePressure(turn);
  chargeLostSales(turn);
  carryEvents(turn);
  moveEscalation(turn);
  countObjectives(turn);
  keepScores(turn);
}
