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

/** A script that defines `chokepoint.matchHashes`. */
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

/** An expression that answers a question with hashes as JSON. */
export const asked = ({ ruleset, scenario, seeds }: Question): string =>
  `JSON.stringify(${NAME}.matchHashes(JSON.parse(${JSON.stringify(JSON.stringify(ruleset))}), ${JSON.stringify(scenario)}, ${JSON.stringify(seeds)}))`;
