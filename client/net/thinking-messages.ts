/** What the page and the thinking worker say to each other. */

import type { Plan } from '#shared/bots/advisor.ts';
import type { Forecast } from '#shared/bots/preview.ts';
import type { PastMessage } from '#shared/protocol/messages.ts';
import type { BranchGame } from '#shared/replay/branch-band.ts';
import type { BranchSummary } from '#shared/replay/branch-summary.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { BranchRequest } from '#shared/replay/open-branch.ts';
import type { OrderPlace, TrialEffects } from '#shared/replay/trial.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { SeatView } from '#shared/state/schema.ts';

export type ThinkingRequest =
  | { id: number; do: 'ruleset'; ruleset: Ruleset }
  | { id: number; do: 'advise'; view: SeatView; key: string }
  | { id: number; do: 'preview'; view: SeatView; orders: Order[]; samples: number; key: string }
  /** The finished match that everything below is about. */
  | { id: number; do: 'log'; log: MatchLog }
  | { id: number; do: 'branch'; request: BranchRequest; causes: number }
  /** The match without one order. */
  | { id: number; do: 'trial'; place: OrderPlace }
  /** What a seat knew when it planned a turn of the match. */
  | { id: number; do: 'turn-view'; turn: number; seat: string }
  /** The branch that was played last, with the luck of another game. */
  | { id: number; do: 'branch-game'; game: number }
  /** A turn of the branch that was played last, all of it as `seat` or as `as` knew it. */
  | { id: number; do: 'branch-turn'; turn: number; seat: string | null; as: string | null };

export type ThinkingAnswer =
  | { id: number; plans: Plan[] }
  | { id: number; forecast: Forecast }
  | { id: number; branch: BranchSummary }
  | { id: number; effects: TrialEffects }
  | { id: number; view: SeatView }
  | { id: number; game: BranchGame }
  | { id: number; past: PastMessage | null }
  | { id: number; failed: string };
