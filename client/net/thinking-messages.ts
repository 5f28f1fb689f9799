/** What the page and the thinking worker say to each other. */

import type { Plan } from '#shared/bots/advisor.ts';
import type { Forecast } from '#shared/bots/preview.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { SeatView } from '#shared/state/schema.ts';

export type ThinkingRequest =
  | { id: number; do: 'ruleset'; ruleset: Ruleset }
  | { id: number; do: 'advise'; view: SeatView; key: string }
  | { id: number; do: 'preview'; view: SeatView; orders: Order[]; samples: number; key: string };

export type ThinkingAnswer = { id: number; plans: Plan[] } | { id: number; forecast: Forecast } | { id: number; failed: string };
