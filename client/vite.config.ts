/** Builds the client into dist/client, with compressed copies of every text file. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { appManifest } from './build/app-manifest.ts';
import { baseRuleset } from './build/base-ruleset.ts';
import { compress } from './build/compress.ts';
import { offlineFiles, SERVICE_WORKER } from './build/offline-files.ts';
import { oneFontFormat } from './build/one-font-format.ts';
import { smallPhaser } from './build/small-phaser.ts';
import { workerEntries } from './build/worker-entries.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  cacheDir: here('../.cache/vite'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { tsconfigPaths: false },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 2048,
    rolldownOptions: {
      input: { index: here('index.html'), [SERVICE_WORKER]: here('offline/service-worker.ts') },
      output: {
        entryFileNames: ({ name }) => (name === SERVICE_WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  plugins: [baseRuleset(), workerEntries(), smallPhaser(), oneFontFormat(), appManifest(), offlineFiles(), compress()],
});
