/** The launcher hands on signals and exit codes, and leaves standard output to the command. */
import { type ChildProcess, spawn } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs `script` as the command of the launcher's child module. */
function launch(script: string): ChildProcess {
  const child = new URL('../../../tools/launch/child.mjs', import.meta.url);
  const text = `import { runChild } from ${JSON.stringify(child.href)}; process.exitCode = await runChild(process.execPath, ['-e', ${JSON.stringify(script)}]);`;
  return spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: ['ignore', 'pipe', 'pipe'] });
}

function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

test('the exit code and the output are those of the command', async () => {
  expect(await ended(launch("console.log('only this'); process.exit(7)"))).toEqual({ code: 7, output: 'only this\n' });
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches the command, which may end in its own way', async (signal) => {
  const child = launch(`process.on('${signal}', () => process.exit(3)); setInterval(() => {}, 1000); console.log('ready');`);
  child.stdout?.once('data', () => child.kill(signal));
  expect(await ended(child)).toEqual({ code: 3, output: 'ready\n' });
});

test('a command that a signal ends gives 128 and its number', async () => {
  const { code } = await ended(launch("process.kill(process.pid, 'SIGKILL')"));
  expect(code).toBe(137);
});

test('an unknown verb says which there are', async () => {
  const child = spawn(process.execPath, ['tools/launch.mjs', 'strat'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk) => {
    words += chunk;
  });
  expect(await ended(child)).toEqual({ code: 1, output: '' });
  expect(words).toMatch(/^Unknown verb "strat". Known: start, /);
});
