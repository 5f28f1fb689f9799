/** Vite plugin: keeps only the woff2 source of packaged fonts; every browser that runs the game reads it. */
import type { Plugin } from 'vite';

export function oneFontFormat(): Plugin {
  return {
    name: 'one-font-format',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource.*\.css/.test(id)) return null;
      return code.replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '');
    },
  };
}
