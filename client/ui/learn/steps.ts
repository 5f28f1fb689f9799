/** The three guided turns: which step is next, judged only by what the player has done. */
import type { Order } from '#shared/rules/order-kind.ts';
import type { OrderData } from '#shared/ruleset/schema/policy.ts';

export const STEPS = {
  0: ['plan', 'number', 'ready'],
  1: ['why', 'law', 'window', 'ready'],
  2: ['deal', 'publish', 'ready'],
} as const;
export type Step = (typeof STEPS)[keyof typeof STEPS][number] | 'alone';

/** A lesson of one match; `done` holds steps that can't be seen in the state afterwards. */
export interface Lesson {
  readonly done: readonly Step[];
  readonly hidden: boolean;
  /** All orders are there from the first turn: the coach only stands by. */
  readonly open?: boolean;
}

export interface Situation {
  readonly turn: number;
  readonly orders: readonly Order[];
  /** Plan A as the advisor gave it; null while it thinks. */
  readonly plan: readonly Order[] | null;
  readonly done: readonly Step[];
  /** Kinds that the seat's role may give. */
  readonly kinds: readonly string[];
  readonly ready: boolean;
}

/** Kinds that use the time before a law bites. */
const WINDOW: ReadonlySet<string> = new Set([
  'buy',
  'release',
  'rent',
  'design',
  'set-aside',
  'announce',
  'enforce',
  'subsidise',
]);

/** True once an order is not as the plan has it: a figure was changed, or another order added. */
function changed(orders: readonly Order[], plan: readonly Order[] | null): boolean {
  if (plan === null || orders.length === 0) return false;
  const planned = new Set(plan.map((order) => JSON.stringify(order)));
  return orders.some((order) => !planned.has(JSON.stringify(order)));
}

function isDone(step: Step, now: Situation): boolean {
  if (now.done.includes(step)) return true;
  switch (step) {
    case 'plan':
      return now.orders.length > 0;
    case 'number':
      return changed(now.orders, now.plan);
    case 'window':
      return now.orders.some((order) => WINDOW.has(order.kind));
    case 'publish':
      return !now.kinds.includes('publish') || now.orders.some((order) => order.kind === 'publish');
    default:
      return false;
  }
}

/** Steps of a turn (0-based) in the order in which they are told. */
export function stepsOf(turn: number): readonly Step[] {
  return turn === 0 || turn === 1 || turn === 2 ? STEPS[turn] : ['alone'];
}

/** The step to show and its number; null once it is all said. */
export function nextStep(now: Situation): { step: Step; n: number; of: number } | null {
  const steps = stepsOf(now.turn);
  const at = now.ready ? steps.length - 1 : steps.findIndex((step) => !isDone(step, now));
  const step = steps[at];
  return step === undefined ? null : { step, n: at + 1, of: steps.length };
}

/** In a lesson orders come with the turns; elsewhere all are there at once. */
export function isUnlocked(lesson: Lesson | null, data: Pick<OrderData, 'unlockTurn'>, turn: number): boolean {
  return lesson === null || lesson.open === true || data.unlockTurn <= turn + 1;
}
