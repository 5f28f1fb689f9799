/** Runs one part by name, with its time and the lines that its tests reported. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { PARTS } from './parts.ts';
import type { PartResult } from './result.ts';

const LINES_FOLDER = '.cache/report-lines';

export async function runPart(part: string, env: Readonly<Record<string, string>> = {}): Promise<PartResult> {
  const run = PARTS[part];
  if (!run) throw new Error(`no part "${part}"`);
  mkdirSync(LINES_FOLDER, { recursive: true });
  const linesFile = `${LINES_FOLDER}/${part}.md`;
  rmSync(linesFile, { force: true });
  console.log(`\n== ${part}`);
  const started = Date.now();
  const counted = await run({ ...env, REPORT_FILE: linesFile });
  const seconds = Math.round((Date.now() - started) / 100) / 10;
  const lines = existsSync(linesFile) ? readFileSync(linesFile, 'utf8').trimEnd().split('\n') : [];
  console.log(`${part}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped, ${seconds} s`);
  return { part, ...counted, seconds, lines };
}
