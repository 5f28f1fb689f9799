/** The whole game as one classic script without modules, for engines that have nothing else. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';

export interface Question {
  readonly ruleset: Ruleset;
  readonly scenario: string;
  readonly seeds: readonly string[];
}

const NAME = 'chokepoint';

/** A script that defines `chokepoint` with what `hashes.ts` exports. */
export async function gameScript(): Promise<string> {
  const result = await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('./hashes.ts', import.meta.url)), formats: ['iife'], name: NAME, fileName: NAME },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const [chunk] = bundle !== undefined && 'output' in bundle ? bundle.output : [];
  if (chunk?.type !== 'chunk') throw new Error('the bundle holds no script');
  return chunk.code;
}

export interface Answer {
  readonly arithmetic: string;
  readonly matches: readonly string[];
}

/** An expression that answers a question as JSON. */
export function asked({ ruleset, scenario, seeds }: Question): string {
  const rules = `JSON.parse(${JSON.stringify(JSON.stringify(ruleset))})`;
  const matches = `${NAME}.matchHashes(${rules}, ${JSON.stringify(scenario)}, ${JSON.stringify(seeds)})`;
  return `JSON.stringify({ arithmetic: ${NAME}.arithmeticHash(), matches: ${matches} })`;
}
