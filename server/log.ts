/** The server's own log: quiet unless asked for, one JSON line an event, on standard error. */
import { destination, type Logger, pino } from 'pino';

export type Log = Logger;

/** `level` is one of pino's: silent, error, warn, info, debug. */
export function openLog(level: string): Log {
  return pino({ level, base: null, redact: ['token', '*.token'] }, destination({ dest: 2, sync: true }));
}
