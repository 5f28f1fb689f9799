/** Runs a command of an installed package with this Node, output to the terminal or captured. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Path of a file inside an installed package. */
export function inPackage(name: string, file: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps standard output for the caller instead of showing it. */
  readonly capture?: boolean;
}

/** Runs `node script args`; never throws. */
export function runNode(
  script: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', options.capture ? 'pipe' : 'inherit', 'inherit'],
    env: { ...process.env, ...options.env },
  });
  return new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', () => resolve({ code: 1, output }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
