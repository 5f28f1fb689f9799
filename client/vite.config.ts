/** Builds the client into dist/client, with compressed copies of every text file. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';
import { oneFontFormat } from './build/one-font-format.ts';
import { smallPhaser } from './build/small-phaser.ts';

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
  },
  worker: { format: 'es' },
  plugins: [smallPhaser(), oneFontFormat(), compress()],
});
