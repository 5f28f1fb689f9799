/**
 * Vite plugin: writes the list of built files into the service worker, which is thereby new whenever a file is, and
 * names it without a hash, since a browser looks for its next version at the same address.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export const SERVICE_WORKER = 'service-worker';
const FILE = `${SERVICE_WORKER}.js`;
/** Slices of large fonts are kept when they are first used, not beforehand. */
const ON_USE = /noto-sans-sc|-ext-wght/;
const LIST = /["'`]\$FILES["'`]/;
const VERSION = /["'`]\$VERSION["'`]/;

export function offlineFiles(): Plugin {
  return {
    name: 'offline-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[FILE];
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
        const files = Object.keys(bundle)
          .filter((name) => name !== FILE && !name.endsWith('.map') && !ON_USE.test(name))
          .sort();
        const hash = createHash('sha256');
        for (const name of files) {
          const item = bundle[name];
          hash.update(`${name}\0`).update(item?.type === 'chunk' ? item.code : (item?.source ?? ''));
        }
        if (!LIST.test(worker.code) || !VERSION.test(worker.code))
          throw new Error('the service worker has no place for the list');
        worker.code = worker.code
          .replace(LIST, () => JSON.stringify(JSON.stringify(files)))
          .replace(VERSION, JSON.stringify(hash.digest('hex').slice(0, 16)));
      },
    },
  };
}
