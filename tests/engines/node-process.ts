/** A Node process of its own: question as JSON on standard input, answer as JSON on standard output. */
import { readFileSync } from 'node:fs';
import { arithmeticHash, matchHashes } from './hashes.ts';
import type { Answer, Question } from './script.ts';

const { ruleset, scenario, seeds } = JSON.parse(readFileSync(0, 'utf8')) as Question;
const answer: Answer = { arithmetic: arithmeticHash(), matches: matchHashes(ruleset, scenario, seeds) };
process.stdout.write(JSON.stringify(answer));
