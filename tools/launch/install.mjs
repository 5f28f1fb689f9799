// Brings node_modules in step with package-lock.json, and does nothing when it already is.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { at, ROOT } from './paths.mjs';
import { fail, say } from './say.mjs';

const STAMP = at('node_modules', '.chokepoint-lock');
const HEARTBEAT_MS = 10_000;
const NETWORK = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET_TIMEOUT|CERT_|SELF_SIGNED/;

/** Installs when needed; ends the process with one clear line when it can't. */
export async function ensureInstalled() {
  const lockText = readFileSync(at('package-lock.json'), 'utf8');
  const stamp = createHash('sha256').update(lockText).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  if (!matchesLock(JSON.parse(lockText))) await npmInstall();
  writeFileSync(STAMP, stamp);
}

/** Compares npm's own record of what it installed with the lock file; packages for other platforms may be absent. */
function matchesLock(lock) {
  const recordPath = at('node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const installed = JSON.parse(readFileSync(recordPath, 'utf8')).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === wanted.version && existsSync(at(path)) : Boolean(wanted.optional);
  });
}

/**
 * Installs what the lock file names and leaves it untouched. Not `npm ci`: that refuses a lock file without the packages
 * for other platforms, which a registry mirror may lack.
 */
async function npmInstall() {
  say('Installing packages (about half a minute, once) ...');
  const args = ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'];
  const { code, output, error } = await runNpm(args);
  if (error?.code === 'ENOENT') fail('npm is missing: install it beside Node (https://nodejs.org), then run the command again.');
  if (code === 0) return;
  const cause = output.match(NETWORK)?.[0];
  if (cause)
    fail(`Packages could not be fetched (${cause}): check the network or npm's registry setting, then run the command again.`);
  if (/ENOSPC/.test(output)) fail('The disk is full: about 500 MB are needed for packages.');
  fail(`npm install failed (exit ${code}). Its last words:\n${output.trim().split('\n').slice(-12).join('\n')}`);
}

/** Runs the npm that started us, else the one on the path; never with the packaged Node that npm is about to replace. */
function runNpm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => !part.includes(at('node_modules')))
    .join(delimiter);
  const env = { ...process.env, PATH: path };
  const viaScript = script?.endsWith('.js') && node && existsSync(node) && !node.startsWith(at('node_modules'));
  const options = { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] };
  const child = viaScript
    ? spawn(node, [script, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    let output = '';
    const started = Date.now();
    const beat = setInterval(() => say(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`), HEARTBEAT_MS);
    const finish = (result) => {
      clearInterval(beat);
      resolve({ output, ...result });
    };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', (error) => finish({ code: 1, error }));
    child.on('close', (code) => finish({ code: code ?? 1 }));
  });
}
