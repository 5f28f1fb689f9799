/** How much the tests do: small counts by default, large ones with FULL=1; and lines that they add to the full report. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export const FULL = process.env.FULL === '1';

export const counts = FULL
  ? {
      seeds: 200,
      botGames: 200,
      determinismGames: 100,
      fuzzRuns: 2000,
      propertyRuns: 200,
      limitGames: 20,
      styleGames: 20,
      mirrorPairs: 400,
    }
  : {
      seeds: 12,
      botGames: 12,
      determinismGames: 4,
      fuzzRuns: 100,
      propertyRuns: 25,
      limitGames: 2,
      styleGames: 3,
      mirrorPairs: 24,
    };

/** Adds a line (Markdown) to the report of the part that is running; without a runner it goes to a file in the cache. */
export function report(line: string): void {
  const file = process.env.REPORT_FILE ?? '.cache/report-lines.md';
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${line}\n`);
}
