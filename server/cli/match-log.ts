/** Reads the log of a match from a file; what can't be read is a wrong call, and is named. */
import { readFile } from 'node:fs/promises';
import { type MatchLog, matchLogSchema } from '#shared/replay/log.ts';
import { UsageError } from './names.ts';

export async function readLog(file: string): Promise<MatchLog> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The file "${file}" can't be read: ${(error as Error).message}.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The file "${file}" is not JSON: ${(error as Error).message}.`);
  }
  const log = matchLogSchema.safeParse(value);
  if (log.success) return log.data;
  const [issue] = log.error.issues;
  throw new UsageError(`The file "${file}" is not a match log: ${issue?.path.map(String).join('.')}: ${issue?.message}.`);
}
