/** Builds the client once before the files of the browser tests, which run beside each other. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function setup(): void {
  const built = spawnSync(process.execPath, [join(ROOT, 'tools/launch.mjs'), 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the client does not build: ${built.stderr}`);
}
