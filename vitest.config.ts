/** One vitest project a folder of tests; what shares ports or all cores runs one file at a time, what waits for browsers two. */
import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

interface Folder {
  readonly name: string;
  readonly timeoutMs: number;
  /** Files that run at a time; as many as there are cores where it is not said. */
  readonly files?: number;
  /** Done once before the first file. */
  readonly before?: string;
}

const FOLDERS: readonly Folder[] = [
  { name: 'architecture', timeoutMs: 2 * MINUTE_MS },
  { name: 'unit', timeoutMs: 2 * MINUTE_MS },
  { name: 'property', timeoutMs: 20 * MINUTE_MS },
  { name: 'golden', timeoutMs: 10 * MINUTE_MS },
  { name: 'experiments', timeoutMs: 60 * MINUTE_MS },
  { name: 'server', timeoutMs: 5 * MINUTE_MS, files: 1 },
  { name: 'engines', timeoutMs: 30 * MINUTE_MS, files: 1 },
  { name: 'e2e', timeoutMs: 10 * MINUTE_MS, files: 2, before: 'tests/e2e/built-client.ts' },
];

export default defineConfig({
  test: {
    projects: FOLDERS.map(({ name, timeoutMs, files, before }, index) => ({
      test: {
        name,
        include: [`tests/${name}/**/*.test.ts`],
        environment: 'node',
        testTimeout: timeoutMs,
        hookTimeout: timeoutMs,
        fileParallelism: files !== 1,
        ...(files === undefined ? {} : { maxWorkers: files }),
        ...(before === undefined ? {} : { globalSetup: [before] }),
        sequence: { groupOrder: index },
      },
    })),
  },
});
