/** Vite plugin: what makes the page installable, with addresses relative to the page so that any folder can hold it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const MANIFEST = 'manifest.webmanifest';

export function appManifest(): Plugin {
  let folder = '';
  return {
    name: 'app-manifest',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, 'offline');
    },
    async generateBundle() {
      const source = JSON.stringify(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
      this.emitFile({ type: 'asset', fileName: MANIFEST, source });
      for (const icon of await readdir(join(folder, 'icons'))) {
        this.emitFile({ type: 'asset', fileName: `icons/${icon}`, source: await readFile(join(folder, 'icons', icon)) });
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'link', attrs: { rel: 'manifest', href: `./${MANIFEST}` }, injectTo: 'head' },
        { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icons/touch-180.png' }, injectTo: 'head' },
      ],
    },
  };
}
