/** The full tier: runs parts that have not yet passed at this commit, keeps each result, and writes the report. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { PARTS } from './parts.ts';
import { closingLine, type PartResult, sum } from './result.ts';
import { runPart } from './run-part.ts';

const REPORT = 'tests/full-report.md';
const GIB = 1024 * 1024 * 1024;

/** Runs the named parts (all without names) and resolves to the results of exactly these. */
export async function runFullTier(names: readonly string[]): Promise<PartResult[]> {
  const commit = commitKey();
  const results: PartResult[] = [];
  for (const part of names) {
    const kept = readResult(commit, part);
    if (kept && kept.failed === 0 && kept.skipped === 0) {
      console.log(`${part}: passed before at this commit, not run again`);
      results.push(kept);
      continue;
    }
    const result = await runPart(part, { FULL: '1' });
    writeResult(commit, result);
    results.push(result);
    writeFileSync(REPORT, reportText(commit));
  }
  writeFileSync(REPORT, reportText(commit));
  return results;
}

/** Commit hash, with a mark and a hash of the changes when the work tree differs from it (the report itself aside). */
function commitKey(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: GIB });
    const commit = git('rev-parse', '--short=12', 'HEAD').trim();
    const paths = ['--', '.', `:!${REPORT}`];
    const changes = git('diff', 'HEAD', ...paths) + git('status', '--porcelain', ...paths);
    return changes === '' ? commit : `${commit}-changed-${createHash('sha256').update(changes).digest('hex').slice(0, 8)}`;
  } catch {
    return 'no-git';
  }
}

const resultFile = (commit: string, part: string) => `.cache/full/${commit}/${part}.json`;

function readResult(commit: string, part: string): PartResult | null {
  const file = resultFile(commit, part);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PartResult) : null;
}

function writeResult(commit: string, result: PartResult): void {
  mkdirSync(`.cache/full/${commit}`, { recursive: true });
  writeFileSync(resultFile(commit, result.part), JSON.stringify(result));
}

function reportText(commit: string): string {
  const rows = Object.keys(PARTS).map((part) => readResult(commit, part) ?? part);
  const done = rows.filter((row) => typeof row !== 'string');
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / GIB)} GiB, ${platform()} ${release()}, Node ${process.version}`;
  return [
    '# Full tier',
    '',
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Commit: ${commit}`,
    `- Machine: ${machine}`,
    `- Sum: ${closingLine(sum(done))}`,
    '',
    '| part | passed | failed | skipped | seconds |',
    '|---|---|---|---|---|',
    ...rows.map((row) =>
      typeof row === 'string'
        ? `| ${row} | not run | | | |`
        : `| ${row.part} | ${row.passed} | ${row.failed} | ${row.skipped} | ${row.seconds} |`,
    ),
    ...done.filter(({ lines }) => lines.length > 0).flatMap(({ part, lines }) => ['', `## ${part}`, '', ...lines]),
    '',
  ].join('\n');
}
