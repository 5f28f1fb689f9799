/** A Node process of its own: question as JSON on standard input, hashes as JSON on standard output. */
import { readFileSync } from 'node:fs';
import { matchHashes } from './hashes.ts';
import type { Question } from './script.ts';

const { ruleset, scenario, seeds } = JSON.parse(readFileSync(0, 'utf8')) as Question;
process.stdout.write(JSON.stringify(matchHashes(ruleset, scenario, seeds)));
