/** Fetches the peer library into the cache when the bench runs: it drags in too many packages to stand in the root's list. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('./peer', import.meta.url));
const CACHE = resolve('.cache/bench-peer');
const FILES = ['package.json', 'package-lock.json'];
const OFFLINE = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/;

/** A way to require the peer's modules, or a sentence that says why there is none. */
export async function findPeer(): Promise<NodeJS.Require | string> {
  if (!isInstalled()) {
    const failure = await install();
    if (failure !== null) return failure;
  }
  return createRequire(join(CACHE, 'package.json'));
}

/** True when what the lock file names was installed before. */
function isInstalled(): boolean {
  return (
    existsSync(join(CACHE, 'node_modules/.package-lock.json')) &&
    FILES.every((file) => existsSync(join(CACHE, file)) && sameText(join(CACHE, file), join(SOURCE, file)))
  );
}

const sameText = (a: string, b: string): boolean => readFileSync(a, 'utf8') === readFileSync(b, 'utf8');

async function install(): Promise<string | null> {
  mkdirSync(CACHE, { recursive: true });
  for (const file of FILES) copyFileSync(join(SOURCE, file), join(CACHE, file));
  console.log('Installing the peer of the bench into .cache/bench-peer (once) ...');
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0) return null;
  const cause = output.match(OFFLINE)?.[0];
  return cause === undefined
    ? `the peer could not be installed: ${output.trim().split('\n').slice(-3).join(' ')}`
    : `the peer could not be fetched (${cause}); with a network, run the bench again`;
}

function npm(args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn('npm', args, { cwd: CACHE, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  return new Promise((done) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
