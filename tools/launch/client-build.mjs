// Builds the client with Vite when anything that goes into it has changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { node24 } from './node24.mjs';
import { at, ROOT } from './paths.mjs';
import { say } from './say.mjs';

const SOURCES = ['client', 'shared', 'assets', 'server/content', 'package-lock.json', 'tsconfig.base.json'];
const STAMP = at('.cache', 'client-build');
export const VITE = at('node_modules', 'vite', 'bin', 'vite.js');
export const VITE_CONFIG = at('client', 'vite.config.ts');

/** Builds when needed; resolves to the exit code of the build. */
export async function ensureClientBuilt() {
  const hash = hashSources();
  const built = existsSync(at('dist', 'client', 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
  if (built) return 0;
  say('Building the client ...');
  const code = await runChild(node24(), [VITE, 'build', '--config', VITE_CONFIG, '--logLevel', 'warn']);
  if (code !== 0) return code;
  mkdirSync(at('.cache'), { recursive: true });
  writeFileSync(STAMP, hash);
  return 0;
}

function hashSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addToHash(hash, source);
  return hash.digest('hex');
}

function addToHash(hash, path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addToHash(hash, `${path}/${name}`);
    return;
  }
  hash.update(`${path}\0`).update(readFileSync(full));
}
