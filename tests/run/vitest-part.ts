/** Runs one folder of tests with vitest and counts from its JSON report, so that a crash is never read as a pass. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { inPackage, runNode } from './command.ts';
import type { Tally } from './result.ts';

interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const vitest = () => inPackage('vitest', 'vitest.mjs');

/** Counts the tests of a report; a file that did not load counts as one failure, so does a crash that no test shows, and a part without tests. */
export function tally(report: VitestReport | null, exitCode: number): Tally {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    const failedBefore = counts.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  const none = counts.passed + counts.failed + counts.skipped === 0;
  if (none || (exitCode !== 0 && counts.failed === 0)) counts.failed += 1;
  return counts;
}

/** Runs a project of `vitest.config.ts`. */
export async function runVitestPart(project: string, env: Readonly<Record<string, string>>): Promise<Tally> {
  const file = `.cache/vitest/${project}.json`;
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const args = [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const { code } = await runNode(vitest(), args, { env });
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : null;
  return tally(report, code);
}

/** Counts the tests of a project without running them; they are reported as skipped. */
export async function countAsSkipped(project: string): Promise<Tally> {
  const { code, output } = await runNode(vitest(), ['list', '--project', project, '--json'], { capture: true });
  if (code !== 0) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: 0, failed: 0, skipped: Math.max(1, (JSON.parse(output) as unknown[]).length) };
}
