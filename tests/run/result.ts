/** What one part of the tests gave, and the one line that sums parts up. */

export interface PartResult {
  readonly part: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Lines (Markdown) that tests added for the report. */
  readonly lines: readonly string[];
}

export type Tally = Pick<PartResult, 'passed' | 'failed' | 'skipped'>;

/** Sum over parts. */
export function sum(results: readonly Tally[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of results) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** The closing line, for example `12 passed, 0 failed`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
