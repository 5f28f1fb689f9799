/**
 * Vite plugin: builds with Phaser's own core entry instead of the whole library, since named imports of the packaged file
 * do not shake. Sets the build switches that Phaser's sources ask for; development serves the whole library.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const CORE = fileURLToPath(new URL('../../node_modules/phaser/src/phaser-core.js', import.meta.url));
const SWITCHES: Readonly<Record<string, boolean>> = { CANVAS_RENDERER: true, WEBGL_RENDERER: true };

export function smallPhaser(): Plugin {
  return {
    name: 'small-phaser',
    enforce: 'pre',
    apply: 'build',
    resolveId: (source) => (source === 'phaser' ? CORE : null),
    transform(code, id) {
      if (!id.includes('/phaser/src/')) return null;
      return code
        .replace(/typeof ([A-Z][A-Z0-9]*_[A-Z0-9_]+)/g, (_, name: string) => String(SWITCHES[name] ?? false))
        .replace('global.Phaser = Phaser;', '');
    },
  };
}
