/** The reducer of a table: a command of a person in, a new table and what happened out, or a reason and no change. */
import type { Command } from '../protocol/commands.ts';
import type { MessageRef } from '../state/ledger.ts';
import { cloneJson } from '../util/clone.ts';
import { setAutopilot } from './autopilot.ts';
import { say } from './chat.ts';
import { rewind, setPaused, startMatch } from './clock.ts';
import { changeDraft, setReady } from './drafts.ts';
import { answerOffer, makeOffer, withdrawOffer } from './offers.ts';
import { rename } from './people.ts';
import { isRefused, type Refused, refuse } from './reasons.ts';
import { leaveSeat, setBot, takeSeat } from './seats.ts';
import type { Table, TableDeps, TableEvent } from './table.ts';

export type Applied = { readonly table: Table; readonly events: readonly TableEvent[] };

/** Commands that make sense only while a turn is being planned. */
const PLANNING_ONLY: ReadonlySet<Command['do']> = new Set([
  'draft',
  'ready',
  'offer',
  'answer',
  'withdraw-offer',
  'pause',
  'rewind',
]);
/** Commands that remain after the end. */
const AFTER_THE_END: ReadonlySet<Command['do']> = new Set(['chat', 'rename']);

export function applyCommand(table: Table, person: string, command: Command, nowMs: number, deps: TableDeps): Applied | Refused {
  return change(table, (next) => perform(next, person, command, nowMs, deps));
}

/** Applies a change to a copy of the table; a refusal leaves the table as it was. */
export function change(table: Table, perform: (next: Table) => TableEvent[] | Refused): Applied | Refused {
  const next = cloneJson(table);
  const events = perform(next);
  return isRefused(events) ? events : { table: next, events };
}

function perform(table: Table, person: string, command: Command, nowMs: number, deps: TableDeps): TableEvent[] | Refused {
  const untimely = checkTime(table, person, command);
  if (untimely !== null) return { rejection: untimely };
  switch (command.do) {
    case 'take-seat':
      return takeSeat(table, person, command.seat);
    case 'leave-seat':
      return leaveSeat(table, person);
    case 'set-bot':
      return setBot(table, person, command.seat, command.level);
    case 'start':
      return startMatch(table, person, nowMs);
    case 'draft':
      return changeDraft(table, person, command.revision, command.orders, deps);
    case 'ready':
      return setReady(table, person, command.ready);
    case 'offer':
      return withSeat(table, person, (seat) => makeOffer(table, seat, command.offer));
    case 'answer':
      return withSeat(table, person, (seat) => answerOffer(table, seat, command.offerId, command.accept));
    case 'withdraw-offer':
      return withSeat(table, person, (seat) => withdrawOffer(table, seat, command.offerId));
    case 'chat':
      return say(table, person, command.to, command.text, nowMs);
    case 'pause':
      return setPaused(table, person, command.paused, nowMs);
    case 'rewind':
      return rewind(table, person, command.turn, nowMs);
    case 'autopilot':
      return withSeat(table, person, (seat) => setAutopilot(table, person, seat, command));
    case 'rename':
      return rename(table, person, command.name);
  }
}

/** Refuses what comes from a stranger, before the start, after the end or for another turn. */
function checkTime(table: Table, person: string, command: Command): MessageRef | null {
  if (table.people[person] === undefined) return refuse('unknown-person').rejection;
  if (table.status === 'ended' && !AFTER_THE_END.has(command.do)) return refuse('match-ended').rejection;
  if (table.status === 'lobby' && PLANNING_ONLY.has(command.do)) return refuse('not-started').rejection;
  if ('turn' in command && command.do !== 'rewind' && command.turn !== table.turn) {
    return refuse('wrong-turn', { number: table.turn + 1, given: command.turn + 1 }).rejection;
  }
  return null;
}

function withSeat(table: Table, person: string, then: (seat: string) => TableEvent[] | Refused): TableEvent[] | Refused {
  const seat = table.people[person]?.seat ?? null;
  return seat === null ? refuse('no-seat') : then(seat);
}
