/** The full tier: runs parts that have not yet passed on these files, keeps each result, and writes the report. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { PARTS } from './parts.ts';
import { closingLine, type PartResult, sum } from './result.ts';
import { runPart } from './run-part.ts';

const REPORT = 'tests/full-report.md';
const GIB = 1024 * 1024 * 1024;

/** What a part neither reads nor runs, as paths of git; all other parts depend on every file. */
const OTHER_PARTS = ['unit', 'server', 'engines', 'e2e', 'bench', 'architecture', 'run'].map((folder) => `tests/${folder}`);
const CLIENT = ['client', 'docs', '*.md', ...OTHER_PARTS];
const NOT_READ: Readonly<Record<string, readonly string[]>> = {
  property: CLIENT,
  golden: [...CLIENT, 'assets/locales'],
  experiments: [...CLIENT, 'assets/locales'],
};

/** A result with the commit that it was measured at. */
interface KeptResult extends PartResult {
  readonly commit: string;
}

/** Runs the named parts (all without names) and resolves to the results of exactly these. */
export async function runFullTier(names: readonly string[]): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const part of names) {
    const kept = readResult(part);
    if (kept && kept.failed === 0 && kept.skipped === 0) {
      console.log(`${part}: passed before on these files, at ${kept.commit}, not run again`);
      results.push(kept);
      continue;
    }
    // As things stood when it began: what changes while it runs is not what was measured.
    const [key, commit] = [contentKey(part), commitName()];
    const result = await runPart(part, { FULL: '1' });
    if (contentKey(part) !== key) console.log(`${part}: files changed while it ran; the result counts for those before`);
    writeResult({ ...result, commit }, key);
    results.push(result);
    writeFileSync(REPORT, reportText());
  }
  writeFileSync(REPORT, reportText());
  return results;
}

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: GIB });
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Changes of the work tree against its commit, in the files that a part reads. */
const changesIn = (paths: readonly string[]) => git('diff', 'HEAD', ...paths) + git('status', '--porcelain', ...paths);

/** The report never counts as a file that a part reads. */
const pathsOf = (part: string): string[] => ['--', '.', ...[REPORT, ...(NOT_READ[part] ?? [])].map((path) => `:!${path}`)];

/** Names the contents of all files that a part reads. */
function contentKey(part: string): string {
  const paths = pathsOf(part);
  return hashOf(git('ls-files', '-s', ...paths) + changesIn(paths));
}

/** The commit, with a mark where the work tree differs from it. */
function commitName(): string {
  const commit = git('rev-parse', '--short=12', 'HEAD').trim();
  const changes = changesIn(pathsOf(''));
  return changes === '' ? commit : `${commit}-changed-${hashOf(changes).slice(0, 8)}`;
}

const resultFile = (part: string, key: string) => `.cache/full/${part}-${key}.json`;

function readResult(part: string): KeptResult | null {
  const file = resultFile(part, contentKey(part));
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptResult) : null;
}

function writeResult(result: KeptResult, key: string): void {
  mkdirSync('.cache/full', { recursive: true });
  writeFileSync(resultFile(result.part, key), JSON.stringify(result));
}

function reportText(): string {
  const rows = Object.keys(PARTS).map((part) => readResult(part) ?? part);
  const done = rows.filter((row) => typeof row !== 'string');
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / GIB)} GiB, ${platform()} ${release()}, Node ${process.version}`;
  return [
    '# Full tier',
    '',
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Commit: ${commitName()}`,
    `- Machine: ${machine}`,
    `- Sum: ${closingLine(sum(done))}`,
    '',
    '| part | passed | failed | skipped | seconds | at commit |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) =>
      typeof row === 'string'
        ? `| ${row} | not run | | | | |`
        : `| ${row.part} | ${row.passed} | ${row.failed} | ${row.skipped} | ${row.seconds} | ${row.commit} |`,
    ),
    ...done.filter(({ lines }) => lines.length > 0).flatMap(({ part, lines }) => ['', `## ${part}`, '', ...lines]),
    '',
  ].join('\n');
}
