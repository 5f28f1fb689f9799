/** The parts of the tests by name: types, lint, one part for each vitest project, and the benchmark. */
import { CHROMIUM_HINT, findChromium, findJsc, JSC_HINT } from '../engines-found.ts';
import { inPackage, runNode } from './command.ts';
import type { Tally } from './result.ts';
import { countAsSkipped, runVitestPart } from './vitest-part.ts';

export type Env = Readonly<Record<string, string>>;
export type Part = (env: Env) => Promise<Tally>;

const TYPED_FOLDERS = ['shared', 'server', 'client', 'tests'];

/** One command, counted as one test. */
function asOneTest(passed: boolean): Tally {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function types(): Promise<Tally> {
  let passed = true;
  for (const folder of TYPED_FOLDERS) {
    const { code } = await runNode(inPackage('typescript', 'bin/tsc'), ['-p', folder]);
    passed &&= code === 0;
  }
  return asOneTest(passed);
}

async function lint(): Promise<Tally> {
  const { code } = await runNode(inPackage('@biomejs/biome', 'bin/biome'), ['check', '--max-diagnostics=50', '.']);
  return asOneTest(code === 0);
}

async function bench(env: Env): Promise<Tally> {
  const { code } = await runNode('tests/bench/main.ts', [], { env });
  return asOneTest(code === 0);
}

const vitestPart =
  (project: string): Part =>
  (env) =>
    runVitestPart(project, env);

/** Tests in a real browser: without one they are skipped and say so; the client is built first. */
async function e2e(env: Env): Promise<Tally> {
  const chromium = findChromium();
  if (chromium === null) return skip('e2e', CHROMIUM_HINT);
  const { code } = await runNode('tools/launch.mjs', ['build']);
  if (code !== 0) return { passed: 0, failed: 1, skipped: 0 };
  return runVitestPart('e2e', { ...env, CHROME_PATH: chromium });
}

async function engines(env: Env): Promise<Tally> {
  const chromium = findChromium();
  if (chromium === null) return skip('engines', CHROMIUM_HINT);
  const jsc = findJsc();
  if (jsc === null) return skip('engines', JSC_HINT);
  return runVitestPart('engines', { ...env, CHROME_PATH: chromium, JSC_PATH: jsc });
}

function skip(project: string, hint: string): Promise<Tally> {
  console.log(`Skipped: ${project}. ${hint}`);
  return countAsSkipped(project);
}

export const PARTS: Readonly<Record<string, Part>> = {
  types,
  lint,
  architecture: vitestPart('architecture'),
  unit: vitestPart('unit'),
  property: vitestPart('property'),
  golden: vitestPart('golden'),
  experiments: vitestPart('experiments'),
  server: vitestPart('server'),
  engines,
  e2e,
  bench,
};

/** What `npm run check`, `npm test` and `npm run test:full` run. */
export const TIERS = {
  check: ['types', 'lint', 'architecture', 'unit'],
  test: ['types', 'lint', 'architecture', 'unit', 'property', 'golden', 'experiments', 'server', 'engines', 'e2e'],
  full: Object.keys(PARTS),
} as const;
export type Tier = keyof typeof TIERS;
