/** Reads the changes of a branch as typed: seats in full or short, turns and orders counted from 1. */
import type { BranchChange, BranchFault } from '#shared/replay/branch-changes.ts';
import { seatId, UsageError } from './names.ts';

export interface TypedChanges {
  readonly drop: readonly string[];
  readonly add: readonly string[];
  readonly replace: readonly string[];
}

export function readChanges(seats: readonly string[], { drop, add, replace }: TypedChanges): BranchChange[] {
  return [
    ...drop.map((typed): BranchChange => {
      const { seat, index } = seatAndIndex(seats, typed, '--drop takes SEAT:NUMBER');
      return { change: 'drop', seat, index };
    }),
    ...replace.map((typed): BranchChange => {
      const { before, order } = orderAfter(typed, '--replace takes SEAT:NUMBER:JSON');
      return { change: 'replace', ...seatAndIndex(seats, before, '--replace takes SEAT:NUMBER:JSON'), order };
    }),
    ...add.map((typed): BranchChange => {
      const { before, order } = orderAfter(typed, '--add takes SEAT:JSON');
      return { change: 'add', seat: seatId(seats, before), order };
    }),
  ];
}

function seatAndIndex(seats: readonly string[], typed: string, takes: string): { seat: string; index: number } {
  const parts = typed.match(/^(.+):(\d+)$/);
  if (parts === null) throw new UsageError(`${takes}, not "${typed}".`);
  return { seat: seatId(seats, parts[1] ?? ''), index: Number(parts[2]) - 1 };
}

function orderAfter(typed: string, takes: string): { before: string; order: unknown } {
  const at = typed.indexOf(':{');
  if (at < 0) throw new UsageError(`${takes}, not "${typed}".`);
  try {
    return { before: typed.slice(0, at), order: JSON.parse(typed.slice(at + 1)) };
  } catch (error) {
    throw new UsageError(`The order in "${typed}" is not JSON: ${(error as Error).message}.`);
  }
}

/** What is wrong with a branch, in words. */
export function faultInWords(fault: BranchFault): string {
  switch (fault.fault) {
    case 'turn':
      return `There is no turn ${fault.turn + 1} in the log. Choose one from 1 to ${fault.turns}.`;
    case 'seat':
      return `There is no seat "${fault.seat}". Choose one of: ${fault.seats.join(', ')}.`;
    case 'order':
      return `There is no order ${fault.index + 1} of ${fault.seat} in that turn; it gave ${fault.orders}.`;
    case 'form': {
      const { id, field } = fault.rejection;
      return `The order for ${fault.seat} has no known form (${id}${field === undefined ? '' : `, field "${field}"`}).`;
    }
  }
}
