/** Turns what happened at the table into records of the match log. */

import type { LogRecord } from '../replay/log.ts';
import type { TableEvent } from './table.ts';

export function recordsOf(events: readonly TableEvent[], turn: number, person: string): LogRecord[] {
  const records: LogRecord[] = [];
  for (const event of events) {
    if (event.event === 'seat') {
      records.push({ record: 'seat', turn, seat: event.seat, person: event.person, change: event.change, bot: event.bot });
    }
    if (event.event === 'autopilot')
      records.push({ record: 'autopilot', turn, seat: event.seat, person, autopilot: event.autopilot });
    if (event.event === 'started') records.push({ record: 'intervention', turn, what: 'start', person });
    if (event.event === 'paused') records.push({ record: 'intervention', turn, what: event.paused ? 'pause' : 'resume', person });
    if (event.event === 'rewound') records.push({ record: 'rewind', turn: event.from, to: event.to, person });
  }
  return records;
}
