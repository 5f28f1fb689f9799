// Runs a command in the foreground with this terminal, passes signals on to it and hands back its exit code.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './paths.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Starts a command with inherited stdio; `exit` resolves to its code (128 + n after a signal). */
export function startChild(command, args, env = process.env) {
  const child = spawn(command, args, { cwd: ROOT, env, stdio: 'inherit' });
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  const exit = new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`Could not run ${command}: ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, forward);
  });
  return { child, exit };
}

/** Runs a command to its end and resolves to its exit code. */
export function runChild(command, args, env) {
  return startChild(command, args, env).exit;
}
