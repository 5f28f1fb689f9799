// Entry of every npm script: installs what is missing, finds a Node 24 and runs the verb with it. It has no dependencies
// and runs on Node 20, because it is the first thing that a fresh clone executes. It writes to stderr only.

import { fail } from './launch/say.mjs';
import { bench, build, check, chokepoint, dev, pictures, runBin, start, test, testFull } from './launch/verbs.mjs';

const VERBS = { start, build, dev, test, 'test:full': testFull, check, bench, pictures, chokepoint, run: runBin };

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.version}. Get it from https://nodejs.org`);

const [verb = 'start', ...args] = process.argv.slice(2);
const action = VERBS[verb];
if (!action) fail(`Unknown verb "${verb}". Known: ${Object.keys(VERBS).join(', ')}`);
process.exitCode = await action(args);
