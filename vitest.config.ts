/** One vitest project a folder of tests; what shares ports, a browser or all cores runs one file at a time. */
import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

interface Folder {
  readonly name: string;
  readonly timeoutMs: number;
  readonly oneFileAtATime?: boolean;
}

const FOLDERS: readonly Folder[] = [
  { name: 'architecture', timeoutMs: 2 * MINUTE_MS },
  { name: 'unit', timeoutMs: 2 * MINUTE_MS },
  { name: 'property', timeoutMs: 20 * MINUTE_MS },
  { name: 'golden', timeoutMs: 10 * MINUTE_MS },
  { name: 'experiments', timeoutMs: 60 * MINUTE_MS },
  { name: 'server', timeoutMs: 5 * MINUTE_MS, oneFileAtATime: true },
  { name: 'engines', timeoutMs: 30 * MINUTE_MS, oneFileAtATime: true },
  { name: 'e2e', timeoutMs: 10 * MINUTE_MS, oneFileAtATime: true },
];

export default defineConfig({
  test: {
    projects: FOLDERS.map(({ name, timeoutMs, oneFileAtATime }, index) => ({
      test: {
        name,
        include: [`tests/${name}/**/*.test.ts`],
        environment: 'node',
        testTimeout: timeoutMs,
        hookTimeout: timeoutMs,
        fileParallelism: !oneFileAtATime,
        ...(oneFileAtATime ? { maxWorkers: 1 } : {}),
        sequence: { groupOrder: index },
      },
    })),
  },
});
