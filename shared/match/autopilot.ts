/** The autopilot at the table: set by the people of a seat, theirs alone, and gone when they leave. */
import { type Autopilot, NO_LIMITS } from '../protocol/autopilot.ts';
import { seatOf, type Table, type TableEvent, type TableSeat } from './table.ts';

export const noAutopilot = (): Autopilot => ({ on: false, limits: { ...NO_LIMITS } });

export function setAutopilot(table: Table, person: string, seat: string, { on, limits }: Autopilot): TableEvent[] {
  const autopilot = { on, limits };
  seatOf(table, seat).autopilot = autopilot;
  return [{ event: 'autopilot', seat, person, autopilot }];
}

/** Whether the autopilot gives the seat's orders as things stand: people keep the turns for which they draft something. */
export const plays = ({ autopilot, draft }: TableSeat): boolean => autopilot.on && draft.orders.length === 0;
