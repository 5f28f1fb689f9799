// What each npm script does once the packages are there. Every verb resolves to an exit code.
import { existsSync, readFileSync } from 'node:fs';
import { runChild, startChild } from './child.mjs';
import { ensureClientBuilt, VITE, VITE_CONFIG } from './client-build.mjs';
import { ensureInstalled } from './install.mjs';
import { node24 } from './node24.mjs';
import { at } from './paths.mjs';
import { fail } from './say.mjs';

/** Runs a script of the project with Node 24 after making sure that its packages are there. */
async function runScript(script, args, flags = []) {
  await ensureInstalled();
  return runChild(node24(), [...flags, at(script), ...args]);
}

/** Builds the client if it changed, then serves client and rooms from one process. */
export async function start(args) {
  await ensureInstalled();
  const buildCode = await ensureClientBuilt();
  if (buildCode !== 0) fail('The client could not be built; the lines above say why.');
  return runChild(node24(), [at('server/main.ts'), ...args]);
}

/** Rebuilds the client and restarts the server whenever a source file changes. */
export async function dev(args) {
  await ensureInstalled();
  const client = startChild(node24(), [VITE, 'build', '--watch', '--config', VITE_CONFIG, '--logLevel', 'warn']);
  const server = startChild(node24(), ['--watch', at('server/main.ts'), ...args]);
  const first = await Promise.race([client.exit, server.exit]);
  client.child.kill('SIGTERM');
  server.child.kill('SIGTERM');
  await Promise.all([client.exit, server.exit]);
  return first;
}

export const test = (args) => runScript('tests/run.ts', ['test', ...args]);
export const testFull = (args) => runScript('tests/run.ts', ['full', ...args]);
export const check = (args) => runScript('tests/run.ts', ['check', ...args]);
export const bench = (args) => runScript('tests/bench/main.ts', args);
export const pictures = (args) => runScript('tests/e2e/pictures.ts', args);
export const chokepoint = (args) => runScript('server/cli/main.ts', args);

/** Builds the client if it changed; the test runner calls it before the browser tests. */
export async function build() {
  await ensureInstalled();
  return ensureClientBuilt();
}

/** Runs the command of an installed package, as `run biome check .` does. */
export async function runBin([name, ...args]) {
  if (!name) fail('Which command? For example: run biome check .');
  await ensureInstalled();
  const packages = { biome: '@biomejs/biome', tsc: 'typescript' };
  const folder = packages[name] ?? name;
  const manifest = at('node_modules', folder, 'package.json');
  if (!existsSync(manifest)) fail(`No installed package brings the command "${name}".`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const script = typeof bin === 'string' ? bin : bin?.[name];
  if (!script) fail(`The package "${folder}" has no command "${name}".`);
  return runChild(node24(), [at('node_modules', folder, script), ...args]);
}
