// Finds a Node 24: the host's own when it is new enough, else the one that an optional package brought along.
import { existsSync } from 'node:fs';
import { at } from './paths.mjs';
import { fail } from './say.mjs';

const NEEDED_MAJOR = 24;

/** Path of a Node binary of version 24 or later; ends with one line when this platform has none. */
export function node24() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major >= NEEDED_MAJOR) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const names = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
  for (const name of names) {
    const binary = at('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(binary)) return binary;
  }
  return fail(
    `Node 24 is needed and no packaged one exists for ${process.platform}-${process.arch}. Get it from https://nodejs.org`,
  );
}
